"""Years in words, some years later."""

import pytest

from kdnet_docs.rollforward.shifting import shifted, to_month
from kdnet_docs.rollforward.versions import Version, Versions


@pytest.mark.parametrize(
    ("words", "years", "later"),
    [
        ("2022", 1, "2023"),
        ("efteråret 2022", 2, "efteråret 2024"),
        ("2022-01-01", 1, "2023-01-01"),
        ("2021/22", 1, "2022/23"),
        ("2021-2023", 1, "2022-2024"),
        ("1.3.22", 1, "1.3.23"),
        ("1.3.99", 1, "1.3.00"),
        ("29. februar 2024", 1, "28. februar 2025"),
        ("2024-02-29", 1, "2025-02-28"),
        ("29. februar 2024", 4, "29. februar 2028"),
        ("1. marts", 1, "1. marts"),
        ("1999", 1, "2000"),
    ],
)
def test_every_year_is_so_much_later_and_nothing_else_is_changed(words: str, years: int, later: str) -> None:
    assert shifted(words, years) == later


def test_a_month_becomes_that_of_the_new_version() -> None:
    versions = Versions(
        old=Version(name="2021-09", year=2021, last=2021, month=9),
        new=Version(name="2022-01", year=2022, last=2022, month=1),
    )
    assert to_month("september 2021", versions, "da") == "januar 2022"
    assert to_month("September 2021", versions, "en") == "January 2022"
    assert to_month("marts 2021", versions, "da") == "marts 2022"
