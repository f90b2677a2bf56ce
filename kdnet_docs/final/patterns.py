"""How people write that something is still missing, or that a text is a draft, in Danish and English."""

import re

_TO_COME = (
    # [...], [indsæt dato]; not a link, a footnote's mark, or the definition of either
    r"\\?\[(?!\^)[^\[\]]*\](?![(\[:])",
    # <navn>, {beløb}
    r"\\?<[^\W\d_][^<>:@/]{0,60}\\?>",
    r"(?<!\{)(?<!\{\\)\{[^{}]{1,60}\}(?!\\?\})",
    # xx, XXX, 20xx, xx.xxx, x pct.
    r"(?<![\w.])(?=[\dxX]*?[xX]{2})[\dxX]++(?:[.,/-][\dxX]++)*+(?!\w)",
    r"(?<![\w.])[xX](?= ?(?:pct\b|procent|%|kr\b|mio\b|t\.kr|stk\b|percent|DKK|EUR))",
    # ___ on a line with other words, for alone it is a rule; .....
    r"(?<!\w)(?:\\?_){3,}+(?!\w)(?=[^\n]*[^\s_\\])|(?<=\S )(?:\\?_){3,}+",
    r"\.{4,}|…\.{2,}|…{2,}",
    # NN, N.N.
    r"(?<![\w.])N\.? ?N\b\.?",
    # TBD, TODO
    r"(?<!\w)(?:TB[DA]|tb[da]|T\.B\.D\.|TODO|todo|FIXME|fixme)(?!\w)",
    # ??, (?)
    r"\?{2,}|\(\?\)",
    # dd.mm.åååå
    r"(?i:(?<!\w)dd[./-]mm[./-]?(?:å{2,4}|y{2,4})?|(?<!\w)(?:å{4}|y{4}))(?!\w)",
    r"(?i:\blorem ipsum\b)",
    r"(?i:\b(?:indsæt|indsættes|udfyld|udfyldes|tilføj|tilføjes) (?:senere|her|navn|dato|beløb|tal|tekst)\b)",
    r"(?i:\b(?:insert|to be (?:inserted|filled in|added|confirmed|determined)) (?:later|here)\b)",
    r"(?i:\b(?:for)?navn (?:efter)?navn(?:esen)?\b|\bfirst ?name last ?name\b)",
    # what Word and Excel leave where a reference leads nowhere
    r"(?:Fejl|Error)! [^.\n]{1,60}\.",
    r"#(?:REF!|N/A|I/T|VALUE!|VÆRDI!|NAVN\?|NAME\?|DIV/0!|DIVISION/0!)",
)
PLACEHOLDER = re.compile("|".join(_TO_COME))
"""What stands in for words, figures or names to come."""

ADDRESS = re.compile(r"(?<=\])\([^()\s]*\)|https?://[^\s)>]*")
"""Where a link leads, which nobody reads."""

_WORDS = (
    "udkast(?:et)?|kladde(?:n)?|foreløbig(?:e|t)?|arbejdsudgave|arbejdsudkast|høringsudgave|høringsudkast"
    "|draft|preliminary|provisional"
)
DRAFT = re.compile(rf"(?<![^\W_])(?:{_WORDS})(?![^\W_])", re.IGNORECASE)
"""Words for a draft. A contract may speak of "udkast til budget", and then they say nothing of itself."""

_SHOUTED = "|".join(
    word.upper() for word in ("udkast", "kladde", "foreløbig", "foreløbigt", "draft", "preliminary")
)
SAID_OF_ITSELF = re.compile(
    rf"(?<!\w)(?:{_SHOUTED})(?!\w)"
    rf"|[(\[]\s*(?i:{_WORDS})\s*[)\]]"
    rf"|(?i:\A\s*(?:{_WORDS})\s*\Z)"
    rf"|(?i:\b(?:dette|nærværende|foreliggende|this)(?: er et| er en| er| is an?)? (?:{_WORDS})\b)"
)
"""The same among other words: in capitals, in brackets, alone, or as "dette udkast"."""

NO_NAME = re.compile(
    r"(?i:[\W\d_]*|\W*\w\W*|\W*(?:navn|navne|underskriver|ukendt|ubesat|vakant|afventer|mangler|følger|name|"
    r"names|signatory|unknown|vacant|pending|n/?a)\W*)"
)
"""What is no name of anybody: nothing with letters, a single letter, or a word for a name."""

PATH = re.compile(
    r"\bfile:/|(?<![\w:])[A-Za-z]:[\\/]\w|\\\\\w+\\|(?<![\w.:/])/(?:home|Users|root|tmp|var|mnt|private)/"
)
"""The path of a file on somebody's machine or share."""
