"""What time it is, and who says so."""

from datetime import UTC, datetime, timedelta

import pytest

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.signing import clock


def test_the_clock_is_read_in_whole_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KDNET_MOMENT", raising=False)
    # What builds are dated with says nothing of when somebody signs.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    moment = clock.now()
    assert isinstance(moment, datetime)
    assert (moment.microsecond, moment.tzinfo) == (0, UTC)
    assert abs(datetime.now(UTC) - moment) < timedelta(minutes=1)
    assert not clock.is_set()


@pytest.mark.parametrize("text", ["2022-01-31T14:30:00Z", " 2022-01-31T15:30+01:00 "])
def test_the_environment_may_say_it(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KDNET_MOMENT", text)
    assert clock.now() == datetime(2022, 1, 31, 14, 30, tzinfo=UTC)
    assert clock.is_set()


@pytest.mark.parametrize(
    "text", ["2022-01-31T14:30", "2022-01-31", "31-01-2022", "1643639400", "now", "0001-01-01T00:00+14:00"]
)
def test_what_is_no_moment_is_told_of(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KDNET_MOMENT", text)
    moment = clock.now()
    assert isinstance(moment, Refused)
    [finding] = moment.diagnostics
    assert text in str(finding.message)
