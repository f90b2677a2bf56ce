"""Days and moments in the words of whoever reads them."""

from datetime import UTC, date, datetime

from kdnet_docs.base.times import DanishTime, Day


def test_a_day_is_written_out() -> None:
    day = Day(date(2026, 11, 3))
    assert (day.to("da"), day.to("en")) == ("3. november 2026", "3 November 2026")


def test_a_moment_is_told_in_danish_time_in_summer_and_winter() -> None:
    winter, summer = datetime(2021, 12, 31, 23, 30, tzinfo=UTC), datetime(2021, 7, 1, 8, 5, tzinfo=UTC)
    assert DanishTime(winter).to("da") == "1. januar 2022 kl. 00.30"
    assert DanishTime(winter).day.to("en") == "1 January 2022"
    assert DanishTime(summer).to("en") == "1 July 2021, 10:05"
