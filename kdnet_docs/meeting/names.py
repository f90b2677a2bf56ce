"""What the files of a meeting are called: names that sort as the agenda does, and that every disk takes."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kdnet_docs.meeting.made import Role

_LONGEST, _MOST_BYTES = 110, 200
"""Characters, so that whole paths stay short; and bytes, of which a file's name may have 255."""
_ROOM = 40
"""Bytes of that for what a bilag is compared with."""

_FRONT: Mapping[str, Mapping[Role, str]] = MappingProxyType(
    {
        "da": {"package": "Dagsorden med bilag", "dagsorden": "Dagsorden", "referat": "Referat"},
        "en": {"package": "Agenda with appendices", "dagsorden": "Agenda", "referat": "Minutes"},
    }
)
_SUPPLEMENT: Mapping[str, Mapping[Role, str]] = MappingProxyType(
    {
        "da": {
            "package": "Tillægsdagsorden med bilag",
            "dagsorden": "Tillægsdagsorden",
            "referat": "Referat",
        },
        "en": {
            "package": "Supplementary agenda with appendices",
            "dagsorden": "Supplementary agenda",
            "referat": "Minutes",
        },
    }
)
_CHANGES = MappingProxyType({"da": "ændringer siden", "en": "changes since"})
_BILAG = MappingProxyType({"da": "Bilag", "en": "Appendix"})

# What Windows, SharePoint or an ESDH system does not take in a name, and what stands for it.
_INSTEAD = MappingProxyType(
    {"/": "-", "\\": "-", "|": "-", ":": " -", "<": "", ">": "", '"': "", "*": "", "?": "", "#": "", "~": ""}
)
_PERCENT = MappingProxyType({"da": " pct.", "en": " percent"})
# Controls, direction marks and other invisible characters, private ones, and separators of lines.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a bilag has its place: the number of its point, its own number in the point, and its title."""

    point: int
    number: int
    title: str


def front_name(role: Role, language: str, *, supplement: bool) -> str:
    """The name, without its ending, of what comes before all bilag: "00 Dagsorden"."""
    return f"00 {(_SUPPLEMENT if supplement else _FRONT)[language][role]}"


def bilag_names(places: Sequence[Place], language: str) -> tuple[str, ...]:
    """The name of each bilag, without its ending: "01-1 Udkast til resultatkontrakt"; no two are the same.

    Numbers have as many digits as the largest of their kind, so that names sort as the bilag stand.
    """
    points = max([2, *(len(str(place.point)) for place in places)])
    numbers = max([1, *(len(str(place.number)) for place in places)])
    return _apart(
        f"{place.point:0{points}}-{place.number:0{numbers}} "
        f"{safe_name(place.title, language) or _BILAG[language]}"
        for place in places
    )


def changes_names(stems: Sequence[str], since: Sequence[str], language: str) -> tuple[str, ...]:
    """The name of what has changed in each bilag: "01-1 Aftale – ændringer siden 2021".

    `stems` are the names of the bilag, and none of them is taken; `since` is what each is compared with.
    """
    wanted = (
        f"{_shortened(stem, _MOST_BYTES - _ROOM)} – {_CHANGES[language]} "
        f"{_shortened(safe_name(one, language), _ROOM)}".strip(" .")
        for stem, one in zip(stems, since, strict=True)
    )
    return _apart((*stems, *wanted))[len(stems) :]


def safe_name(title: str, language: str) -> str:
    """The title without what a disk or a system on the way would not take; it may come out empty."""
    spelled = re.sub(r"\s*%", _PERCENT[language], unicodedata.normalize("NFC", title))
    kept = "".join(
        " " if character.isspace() else _INSTEAD.get(character, character)
        for character in spelled
        if character.isspace() or unicodedata.category(character) not in _INVISIBLE
    )
    return _shortened(" ".join(kept.split())).strip(" .")


def _shortened(name: str, most_bytes: int = _MOST_BYTES) -> str:
    """The name up to the last whole word that there is room for."""
    short = name[:_LONGEST]
    while len(short.encode()) > most_bytes:
        short = short[:-1]
    if short == name:
        return name
    # With the character after it, so that a word which ends just there counts as whole.
    words = (short + name[len(short)]).rpartition(" ")[0]
    # One word without end is cut where it must be, but not between a letter and its accent.
    cut = words if len(words) > _LONGEST // 2 else short
    while unicodedata.combining(name[len(cut)]):
        cut = cut[:-1]
    return cut


def _apart(names: Iterable[str]) -> tuple[str, ...]:
    """The names with a number on those that a disk would take for the same."""
    taken: set[str] = set()
    apart = []
    for name in names:
        tries = (name, *(f"{name} ({number})" for number in range(2, len(taken) + 3)))
        own = next(one for one in tries if one.casefold() not in taken)
        taken.add(own.casefold())
        apart.append(own)
    return tuple(apart)
