import pytest

from kdnet_docs.base.suggest import did_you_mean

KEYS = ("title", "author", "appendices-heading", "body", "erhvervshus-midtjylland@2022")


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("autor", "author"),
        ("appendix-heading", "appendices-heading"),
        ("erhvervshus-midtjyland@2022", "erhvervshus-midtjylland@2022"),
    ],
)
def test_the_nearest_word_is_named(given: str, meant: str) -> None:
    hint = did_you_mean(given, KEYS)
    assert hint is not None
    assert str(hint) == f'did you mean "{meant}"?'


@pytest.mark.parametrize("given", ["", "xyzzy", "fodnote", "🙂"])
def test_a_word_like_none_of_them_gets_no_guess(given: str) -> None:
    assert did_you_mean(given, KEYS) is None


def test_where_nothing_is_known_nothing_is_guessed() -> None:
    assert did_you_mean("title", ()) is None
