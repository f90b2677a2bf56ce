"""The words that refer to a part of a document, in each language."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

PartKind: TypeAlias = Literal["point", "section", "goal", "bilag", "note", "table", "figure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceWords:
    """The words of a language as patterns in small letters."""

    nouns: Mapping[PartKind, str]
    """What stands before a number."""
    named: str
    """What stands before a title in quotation marks."""
    above: str
    below: str
    pointed_above: str
    """What stands before a table that is above."""
    pointed_below: str
    tables: str
    jf: str
    """What stands before a reference, and before hardly anything else."""
    joints: str
    """What joins several numbers."""
    prepositions: str
    """What stands between a reference and the document it is to."""
    idioms: str
    """What stands after such a preposition and is no document: "bilag 2 i maj"."""
    own: str
    """The document itself, after a preposition."""
    own_in_meeting: str
    """The same in the texts of a meeting, whose points and bilag these are."""
    genitives: str
    """The document itself, before the reference: "kontraktens punkt 4"."""
    genitives_in_meeting: str
    others: str
    """Documents beside this one, and what only they have."""
    contract_others: str
    """What is another document in the texts of a contract."""
    meeting_others: str
    """What is another document in the texts of a meeting; their bilag are the meeting's all the same."""
    counted: str
    """What makes a number after a noun a figure: "mål 80 pct."."""


DANISH = ReferenceWords(
    nouns=MappingProxyType(
        {
            "point": r"punkt(?:et|erne)?|pkt\.?|pkter\.?",
            "section": r"afsnit(?:tet)?|kapitel|kapitlet|kap\.",
            "goal": r"mål(?:et|ene)?",
            "bilag": r"bilag(?:et|ene)?|appendiks",
            "note": r"fodnoten?|note",
            "table": r"tabel(?:len)?",
            "figure": r"figur(?:en)?",
        }
    ),
    named=r"afsnittet|afsnit|punktet|kapitlet|klausulen|bestemmelsen|overskriften|bilaget|målet",
    above=r"ovenfor|ovenover|oven for|herover|foroven",
    below=r"nedenfor|nedenunder|neden for|herunder(?=\s*[.)]|\s*\Z)|forneden",
    pointed_above=r"ovenstående|ovennævnte|foranstående",
    pointed_below=r"nedenstående|nedennævnte",
    tables=r"tabel|tabellen|skema|skemaet|oversigtstabel|oversigtstabellen",
    jf=(
        r"jf\.?|jævnfør|se(?: også)?|i henhold til|henvises til|fremgår af|beskrevet i|nævnt i|anført i|"
        r"omtalt i"
    ),
    joints=r",|-|–|og|eller|samt|til|hhv\.",
    prepositions=r"i|til|af|fra|på|hos",
    idioms=(
        r"\d|forhold|øvrigt|forbindelse|henhold|overensstemmelse|brug|orientering|efterretning|drøftelse|"
        r"baggrund|hensyn|samme|stedet|perioden|år\b|foråret|sommeren|efteråret|vinteren|januar|februar|marts|april|maj|"
        r"juni|juli|august|september|oktober|november|december|alle|parterne|virksomheder|kommuner\b|borger"
    ),
    own=(
        r"(?:(?:denne|nærværende|den foreliggende|dette|disse|samme)\b|(?:resultat|samarbejds|drifts|leje|"
        r"partnerskabs)?(?:kontrakten|aftalen|kontrakt|aftale)\b(?!\s+(?:om|mellem|af|fra)\b)|dokumentet\b|"
        r"bilaget\b|teksten\b)"
    ),
    own_in_meeting=(
        r"(?:(?:denne|dagens|dette|nærværende)\b|dagsorden(?:en)?\b(?!\s+(?:for|til|af|fra)\b)|"
        r"(?:punkt|pkt\.?) \d)"
    ),
    genitives=r"(?:resultat|samarbejds)?(?:kontraktens|aftalens)|dokumentets",
    genitives_in_meeting=r"dagsordenens|mødets",
    others=(
        r"\w*lov(?:en|ens|givning\w*|s)?|\w*bekendtgørelse\w*|\w*forordning\w*|\w*direktiv\w*|cirkulære\w*|"
        r"ramme\w*aftale\w*|hoved\w*aftale\w*|økonomiaftale\w*|tidligere aftale|aftale\w* (?:om|mellem|af)|"
        r"finanslov\w*|\w*overenskomst\w*|\w*vejledningen?s?(?= om| nr| fra| af)|\w*referat\w*|\w*rapport\w*|"
        r"\w*strategi(?:en|ens)?|(?!tids)\w*planen?s?|regeringsgrundlag\w*|udspil\w*|"
        r"(?:bestyrelses|byråds|udvalgs|råds|kkr|kkr-|general)møde\w*|(?:på|fra) mødet?|behandlingen af|"
        r"inhabil\w*|"
        r"verdensmål\w*|fn|fn's|fns|eu|eu's|iso|ab ?18|ab ?92|abr ?18|standard\w*|publikation\w*|"
        r"\w*regulativ\w*|\w*vedtægt\w*|\w*udbudsmateriale\w*|kravspecifikation\w*|notat\w*|"
        r"\w*betingelser(?:ne)?(?= for)|\w*håndbog\w*"
    ),
    contract_others=r"dagsorden\w*",
    meeting_others=r"\w*kontrakt\w*|\w*aftale\w*|\w*oplæg\w*|\w*udkast\w*|materiale\w*|sag(?:en|ens)?",
    counted=(
        r"pct\b|procent|%|‰|kr\b|mio\b|mia\b|t\.|tusind|million|års?\b|måned|mdr\b|uger?\b|dage?\b|timer?\b|"
        r"gange?\b|stk\b|km\b|m2\b|ha\b|virksomhed|kommune|person|borgere?\b|plads|points?\b|ud af|"
        r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b"
    ),
)

ENGLISH = ReferenceWords(
    nouns=MappingProxyType(
        {
            "point": r"clauses?|points?|items?|paragraphs?",
            "section": r"sections?|chapters?",
            "goal": r"goals?",
            "bilag": r"annex(?:es)?|appendix|appendices|schedules?",
            "note": r"footnotes?|note",
            "table": r"tables?",
            "figure": r"figures?",
        }
    ),
    named=r"the section|section|the clause|clause|the annex|the appendix|the heading",
    above=r"above",
    below=r"below",
    pointed_above=r"(?:the )?above",
    pointed_below=r"(?:the )?following",
    tables=r"table",
    jf=r"see(?: also)?|cf\.|pursuant to|in accordance with|referred to in|set out in|described in|under",
    joints=r",|-|–|and|or|to",
    prepositions=r"of|to|in|from|on",
    idioms=(
        r"\d|connection|accordance|relation|order|addition|time|spring|summer|autumn|winter|january|february|"
        r"march|april|may|june|july|august|september|october|november|december|the part|all"
    ),
    own=r"(?:this|these|the same|the present|the (?:contract|agreement|document)\b(?! (?:on|between|of)\b))",
    own_in_meeting=r"(?:this|the present|the agenda\b(?! (?:of|for)\b)|(?:point|item) \d)",
    genitives=r"(?:this|the) (?:contract|agreement)'s",
    genitives_in_meeting=r"the agenda's",
    others=(
        r"act|acts|law|laws|regulations?|directives?|statut\w*|framework|agreements? (?:on|between|of)|"
        r"minutes|reports?|strateg\w*|plans?|meetings?|un|eu|iso|standards?|guidelines?|policy|policies|treaty"
    ),
    contract_others=r"agendas?",
    meeting_others=r"contracts?|agreements?|drafts?|proposals?",
    counted=(
        r"per ?cent|%|million|billion|thousand|years?|months?|weeks?|days?|hours?|times|points?\b|dkk|eur|"
        r"companies|municipalities|january|february|march|april|may|june|july|august|september|october|"
        r"november|december"
    ),
)


def reference_words(language: str) -> ReferenceWords:
    """The words of a document's language."""
    return DANISH if language == "da" else ENGLISH
