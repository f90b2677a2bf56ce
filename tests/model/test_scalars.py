from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdnet_docs.assembly.values import decimal
from kdnet_docs.base.nodes import ScalarNode
from kdnet_docs.base.spans import Source, Span, Wording
from kdnet_docs.model.problems import FieldError
from kdnet_docs.model.scalars import Amount, read_amount, read_date


def node(text: str) -> ScalarNode:
    return ScalarNode(Wording(text, Span(Source("x.yaml", text), 0, len(text)), ((0, 0),)))


def refused(text: str, language: str = "da") -> FieldError:
    with pytest.raises(FieldError) as caught:
        read_amount(node(text), language)
    return caught.value


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("39.010", "da", "39010"),
        ("39010", "da", "39010"),
        ("1.417,50", "da", "1417.50"),
        ("0,5", "da", "0.5"),
        ("-5", "da", "-5"),
        ("−5", "da", "-5"),
        ("+5", "da", "5"),
        (" 5 ", "da", "5"),
        ("39,010 mio. kr.", "da", "39010000"),
        ("5 t.kr.", "da", "5000"),
        ("1,5 mia. kr.", "da", "1500000000"),
        ("5 kr.", "da", "5"),
        ("80%", "da", "80"),
        ("80 pct.", "da", "80"),
        ("39,010", "en", "39010"),
        ("1,417.50", "en", "1417.50"),
    ],
)
def test_amounts_are_read_as_their_language_writes_them(text: str, language: str, value: str) -> None:
    assert read_amount(node(text), language).value == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["", "kr.", "mange", "1.000.00", "1,2,3", "5 æbler", "1e5", "0x10", "NaN", "inf", "--5", "5-", "½", "²"],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    assert refused(text).code.value == "KD205"
    assert refused(text, "en").code.value == "KD205"


@pytest.mark.parametrize(("text", "language"), [("1.5", "da"), ("39.01", "da"), ("1,5", "en")])
def test_what_can_be_read_in_two_ways_is_refused_with_both(text: str, language: str) -> None:
    problem = refused(text, language)
    assert "two ways" in str(problem.message)
    assert "/" in str(problem.hint)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9),
    st.sampled_from(["da", "en"]),
)
def test_what_is_written_is_read_again_as_the_same_number(number: Decimal, language: str) -> None:
    read = read_amount(node(decimal(number, language)), language)
    assert isinstance(read, Amount)
    assert read.number == number
    assert decimal(read.number, language) == decimal(number, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2022-01-01", "da"),
        ("1. januar 2022", "da"),
        ("1 januar 2022", "da"),
        ("1. Januar 2022", "da"),
        ("1 January 2022", "en"),
    ],
)
def test_dates_are_read_in_figures_and_in_words(text: str, language: str) -> None:
    assert read_date(node(text), language) == date(2022, 1, 1)


@pytest.mark.parametrize(
    "text",
    ["", "2022", "01-01-2022", "2022-02-30", "31. juni 2022", "1. january 2022", "0000-01-01", "1. 1. 2022"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(FieldError) as caught:
        read_date(node(text), "da")
    assert caught.value.code.value == "KD206"


@pytest.mark.parametrize(
    ("text", "language", "hint"),
    [
        ("15. jan 2030", "da", 'dates are written "2022-01-01" or "1. januar 2022"'),
        ("15 jan 2030", "en", 'dates are written "2022-01-01" or "1 January 2022"'),
        ("2030-13-01", "da", 'dates are written "2022-01-01" or "1. januar 2022"'),
        ("2030-02-30", "da", "februar 2030 has 28 days"),
        ("30 february 2028", "en", "February 2028 has 29 days"),
    ],
)
def test_what_is_no_date_is_told_how_to_write(text: str, language: str, hint: str) -> None:
    with pytest.raises(FieldError) as caught:
        read_date(node(text), language)
    assert str(caught.value.hint) == hint
