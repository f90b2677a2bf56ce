"""Whether a full stop belongs to an abbreviation or ends a sentence, and where addresses stand."""

import re

_WRITTEN = """
a adm adr afd afs alm ang anm ansv art aug bd bek bem bestyr bl c ca cand cf cirk d dec dept div dkr ds
dvs e eg ekskl eks el eng ent etc evt ex excl f feb febr fhv fig fm forts fr frk g gd gl gnsntl gnsn h
hhv henh henv hr ibid ift iht incl inkl inst jan jf jfr jnr jr kap kat kbh kgl kl km komm kr kt kv l lab
lat lb lic lign lok ltd m mag maks max mdr merc mfl mht mia mill min mio mm mr mrs ms mv n ndr nov nr o
obs okt ol omtr opg opr osv ovf p pag par pct pers pga pkt pol polit pr prof proc ps pt red ref reg rep
resp s sdr sek sen sept skt sml soc spec sr st stat stk str stud suppl t tab td tdr th tidl tlf tsk tv u
udg ugtl ult uofl v vedl vedr vejl vha vol vs vv æ ø å årg
"""
_KNOWN = frozenset(_WRITTEN.split())
"""Abbreviations that are written with a full stop, by their last part: "m.fl." ends in "fl"."""

_LAST_PART = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
# Most words end so, and no abbreviation does.
_WORD = re.compile(r"[^\W\d_]*(?:[^\W\d_]{2}(?:[aeiouyæøå]|er|en|et|es|ed|ng|nd|ld|rd|sk|ig|kt|rk|st|al))$")
_SHORTEST = 4
_SPACE = re.compile(r"\s")
_LONGEST = 200

ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\S*\w\.(?:dk|com|org|net|eu|nu|info|gov|uk|de|se|no|pdf|docx?|xlsx?)\b\S*",
    re.IGNORECASE,
)
"""An address on the web, of e-mail, or the name of a file."""


def ends_word(text: str, end: int) -> bool:
    """Whether the letters before a full stop at `end` are an ordinary word, not an abbreviation."""
    match = _LAST_PART.search(text, max(0, end - 40), end)
    if match is None or "." in match[0] or len(match[0]) < _SHORTEST:
        return False
    return match[0].lower() not in _KNOWN and _WORD.fullmatch(match[0]) is not None


def in_address(text: str, at: int) -> bool:
    """Whether a character stands in an address, where signs and spaces follow other rules."""
    start, end = max(0, at - _LONGEST), at + _LONGEST
    before = _SPACE.split(text[start:at])[-1]
    after = _SPACE.split(text[at:end], maxsplit=1)[0]
    match = ADDRESS.search(before + after)
    return match is not None and match.start() <= len(before) < match.end()
