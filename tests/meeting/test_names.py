"""Names sort as the agenda does, and every disk and system on the way takes them."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdnet_docs.meeting.names import Place, bilag_names, changes_names, front_name, safe_name

RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
FORBIDDEN = set('<>:"/\\|?*#%~')

places = st.lists(
    st.builds(Place, point=st.integers(1, 1200), number=st.integers(1, 120), title=st.text(max_size=300)),
    min_size=1,
    max_size=30,
)


def names(*given: tuple[int, int, str], language: str = "da") -> list[str]:
    return list(
        bilag_names(
            [Place(point=point, number=number, title=title) for point, number, title in given], language
        )
    )


def test_a_bilag_is_called_by_its_point_its_place_and_its_title() -> None:
    title = "Udkast til resultatkontrakt for Erhvervshus Midtjylland 2022"
    assert names((1, 1, title), (3, 2, "Status")) == [f"01-1 {title}", "03-2 Status"]


def test_numbers_have_as_many_digits_as_the_largest() -> None:
    assert names((1, 2, "a"), (100, 12, "b")) == ["001-02 a", "100-12 b"]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("supplement", [False, True])
def test_what_is_read_first_sorts_first(language: str, supplement: bool) -> None:  # noqa: FBT001
    whole = f"{front_name('package', language, supplement=supplement)}.pdf"
    alone = f"{front_name('dagsorden', language, supplement=supplement)}.docx"
    after = f"{front_name('referat', language, supplement=supplement)}.pdf"
    assert sorted([*names((1, 1, "0")), alone, whole])[:2] == [whole, alone]
    assert after < names((1, 1, ""))[0]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Budget: 80 % af A/B?", "Budget - 80 pct. af A-B"),
        ('"Nær" psykiatri * <udkast> | #3', "Nær psykiatri udkast - 3"),
        ("To\nlinjer\tog  mellemrum ", "To linjer og mellemrum"),
        ("Slutter med punktum...", "Slutter med punktum"),
        ("fil\u202efdp.exe", "filfdp.exe"),
        ("A\u030arhus", "Århus"),
    ],
)
def test_what_a_disk_does_not_take_is_written_otherwise(title: str, name: str) -> None:
    assert safe_name(title, "da") == name


def test_a_title_that_vanishes_is_still_named_in_the_language_of_the_meeting() -> None:
    assert names((1, 1, "?")) == ["01-1 Bilag"]
    assert names((1, 1, "?"), language="en") == ["01-1 Appendix"]


def test_long_titles_end_with_a_whole_word() -> None:
    (name,) = names((1, 1, "Udkast til " * 50))
    assert len(name) <= 120
    assert name.endswith(("Udkast", "til"))


def test_titles_that_become_one_name_stay_apart() -> None:
    assert names((1, 1, "A/B"), (1, 2, "A-B"), (1, 2, "a-b")) == ["01-1 A-B", "01-2 A-B", "01-2 a-b (2)"]


@given(places)
def test_every_name_is_safe_short_and_its_own(given: list[Place]) -> None:
    made = bilag_names(given, "da")
    assert len({name.casefold() for name in made}) == len(given)
    for name in made:
        assert not FORBIDDEN & set(name)
        assert not RESERVED.fullmatch(name)
        assert name == name.strip(" .") == unicodedata.normalize("NFC", name)
        assert name.isprintable()
        assert len(name) <= 130
        assert len(f"{name}.docx".encode()) <= 255


def test_what_has_changed_is_called_after_its_bilag() -> None:
    stems = names((1, 1, "Aftale"), (1, 2, "Aftale – ændringer siden 2021"), (2, 1, "50 % mere"))
    assert changes_names(stems, ["2021", "", "aftale 2020/21"], "da")[::2] == (
        "01-1 Aftale – ændringer siden 2021",
        "02-1 50 pct. mere – ændringer siden aftale 2020-21",
    )
    assert changes_names(("01-1 Agreement",), ["2021"], "en") == ("01-1 Agreement – changes since 2021",)


@given(places, st.text())
def test_every_name_of_changes_is_safe_short_and_its_own(given: list[Place], since: str) -> None:
    stems = bilag_names(given, "da")
    made = changes_names(stems, [since] * len(stems), "da")
    assert len({name.casefold() for name in (*stems, *made)}) == 2 * len(given)
    for name in made:
        assert not FORBIDDEN & set(name)
        assert name == name.strip(" .") == unicodedata.normalize("NFC", name)
        assert len(f"{name}.docx".encode()) <= 255


@given(places)
def test_names_sort_as_the_bilag_stand(given: list[Place]) -> None:
    made = bilag_names(given, "da")
    in_place = sorted(zip(given, made, strict=True), key=lambda pair: (pair[0].point, pair[0].number))
    numbers = [name.partition(" ")[0] for _, name in in_place]
    assert numbers == sorted(numbers)
