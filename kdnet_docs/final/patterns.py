"""How people write that something is still missing, or that a text is a draft, in Danish and English."""

import re

_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_SAID = (
    "tekst følger|følger senere|eftersendes|udfyldes|skal (?:afklares|udfyldes|indsættes|opdateres|skrives)"
    "|to be (?:agreed|confirmed|completed|determined|inserted)|to follow"
)
"""What stands alone, or in brackets, in place of the words that are to come."""
_TO_COME = (
    # [...], [indsæt dato]; not a link, a source [1], a footnote's mark, or the definition of either
    r"\\?\[(?!\^|\d+\])[^\[\]]*\](?![(\[:])",
    # <navn>, {beløb}
    r"\\?<[^\W\d_][^<>:@/]{0,60}\\?>",
    r"(?<!\{)(?<!\{\\)\{[^{}]{1,60}\}(?!\\?\})",
    # xx, XXX, 20xx, xx.xxx, x.xxx, X.X, x pct., # mio., § X, punkt ?, den x. maj
    r"(?<![\w.])(?=[\d.,/-]*?[xX](?:[.,/-]?[xX]))[\dxX]++(?:[.,/-][\dxX]++)*+(?!\w)",
    r"(?<![\w.#])(?:[xX]|#++|…)(?= ?(?:pct\b|procent|%|kr\b|mio\b|t\.kr|stk\b|percent|DKK|EUR))",
    r"(?i:(?<!\w)(?:§|pkt\.|punkt|bilag|afsnit|side|stk\.|section|clause|annex|page) ?(?:\?|x\b))",
    rf"(?i:\bden (?:[x_.…]|\\_){{1,6}} ?(?:{_MONTHS})\b)",
    # ___ on a line with other words, for alone it is a rule; .....
    r"(?<!\w)(?:\\?_){3,}+(?!\w)(?=[^\n]*[^\s_\\])|(?<=\S )(?:\\?_){3,}+",
    r"\.{4,}|…\.{2,}|…{2,}",
    # NN, N.N.
    r"(?<![\w.])N\.? ?N\b\.?(?!\.?\w)",
    # TBD, TODO
    r"(?<!\w)(?:TB[ACD]|tb[acd]|(?i:t\.b\.[acd]\.)|TODO|todo|FIXME|fixme)(?!\w)",
    # ??, (?)
    r"\?{2,}|\(\?\)",
    # dd.mm.åååå
    r"(?i:(?<!\w)dd[./-]mm[./-]?(?:å{2,4}|y{2,4})?|(?<!\w)(?:å{4}|y{4}))(?!\w)",
    r"(?i:\blorem ipsum\b)",
    r"(?i:\b(?:indsæt|indsættes|udfyld|udfyldes|tilføj|tilføjes|angiv) (?:senere|her)\b)",
    r"(?i:\b(?:indsæt|indsættes|udfyld|udfyldes|tilføj|tilføjes|angiv) (?:navn|dato|beløb|tal|tekst)\b)",
    r"(?i:\b(?:insert|to be (?:inserted|filled in|added|confirmed|determined)) (?:later|here)\b)",
    r"(?i:\binsert (?:name|date|amount|figure|number|text)\b)",
    rf"(?i:\A\s*(?:{_SAID})(?=\W*\Z)|[(*]\s*(?:{_SAID})\s*[)*])",
    # «Navn» and what stands in the empty fields of a Word form
    r"«\w+»|%[A-ZÆØÅ_]{3,}%",
    r"(?i:\b(?:klik eller tryk|click or tap)\b[^.\n]{1,60}\.?|\bvælg et element\b|\bchoose an item\b)",
    r"(?i:\b(?:for)?navn (?:efter)?navn(?:esen)?\b|\bfirst ?name last ?name\b)",
    # what Word and Excel leave where a reference leads nowhere
    r"(?:Fejl|Error)! (?:Henvis|Bogm|Ugyldig|Ukendt|Reference|Bookmark|Not a valid|Unknown)[^.\n]{0,60}\.?",
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
    rf"|(?i:\A[^\w(\[]*(?:(?:revideret|rev\.|endeligt|seneste|final|revised) )?(?:{_WORDS})"
    r"(?:,? (?:version|udgave|v\.?|nr\.?|no\.?))?(?: af| of)?(?: ?\d[^\n]{0,20})?(?=\W*\Z))"
    rf"|(?i:\b(?:dette|nærværende|foreliggende|this)(?: er et| er en| er| is an?)? (?:{_WORDS})\b)"
)
"""The same among other words: in capitals, in brackets, alone or with its number, or as "dette udkast"."""

NO_NAME = re.compile(
    r"(?i:[\W\d_]*|\W*\w\W*|\W*(?:navn|navne|underskriver|ukendt|ubesat|vakant|afventer|mangler|følger|name|"
    r"names|signatory|unknown|vacant|pending|n/?a)\W*)"
)
"""What is no name of anybody: nothing with letters, a single letter, or a word for a name."""

PATH = re.compile(
    r"\bfile:/|(?<![\w:])[A-Za-z]:[\\/]\w|\\\\\w+\\|(?<![\w.:/])/(?:home|Users|root|tmp|var|mnt|private)/"
)
"""The path of a file on somebody's machine or share."""
