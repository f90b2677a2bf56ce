"""The initiatives of a status table: new, gone, with another status, title or carriers."""

import pytest
from authored import HEAD
from told_sources import edited, told

STATUS = (
    HEAD.replace("contract", "status")
    + """\
initiatives:
  - {title: Ny kaj, id: kaj, carriers: Nordby, statuses: [Er i udbud.]}
  - {title: Bedre lys, id: lys, carriers: Sydby, statuses: [Masterne er stillet op., Pærerne mangler.]}
  - {title: Rent vand, id: vand, carriers: Vestby, statuses: [Prøverne bliver taget hver uge.]}
"""
)
KAJ = "  - {title: Ny kaj, id: kaj, carriers: Nordby, statuses: [Er i udbud.]}\n"


@pytest.mark.parametrize(
    ("edits", "meant"),
    [
        (
            [("Er i udbud.", "Er bygget.")],
            "initiative-status: Status for ”Ny kaj” var ”Er i udbud.” og er nu ”Er bygget.”",
        ),
        (
            [("Pærerne mangler.", "Pærerne er sat i.")],
            "initiative-status: Status for ”Bedre lys” var ”Pærerne mangler.” og er nu ”Pærerne er sat i.”",
        ),
        (
            [(", Pærerne mangler.", "")],
            "initiative-status: ”Bedre lys” har ikke længere denne status: ”Pærerne mangler.”",
        ),
        (
            [("hver uge.]", "hver uge., Der kommer en rapport.]")],
            "initiative-status: Ny status for ”Rent vand”: ”Der kommer en rapport.”",
        ),
        (
            [("carriers: Sydby", "carriers: Østby")],
            "initiative-changed: Ved ”Bedre lys” står der nu ”Østby” i stedet for ”Sydby”",
        ),
        (
            [("title: Rent vand", "title: Rent og klart vand")],
            "initiative-changed: ”Rent vand” hedder nu ”Rent og klart vand”",
        ),
        (
            [(KAJ, "")],
            "initiative-finished: ”Ny kaj” står ikke længere på listen (senest: ”Er i udbud.”)",
        ),
        (
            [("Er i udbud.", "Initiativet er afsluttet.")],
            "initiative-finished: ”Ny kaj” er afsluttet: ”Initiativet er afsluttet.” (før: ”Er i udbud.”)",
        ),
        (
            [(KAJ, f"{KAJ}  - {{title: Flere både, id: baad, statuses: [Er lige begyndt.]}}\n")],
            "initiative-new: Nyt initiativ: Flere både",
        ),
    ],
)
def test_a_change_of_an_initiative_is_one_fact(edits: list[tuple[str, str]], meant: str) -> None:
    assert told(STATUS, edited(STATUS, *edits)) == [meant]


def test_an_initiative_that_was_finished_is_told_as_such_when_it_goes_off_the_list() -> None:
    finished = edited(STATUS, ("Er i udbud.", "Afsluttet 1. maj 2021."))
    (said,) = told(finished, edited(STATUS, (KAJ, "")))
    assert said == (
        "initiative-finished: ”Ny kaj” er afsluttet og står ikke længere på listen: ”Afsluttet 1. maj 2021.”"
    )


def test_an_initiative_that_moved_did_not_change() -> None:
    lines = STATUS.splitlines(keepends=True)
    moved = "".join((*lines[:-3], lines[-2], lines[-1], lines[-3]))
    assert told(STATUS, moved) == ["row-moved: Rækken ”Ny kaj” er flyttet"]
