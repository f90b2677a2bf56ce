"""The words of English that carry figures, dates and obligations."""

from kdnet_docs.reading.lexicon import Lexicon, each, words

ENGLISH = Lexicon(
    decimal_sign=".",
    thousands_signs=",",
    months=each(
        {
            1: "january",
            2: "february",
            3: "march",
            4: "april",
            5: "may",
            6: "june",
            7: "july",
            8: "august",
            9: "september",
            10: "october",
            11: "november",
            12: "december",
        }
    ),
    seasons=each(
        {
            (3, 5): "spring|spring of",
            (6, 8): "summer|summer of",
            (9, 11): "autumn|autumn of|fall of",
            (12, 2): "winter|winter of",
        }
    ),
    numbers=each(
        {
            1: "one|a|an",
            2: "two",
            3: "three",
            4: "four",
            5: "five",
            6: "six",
            7: "seven",
            8: "eight",
            9: "nine",
            10: "ten",
            11: "eleven",
            12: "twelve",
            13: "thirteen",
            14: "fourteen",
            15: "fifteen",
            16: "sixteen",
            17: "seventeen",
            18: "eighteen",
            19: "nineteen",
            20: "twenty",
            30: "thirty",
            40: "forty",
            50: "fifty",
            60: "sixty",
            70: "seventy",
            80: "eighty",
            90: "ninety",
            100: "hundred",
        }
    ),
    ones=frozenset(words("a|an|one")),
    not_after_one=frozenset(words("another|few|lot|number|of")),
    ordinals=each(
        {
            1: "first|1st",
            2: "second|2nd",
            3: "third|3rd",
            4: "fourth|4th",
        }
    ),
    frequencies=each(
        {
            1: "annually|yearly",
            2: "half-yearly",
            4: "quarterly",
            12: "monthly",
            52: "weekly",
            365: "daily",
        }
    ),
    yearly="times a year",
    times=words("time|times"),
    per=words("a year|annually|per year|each year|a month|per month|a week|per week|a day|per day|a quarter"),
    scales=each(
        {
            1000000: "million",
            1000000000: "billion",
            1000: "thousand",
        }
    ),
    currencies=each(
        {
            "kr.": "kr.|kr|kroner|dkk",
            "EUR": "euro|euros|eur|€",
            "GBP": "gbp|£",
            "USD": "usd",
        }
    ),
    percents=each(
        {
            "pct.": "per cent|percent|%",
            "procentpoint": "percentage points|percentage point",
        }
    ),
    bounds=each(
        {
            "at-least": (
                "at least|no less than|not less than|no fewer than|more than|a minimum of|minimum|over"
            ),
            "at-most": (
                "at most|no more than|not more than|up to|a maximum of|maximum|not exceeding|under|"
                "less than|fewer than|only|solely"
            ),
        }
    ),
    bounds_alone=words("only|solely|at least|at most|as a minimum|as a maximum"),
    references=words(
        "chapter|section|clause|item|§|§§|article|appendix|annex|no.|number|paragraph|schedule|goal|"
        "target|page|figure|table|phase|part"
    ),
    laws=words("act|regulation|directive|order|executive order"),
    years_on=each(
        {0: "each year|every year|of the same year", 1: "of the following year|the following year"}
    ),
    by=words("no later than|not later than|by|before|until|at the latest by|due"),
    ends_of=words("the end of|end of"),
    starts_of=words("the beginning of|the start of"),
    middles_of=words("the middle of|mid"),
    quarters=words("quarter of|quarter"),
    halves=words("half of"),
    to=words("to|until|through"),
    duties=each(
        {
            "shall": ("shall|must|is obliged to|are obliged to|is required to|are required to|undertakes to"),
            "should": "should|ought to",
            "may": "may|can|is entitled to|are entitled to|has the right to|have the right to",
            "need-not": (
                "need not|is not required to|are not required to|is not obliged to|are not obliged to"
            ),
            "must-not": "cannot|is not entitled to",
        }
    ),
    negations=words("not|never|no|neither|nor|none|without"),
    not_negations=words("not only|not just|not least|no later than|not later than"),
    small=frozenset(
        words(
            "a|after|an|and|are|as|at|be|before|but|by|can|for|from|has|have|if|in|is|may|must|no|not|"
            "of|on|or|over|per|shall|should|than|that|the|to|under|was|were|when|which|who|will|with"
        )
    ),
    past=frozenset(words("did|had|has|have|originally|previously|was|were")),
    looks_back=frozenset(words("been|since")),
    present=frozenset(words("can|may|must|shall|should|will")),
    in_year=frozenset(words("in|by|during|of")),
    relative=words("that|which|who"),
    in_force=frozenset(words("force|effect|effective|applies|runs|expires|ends|by|than")),
    not_now=frozenset(words("from|since|before|than")),
    defining=(
        r"\bmeans\b(?! that\b)|\bhereinafter\b|\brefers to\b"
        r"|\b(?:is|are) defined as\b|\b(?:is|are) understood as\b"
    ),
)
