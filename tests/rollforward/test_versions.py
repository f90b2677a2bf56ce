"""Which versions can follow which."""

import pytest
from rolled import HEAD, STATUS

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.status import StatusTable
from kdnet_docs.rollforward.versions import versions
from kdnet_docs.sources.read import read

CONTRACT = HEAD + "body:\n  - text: Parterne er enige.\n"


def ways(text: str, to: str) -> str | int:
    """By how many years the new version is later, or the code of what stands in its way."""
    model = read(Source("kilde.yaml", text))
    assert isinstance(model, Contract | StatusTable)
    both = versions(model, to)
    if isinstance(both, Refused):
        (finding,) = both.diagnostics
        return finding.code.value
    return both.years


@pytest.mark.parametrize(("to", "years"), [("2023", 1), ("2025", 3), (" 2023 ", 1), ("2023-2", 1)])
def test_a_contract_goes_on_in_a_later_year(to: str, years: int) -> None:
    assert ways(CONTRACT, to) == years


@pytest.mark.parametrize(
    "to",
    [
        "2022",
        "2021",
        "2022-2",
        "næste",
        "../2023",
        "2023/x",
        "2023.",
        "x" * 50,
        "-2023",
        "20231",
        "v2",
        "CON:",
    ],
)
def test_other_versions_are_refused(to: str) -> None:
    assert ways(CONTRACT, to) == Code.NEXT_VERSION.value


def test_a_version_without_a_year_does_not_say_how_far_to_go() -> None:
    assert ways(CONTRACT.replace("version: 2022", "version: v1"), "2023") == Code.NEXT_VERSION.value


@pytest.mark.parametrize(
    ("to", "years"), [("2021-12", 0), ("2022-01", 1), ("2021-09", "KD872"), ("2021", "KD872")]
)
def test_a_status_table_may_go_on_in_a_later_month(to: str, years: str | int) -> None:
    assert ways(STATUS.read_text("utf-8"), to) == years
