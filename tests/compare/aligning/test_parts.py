import pytest

from kdnet_docs.compare.aligning.parts import stable


@pytest.mark.parametrize(
    "identity",
    [
        "oekonomi",
        "nationale-maal/overview/effekt",
        "oekonomi/note-fordeling",
        "agenda",
        "referat/title",
        "p1",
    ],
)
def test_an_id_of_the_author_or_of_words_outlives_moving(identity: str) -> None:
    assert stable(identity)


@pytest.mark.parametrize(
    "identity",
    [
        "oekonomi/p2",
        "oekonomi/list1/2",
        "oekonomi/list1/2/p1",
        "a/quote1/p1",
        "a/rule1",
        "a/code2",
        "text-2/p1",
    ],
)
def test_an_id_that_says_which_in_the_text_it_is_does_not(identity: str) -> None:
    assert not stable(identity)
