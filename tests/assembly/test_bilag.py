"""A bilag keeps the number it was sent with, and no two have the same."""

import json

from hypothesis import given
from hypothesis import strategies as some
from meetings import meeting, tillaeg

from kdnet_docs.assembly.bilag import bilag_numbers, bilag_sent, numbered_bilag
from kdnet_docs.model.meeting import Meeting

AGENDA = """\
- number: 2
  bilag:
    - {title: A, file: a.pdf}
    - {title: B, file: b.pdf}
- number: 5
  bilag:
    - {title: C, file: c.pdf}
"""
MORE = """\
- number: 2
  bilag:
    - {title: D, file: d.pdf}
    - {title: E, file: e.pdf, replaces: REPLACES}
- number: 6
  bilag:
    - {title: F, file: f.pdf}
"""


def numbers(made: Meeting, *sent: Meeting) -> dict[str, str]:
    """The number of each bilag by its title."""
    return {one.bilag.title.text: one.number for one in numbered_bilag(made, sent)}


def test_bilag_are_numbered_through_the_meeting_unless_it_says_otherwise() -> None:
    assert numbers(meeting(AGENDA)) == {"A": "1", "B": "2", "C": "3"}
    assert numbers(meeting(AGENDA, "bilag-numbering: through\n")) == {"A": "1", "B": "2", "C": "3"}
    assert numbers(meeting(AGENDA, "bilag-numbering: per-point\n")) == {"A": "2.1", "B": "2.2", "C": "5.1"}


def test_a_key_is_the_point_and_the_place_in_it() -> None:
    assert [one.key for one in numbered_bilag(meeting(AGENDA))] == ["2-1", "2-2", "5-1"]


def test_a_tillaeg_goes_on_and_a_bilag_in_place_of_another_has_its_number() -> None:
    through, per_point = MORE.replace("REPLACES", "1"), MORE.replace("REPLACES", "2.1")
    assert numbers(tillaeg(through), meeting(AGENDA)) == {"D": "4", "E": "1", "F": "5"}
    base = meeting(AGENDA, "bilag-numbering: per-point\n")
    assert numbers(tillaeg(per_point), base) == {"D": "2.3", "E": "2.1", "F": "6.1"}


def test_those_who_receive_it_have_the_newest_of_each_number() -> None:
    sent = (meeting(AGENDA), tillaeg(MORE.replace("REPLACES", "1")))
    assert {number: one.bilag.title.text for number, one in bilag_sent(sent).items()} == {
        "1": "E",
        "2": "B",
        "3": "C",
        "4": "D",
        "5": "F",
    }


PACKAGES = some.lists(
    some.dictionaries(some.integers(1, 5), some.integers(0, 4), min_size=1), min_size=1, max_size=4
)


def of_package(at: int, counts: dict[int, int], replaced: str | None, *, per_point: bool) -> Meeting:
    """The package number `at`: points with so many bilag each; `replaced` is replaced in its first point."""
    agenda = ""
    for point, count in counts.items():
        bilag = [{"title": "T", "file": f"{at}-{point}-{n}.pdf"} for n in range(count)]
        if replaced and bilag:
            bilag[0]["replaces"], replaced = replaced, None
        agenda += f"- {json.dumps({'number': point, 'bilag': bilag})}\n"
    if at:
        return tillaeg(agenda, to=str(at - 1), name=str(at))
    return meeting(agenda, f"bilag-numbering: {'per-point' if per_point else 'through'}\n", name="0")


@given(packages=PACKAGES, per_point=some.booleans(), data=some.data())
def test_numbers_are_unique_go_on_without_gaps_and_outlive_replacement(
    packages: list[dict[int, int]], data: some.DataObject, *, per_point: bool
) -> None:
    sent: list[Meeting] = []
    for at, counts in enumerate(packages):
        before = bilag_sent(sent)
        replaced = data.draw(some.sampled_from([None, *before]))
        made = of_package(at, counts, replaced, per_point=per_point)
        own = numbered_bilag(made, sent)
        sent.append(made)

        fresh = [one.number for one in own if not one.replaces]
        assert len(set(fresh)) == len(fresh)
        assert not set(fresh) & before.keys()
        assert {one.number for one in own if one.replaces} <= before.keys()
        assert len({one.key for one in own}) == len(own)
    everything = bilag_sent(sent)
    by_point: dict[str, list[int]] = {}
    for number in everything:
        point, _, last = number.rpartition(".")
        by_point.setdefault(point, []).append(int(last))
    assert all(sorted(taken) == list(range(1, len(taken) + 1)) for taken in by_point.values())


def test_a_bilag_that_replaces_another_goes_by_its_id_too() -> None:
    base = meeting("- {number: 1, bilag: [{title: A, file: a.pdf}, {title: B, id: svar, file: b.pdf}]}")
    first = tillaeg("- {number: 1, bilag: [{title: C, file: c.pdf, replaces: 2}]}")
    named = "- {number: 1, bilag: [{title: D, id: rettet, file: d.pdf, replaces: 2}]}"
    second = tillaeg(named, to="2024-03-tillaeg", name="2024-03-tillaeg-2")
    assert bilag_numbers(second, (base, first)) == {"svar": "2", "rettet": "2"}
