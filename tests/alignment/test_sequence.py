from hypothesis import given
from hypothesis import strategies as st

from kdnet_docs.alignment.sequence import Match, Part, matches
from kdnet_docs.alignment.together import read_together

LONG = "Erhvervshuset skal hvert år afholde et møde med alle kommuner i regionen."
OTHER = "Bestyrelsen har ansvaret for, at der rapporteres om resultaterne to gange om året."
THIRD = "Parterne kan opsige aftalen skriftligt med tre måneders varsel."
FOURTH = "Beløbet opkræves i rater efter den nøgle, som står i tabellen nedenfor."


def parts(*texts: str) -> list[Part]:
    return [Part(key="", text=text, divisible=True) for text in texts]


def found(old: list[Part], new: list[Part]) -> list[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    return [(match.old, match.new, match.moved) for match in matches(old, new)]


def test_equal_parts_are_the_same_in_order() -> None:
    both = parts(LONG, "Mål", OTHER, "Mål", THIRD)
    assert found(both, both) == [((at,), (at,), False) for at in range(5)]


def test_what_is_alike_in_the_same_place_is_the_same() -> None:
    changed = LONG.replace("hvert år", "to gange om året").replace("alle", "de 19")
    assert found(parts(OTHER, LONG, THIRD), parts(OTHER, changed, THIRD))[1] == ((1,), (1,), False)


def test_what_is_not_alike_is_not_the_same() -> None:
    assert found(parts(LONG), parts(THIRD)) == []


def test_the_lighter_of_two_that_changed_places_has_moved() -> None:
    assert found(parts(LONG, "Kort.", OTHER), parts(OTHER, "Kort.", LONG)) == [
        ((0,), (2,), True),
        ((1,), (1,), True),
        ((2,), (0,), False),
    ]


def test_a_part_that_moved_is_known_again_though_a_word_of_it_has_changed() -> None:
    changed = THIRD.replace("tre", "seks")
    assert ((2,), (0,), True) in found(parts(LONG, OTHER, THIRD), parts(changed, LONG, OTHER))


def test_a_short_part_that_has_changed_is_not_known_again_elsewhere() -> None:
    assert found(parts("To møder", LONG, OTHER), parts(LONG, OTHER, "Fire møder")) == [
        ((1,), (0,), False),
        ((2,), (1,), False),
    ]


def test_what_moves_with_a_part_that_is_known_by_its_name_needs_to_be_less_alike() -> None:
    changed = "Erhvervshuset skal mindst hvert andet år afholde seminar og møde med alle kommuner."
    old = [Part(key="møder", text="Møder"), *parts(LONG), *parts(OTHER, THIRD, FOURTH)]
    new = [*parts(OTHER, THIRD, FOURTH), Part(key="møder", text="Møder"), *parts(changed)]
    assert [match for match in found(old, new) if match[2]] == [((0,), (3,), True), ((1,), (4,), True)]


def test_parts_of_one_name_are_the_same_whatever_they_say() -> None:
    old, new = Part(key="pris", text="Priser"), Part(key="pris", text="Betaling for ydelser")
    assert found([old], [new]) == [((0,), (0,), False)]


def test_a_paragraph_that_was_split_is_the_same_as_its_parts() -> None:
    assert found(parts(LONG, f"{OTHER} {THIRD}", FOURTH), parts(LONG, OTHER, THIRD, FOURTH)) == [
        ((0,), (0,), False),
        ((1,), (1, 2), False),
        ((2,), (3,), False),
    ]


def test_paragraphs_that_were_joined_are_the_same_as_the_whole_of_them() -> None:
    whole = f"{LONG} {OTHER} {THIRD}"
    assert found(parts(LONG, OTHER, THIRD, FOURTH), parts(whole, FOURTH)) == [
        ((0, 1, 2), (0,), False),
        ((3,), (1,), False),
    ]


def test_a_new_paragraph_beside_one_that_changed_is_no_split() -> None:
    changed = OTHER.replace("to gange", "en gang")
    assert found(parts(LONG, OTHER), parts(LONG, changed, THIRD))[1] == ((1,), (1,), False)


def test_parts_of_different_kinds_are_the_same_only_by_their_words() -> None:
    paragraph, heading = Part(key="", text=LONG, kind="paragraph"), Part(key="", text=LONG, kind="heading")
    other = Part(key="", text=LONG.replace("møde", "stort møde"), kind="heading")
    assert found([paragraph], [heading]) == [((0,), (0,), False)]
    assert found([paragraph], [other]) == []


def test_gaps_too_large_to_compare_all_with_all_are_compared_by_equal_words_first() -> None:
    old = parts(*(f"Nr. {number % 7} af mange ens" for number in range(400)))
    new = [*old[:200], *parts(LONG), *old[200:]]
    assert found(old, new) == [((at,), (at if at < 200 else at + 1,), False) for at in range(400)]


TEXTS = st.lists(
    st.sampled_from([LONG, OTHER, THIRD, FOURTH, f"{LONG} {OTHER}", "Mål", "Ja", ""]), max_size=9
)
PARTS = TEXTS.map(lambda texts: parts(*texts))


@given(PARTS, PARTS)
def test_each_part_stands_in_one_place_of_each_order(old: list[Part], new: list[Part]) -> None:
    places = list(read_together(matches(old, new), len(old), len(new)))
    in_old = [at for place in places if place.what not in ("inserted", "came") for at in place.old]
    in_new = [at for place in places if place.what not in ("deleted", "left") for at in place.new]
    assert (in_old, in_new) == (list(range(len(old))), list(range(len(new))))
    left = {(place.old, place.new) for place in places if place.what == "left"}
    assert left == {(place.old, place.new) for place in places if place.what == "came"}


@given(PARTS)
def test_a_sequence_is_itself(one: list[Part]) -> None:
    assert matches(one, one) == [Match(old=(at,), new=(at,)) for at in range(len(one))]
