"""The words of Danish that carry figures, dates and obligations."""

from kdnet_docs.reading.lexicon import Lexicon, each, words

DANISH = Lexicon(
    decimal_sign=",",
    thousands_signs=".",
    months=each(
        {
            1: "januar|jan.",
            2: "februar|feb.",
            3: "marts|mar.",
            4: "april|apr.",
            5: "maj",
            6: "juni|jun.",
            7: "juli|jul.",
            8: "august|aug.",
            9: "september|sep.|sept.",
            10: "oktober|okt.",
            11: "november|nov.",
            12: "december|dec.",
        }
    ),
    seasons=each(
        {
            (3, 5): "foråret|forår",
            (6, 8): "sommeren|sommer",
            (9, 11): "efteråret|efterår",
            (12, 2): "vinteren|vinter",
        }
    ),
    numbers=each(
        {
            1: "en|et|én|ét",
            2: "to",
            3: "tre",
            4: "fire",
            5: "fem",
            6: "seks",
            7: "syv",
            8: "otte",
            9: "ni",
            10: "ti",
            11: "elleve",
            12: "tolv",
            13: "tretten",
            14: "fjorten",
            15: "femten",
            16: "seksten",
            17: "sytten",
            18: "atten",
            19: "nitten",
            20: "tyve",
            30: "tredive",
            40: "fyrre",
            50: "halvtreds",
            60: "tres",
            70: "halvfjerds",
            80: "firs",
            90: "halvfems",
            100: "hundrede",
        }
    ),
    ones=frozenset(words("en|et")),
    not_after_one=frozenset(words("af|anden|andet|del|der|eller|række|samlet|som|så|sådan|ud")),
    ordinals=each(
        {
            1: "første",
            2: "andet|anden",
            3: "tredje",
            4: "fjerde",
        }
    ),
    frequencies=each(
        {
            1: "årligt",
            2: "halvårligt",
            4: "kvartalsvis|kvartalsvist",
            12: "månedligt",
            52: "ugentligt",
            365: "dagligt",
        }
    ),
    yearly="gange om året",
    times=words("gang|gange"),
    per=words(
        "om året|årligt|pr. år|hvert år|om måneden|månedligt|pr. måned|om ugen|ugentligt|pr. uge|om dagen|"
        "dagligt|i kvartalet|pr. kvartal|halvårligt|i halvåret"
    ),
    scales=each(
        {
            1000000: "mio.|mio|million|millioner",
            1000000000: "mia.|mia|milliard|milliarder",
            1000: "t.|tusind|tusinde",
        }
    ),
    currencies=each(
        {
            "kr.": "kr.|kr|kroner|danske kroner|dkk",
            "EUR": "euro|eur|€",
        }
    ),
    percents=each(
        {
            "pct.": "pct.|pct|%|procent",
            "procentpoint": "procentpoint|pct.-point|pct. point|%-point",
            "promille": "promille|‰",
        }
    ),
    bounds=each(
        {
            "at-least": (
                "mindst|min.|min|minimum|som minimum|ikke under|ikke mindre end|mere end|flere end|over|"
                "minimalt"
            ),
            "at-most": (
                "højst|højest|maks.|maks|max.|max|maksimalt|maksimum|som maksimum|ikke mere end|ikke over|"
                "ikke flere end|op til|under|mindre end|færre end|indtil|kun|udelukkende"
            ),
        }
    ),
    bounds_alone=words("kun|udelukkende|mindst|som minimum|minimum|højst|maksimalt|som maksimum"),
    references=words(
        "kapitel|kap.|pkt.|pkt|punkt|§|§§|stk.|stk|afsnit|artikel|art.|bilag|nr.|nummer|mål|litra|"
        "side|s.|figur|tabel|fase|spor|trin"
    ),
    laws=words("lov|lovbekendtgørelse|bekendtgørelse|cirkulære|vejledning|forordning|direktiv"),
    years_on=each(
        {-1: "året før", 0: "samme år|hvert år|i året|det pågældende år", 1: "året efter|det følgende år"}
    ),
    by=words(
        "ikke senere end den|ikke senere end|senest den|senest d.|senest|inden den|inden d.|inden|før den|"
        "før d.|før|frem til|indtil|til og med|frist den|frist d.|frist"
    ),
    ends_of=words("ultimo|udgangen af|slutningen af"),
    starts_of=words("primo|begyndelsen af|starten af"),
    middles_of=words("medio|midten af"),
    quarters=words("kvartal|kvt.|kvt"),
    halves=words("halvår"),
    to=words("til|til og med"),
    duties=each(
        {
            "shall": (
                "skal|skulle|er forpligtet til|er forpligtede til|forpligter sig til|har pligt til|"
                "er pligtig til|er endvidere forpligtet til|er desuden forpligtet til"
            ),
            "should": "bør|burde",
            "may": (
                "kan|kunne|må|måtte|må gerne|er berettiget til|er berettigede til|har ret til|"
                "har mulighed for|er endvidere berettiget til|er desuden berettiget til"
            ),
            "need-not": "er ikke forpligtet til|er ikke forpligtede til|har ikke pligt til|behøver ikke",
            "must-not": "er ikke berettiget til|har ikke ret til",
        }
    ),
    negations=words("ikke|ej|aldrig|ingen|intet|hverken|uden"),
    not_negations=words("ikke alene|ikke kun|ikke blot|ikke mindst|om ikke|hvorvidt eller ej"),
    small=frozenset(
        words(
            "af|at|blive|bliver|bør|de|den|der|det|dog|efter|eller|en|end|er|et|for|forventer|fra|har|"
            "heraf|hos|hver|hvilket|hvis|hvoraf|i|ift.|iht.|ikke|inden|jf.|kan|med|men|mod|må|når|og|om|"
            "over|pr.|på|samt|skal|som|så|til|ud|under|var|ved|vil"
        )
    ),
    past=frozenset(
        words(
            "blev|blevet|fik|fremlagde|gav|har|havde|indgik|modtog|oprindelig|oprindeligt|tidligere|var|vedtog"
        )
    ),
    looks_back=frozenset(words("er|pr.|siden")),
    present=frozenset(words("afholdes|bør|forventes|gennemføres|kan|må|opgøres|skal|udgør|vil")),
    in_year=frozenset(words("i|inden|udgangen|ultimo|primo|medio")),
    relative=words("der|som"),
    in_force=frozenset(words("kraft|gælder|gældende|løber|udløber|ophører|virkning|senest|inden|frist")),
    not_now=frozenset(words("af|fra|pr.|siden|før|end")),
    defining=(
        r"\bforstås\b|\bdefineres\b|\bbenævnes\b|\bbetegnes\b"
        r"|(?<!det )(?<!dette )(?<!hvilket )\bbetyder\b(?!,? at\b)"
        r"|\b(?:herefter|i det følgende)\b(?: kaldet| benævnt|:? [\"”“»])"
    ),
)
