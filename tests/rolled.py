"""Sources rolled forward without a project, as the tests look at them."""

from python_files import ROOT

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.status import StatusTable
from kdnet_docs.rollforward.decisions import Answer, Answers
from kdnet_docs.rollforward.draft import Draft, write_draft
from kdnet_docs.rollforward.plan import Plan, plan
from kdnet_docs.rollforward.versions import versions
from kdnet_docs.sources.read import read

REAL = ROOT / "contract_sources" / "contracts" / "erhvervshus-midtjylland" / "2022.yaml"
STATUS = ROOT / "contract_sources" / "status" / "naere-psykiatri" / "2021-09.yaml"

HEAD = """\
kind: contract
id: aftale
version: 2022
status: udkast
title: Aftale {{ version }}
date: 2021-09-01
"""


def plan_of(text: str, to: str = "2023") -> Plan:
    """What is found in a source on the way to a version."""
    model = read(Source("2022.yaml", text))
    assert isinstance(model, Contract | StatusTable), model
    both = versions(model, to)
    assert not isinstance(both, Refused), both
    return plan(model, both)


def draft_of(found: Plan, answers: Answers | None = None) -> Draft:
    """The draft with these answers."""
    draft = write_draft(found, answers or {}, "2023.yaml")
    assert isinstance(draft, Draft), draft
    return draft


def with_proposals(found: Plan) -> Answers:
    """Every proposal taken, as by somebody who presses Enter all through."""
    asked = {item.place: item.verdict.new for item in found.asked}
    return {place: Answer(words=words) for place, words in asked.items() if words is not None}
