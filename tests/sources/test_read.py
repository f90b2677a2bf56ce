"""A source is read as the kind that its first line says."""

import pytest
from command_line import CONTRACT, MEETING
from python_files import ROOT

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.model.status import StatusTable
from kdnet_docs.sources.read import KINDS, read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (CONTRACT, Contract),
        (MEETING, Meeting),
        ((ROOT / "contract_sources/status/naere-psykiatri/2021-09.yaml").read_text("utf-8"), StatusTable),
    ],
)
def test_the_kinds(text: str, kind: type) -> None:
    assert type(read(Source("a.yaml", text))) is kind
    assert kind in KINDS.values()


@pytest.mark.parametrize(
    ("line", "code", "hint"),
    [
        ("", Code.MISSING_KEY, 'add a first line "kind: contract", "kind: status" or "kind: meeting"'),
        ("kind: kontrakt", Code.BAD_VALUE, 'did you mean "contract"?'),
        ("kind: xyz", Code.BAD_VALUE, "the kinds are contract, status, meeting"),
        ("kind: [contract]", Code.BAD_VALUE, "the kinds are contract, status, meeting"),
        ("kind:", Code.BAD_VALUE, "the kinds are contract, status, meeting"),
    ],
)
def test_a_kind_that_there_is_not(line: str, code: Code, hint: str) -> None:
    outcome = read(Source("a.yaml", CONTRACT.replace("kind: contract", line)))
    assert isinstance(outcome, Refused)
    (finding,) = outcome.diagnostics
    assert (finding.code, str(finding.hint)) == (code, hint)


def test_amounts_and_dates_are_read_in_the_documents_language() -> None:
    english = CONTRACT.replace("title:", "language: en\ntitle:").replace("2022-01-01", "1 January 2022")
    assert isinstance(read(Source("a.yaml", english)), Contract)
    danish = CONTRACT.replace("2022-01-01", "1 January 2022")
    assert isinstance(read(Source("a.yaml", danish)), Refused)


def test_values_that_yaml_would_guess_at_are_text() -> None:
    contract = read(Source("a.yaml", CONTRACT.replace("title:", "author: no\nsubject: 010\ntitle:")))
    assert isinstance(contract, Contract)
    assert (contract.author, contract.subject, contract.version) == ("no", "010", "2022")
