"""Telephone numbers, addresses and e-mail addresses that are somebody's own rather than an office's."""

import re
from collections.abc import Iterator

_PRIVATE = re.compile(
    r"\b(?:privat\w*|hjemme(?:adresse|nummer|telefon)\w*|bopæl\w*|folkeregisteradresse\w*"
    r"|bor(?:ende)? (?:på|i)|home address|private(?:ly)?)\b[^!?\n]{0,40}\Z",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:advokat|revisor|direktør|chef|konsulent|sekretær|firma|kommune|forening|styrelse|klinik|kontor|læge|arkitekt)"
    r"|\bv/|A/S|ApS|I/S",
    re.IGNORECASE,
)
"""What somebody is at work, or works in."""
_BEFORE = 60
"""Letters before and after that may say whose it is."""

_PHONE = re.compile(
    r"(?<![\d.,/+-])(?P<land>(?:\+|00)45[ .]?)?(?P<first>\d\d)(?P<gap>[ .]?)\d\d(?P=gap)\d\d(?P=gap)\d\d"
    r"(?!\d|[.,/-]\d)"
)
_PHONE_SAID = re.compile(
    r"\b(?:tlf|telefon\w*|mobil\w*|mob|tel|sms|ring|phone|mobile|cell)\b[^\d\n]{0,20}\Z", re.IGNORECASE
)
_MOBILE_SAID = re.compile(r"\b(?:mobil\w*|mob|sms|mobile|cell)\b[^\d\n]{0,20}\Z", re.IGNORECASE)
_OF_MOBILES = frozenset((*range(20, 32), *range(40, 43), *range(50, 54), 60, 61, 71, 81, 91, 92, 93))
"""The first two digits of numbers that are given to mobile telephones."""

_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:gmail|hotmail|live|outlook|yahoo|icloud|me|msn|mail|jubii|ofir|stofanet|webspeed"
    r"|protonmail|proton|youmail|privat)\.(?:com|dk|net|me)\b",
    re.IGNORECASE,
)

_STREET = (
    r"(?:[A-ZÆØÅ][\wé.]{0,25}[ ]){0,3}[A-ZÆØÅ]?[\wé.]{0,25}"
    r"(?:vej|vejen|gade|gaden|allé|alle|stræde|vænget?|parken|torv|torvet|plads|pladsen|boulevard|haven|toften|bakken|skoven"
    r"|marken|lunden|engen|krogen|stien|dalen|højen|høj|ageren|vangen|kæret|ager|vang|have|park|sti)"
    r"[ ]\d{1,3}[ ]?[A-Z]?(?![\w%])"
)
_FLOOR = r"(?:,?[ ](?:\d{1,2}\.|st\.?|kld?\.?)(?:[ ]?sal)?,?[ ]?(?P<door>(?:tv|th|mf)\b\.?|dør[ ]\d+)?)?"
_TOWN = r"(?:,?[ ]\d{4}[ ][A-ZÆØÅ][\wé]+(?:[ ][A-ZÆØÅ]\b)?)?"
_ADDRESS = re.compile(rf"(?<![\w])(?=[A-ZÆØÅ]){_STREET}{_FLOOR}{_TOWN}")
_GIVEN = (
    "Anders|Andreas|Anna|Anne|Anette|Annette|Asger|Astrid|Benny|Bent|Berit|Birgit|Birgitte|Birthe|Bjarne|Bo|Brian|"
    "Camilla|Carl|Caroline|Carsten|Cecilie|Charlotte|Christian|Christina|Claus|Dorte|Dorthe|Ellen|Else|Emil|Emma|"
    "Erik|Esben|Eva|Finn|Flemming|Frederik|Freja|Gitte|Grethe|Gunnar|Hanne|Hans|Helle|Helene|Henning|Henrik|"
    "Ib|Ida|Inge|Inger|Ingrid|Jacob|Jakob|Jan|Janne|Jens|Jeppe|Jesper|Jette|Joan|Johan|Johannes|John|Jonas|"
    "Jytte|Jørgen|Jørn|Kaj|Karen|Karin|Karsten|Kasper|Katrine|Kenneth|Kim|Kirsten|Kirstine|Kjeld|Klaus|Knud|"
    "Kristian|Kristina|Kurt|Lars|Lasse|Laura|Lene|Leif|Lis|Lisbeth|Lise|Lone|Lotte|Louise|Mads|Maja|Malene|Maria|"
    "Marianne|Marie|Martin|Mathias|Merete|Mette|Michael|Mikael|Mikkel|Mogens|Morten|Nanna|Niels|Nikolaj|Ole|Oskar|"
    "Palle|Per|Pernille|Peter|Pia|Poul|Preben|Rasmus|René|Rikke|Sanne|Sara|Simon|Sofie|Solveig|Steen|Sten|Stine|"
    "Susanne|Svend|Søren|Thomas|Tina|Tom|Tommy|Tove|Torben|Trine|Troels|Ulla|Ulrik|Vibeke|Viggo|Winnie|Åse"
)
"""The given names that most Danes have."""
_PERSON = re.compile(
    r"(?:(?:[A-ZÆØÅ][a-zæøåé]+\.? ){1,3}[A-ZÆØÅ][a-zæøåé]*sen"
    rf"|\b(?:{_GIVEN})(?:[ -][A-ZÆØÅ][a-zæøåé]*\.?){{1,3}}),?\s\Z"
)
"""A name that begins or ends as most Danish ones do; offices have none right before their address."""


def private_contacts(text: str) -> Iterator[tuple[int, int]]:
    """Where each stands that words, a door or its kind say is private."""
    yield from (match.span() for match in _MAIL.finditer(text))
    for match in _PHONE.finditer(text):
        if _is_private_phone(match, *_around(match, text)):
            yield match.span()
    for match in _ADDRESS.finditer(text):
        before, _ = _around(match, text)
        is_person = _PERSON.search(before) and not _OFFICE.search(before)
        if match["door"] or _PRIVATE.search(before) or is_person:
            yield match.span()


def _around(match: re.Match[str], text: str) -> tuple[str, str]:
    return text[max(match.start() - _BEFORE, 0) : match.start()], text[match.end() : match.end() + _BEFORE]


def _is_private_phone(match: re.Match[str], before: str, after: str) -> bool:
    """Whether a number is said to be private, or a mobile's beside which nothing of an office stands."""
    said = _PHONE_SAID.search(before) or match["land"]
    if not said and not match["gap"]:
        return False
    if said and _PRIVATE.search(before):
        return True
    is_mobile = _MOBILE_SAID.search(before) or (said and int(match["first"]) in _OF_MOBILES)
    return bool(is_mobile) and not _OFFICE.search(before) and not _is_of_office(before + after)


def _is_of_office(around: str) -> bool:
    """Whether an e-mail address stands there that is an office's."""
    return "@" in _MAIL.sub("", around)
