"""The life of a version: the states it goes through, and all that follows from each of them.

    udkast ⇄ til-godkendelse → vedtaget → underskrevet
       └──────────────────────────↑

Nothing else in the program compares a state by its name: it asks the table here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

from kdnet_docs.model.meeting import Purpose
from kdnet_docs.model.notes import TO_THE_WRITERS
from kdnet_docs.model.parts import State

Label: TypeAlias = Literal["state-udkast", "state-til-godkendelse", "state-vedtaget", "state-underskrevet"]
Step: TypeAlias = Literal["plain", "taken-back", "not-adopted", "signed-for-good"]
"""What to think of a change of state: nothing; an adopted text is a draft again; one is signed that was
never adopted; or one that has been signed is to be anything else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What follows from a state.

    `is_draft`: the label "draft" stands across each page, and everything may be changed.
    `is_frozen`: of the source only comments, layout and the keys in `NOT_OF_THE_TEXT` may be changed.
    `file_word`: the last part of the names of files of the document alone.
    `label`: the word on the front page, and in the properties of every file.
    `may_become`: the states that may follow; `may_fall_back_to` those that may with a warning.
    `suits`: what a meeting may have to do with it.
    """

    is_draft: bool
    is_frozen: bool
    file_word: str
    label: Label
    may_become: tuple[State, ...]
    may_fall_back_to: tuple[State, ...] = ()
    suits: frozenset[Purpose]


LIFE: Mapping[State, Stage] = MappingProxyType(
    {
        "udkast": Stage(
            is_draft=True,
            is_frozen=False,
            file_word="udkast",
            label="state-udkast",
            may_become=("til-godkendelse", "vedtaget"),
            suits=frozenset({"til-droeftelse", "til-orientering"}),
        ),
        "til-godkendelse": Stage(
            is_draft=True,
            is_frozen=False,
            file_word="til-godkendelse",
            label="state-til-godkendelse",
            may_become=("vedtaget", "udkast"),
            suits=frozenset({"til-beslutning", "til-droeftelse", "til-orientering"}),
        ),
        "vedtaget": Stage(
            is_draft=False,
            is_frozen=True,
            file_word="vedtaget",
            label="state-vedtaget",
            may_become=("underskrevet",),
            may_fall_back_to=("til-godkendelse", "udkast"),
            suits=frozenset({"til-orientering"}),
        ),
        "underskrevet": Stage(
            is_draft=False,
            is_frozen=True,
            file_word="underskrevet",
            label="state-underskrevet",
            may_become=(),
            suits=frozenset({"til-orientering"}),
        ),
    }
)
"""Every state, in the order in which a version goes through them."""

TO_BE_SIGNED: State = "vedtaget"
"""The state in which the file is made that is signed."""

NOT_OF_THE_TEXT = frozenset({"status", "adopted", "accepts"}) | TO_THE_WRITERS
"""The keys that may be changed in a text that is frozen: those that tell of its life, and the notes."""


def step(old: State, new: State) -> Step:
    """What to think of a version that was `old` and is `new`."""
    if new == old or new in LIFE[old].may_become:
        return "plain"
    if new in LIFE[old].may_fall_back_to:
        return "taken-back"
    return "signed-for-good" if LIFE[old].is_frozen else "not-adopted"


def file_stem(identity: str, version: str, state: State) -> str:
    """The name, without its ending, of the files of a document alone: "aftale-2022-udkast".

    It leads nowhere else: a file outside the project may call itself anything.
    """
    return re.sub(r"[/\\:]", "_", f"{identity}-{version}-{LIFE[state].file_word}")
