"""A goal that is measured says who measures it or reports on it."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.reading.goals import ReadGoal, read_goals
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Contract

# Who it may be, besides the parties: what organisations and offices are called, in any form.
_WHO = re.compile(
    r"(?:kommune|region|parter|bestyrelse|direktør|sekretariat|styrelse|ministeri|erhvervshus|udvalg|råd\b|rådet|"
    r"forvaltning|leder|chef|leverandør|konsulent|afdeling|styregruppe|arbejdsgruppe|projektgruppe|klynge|center|"
    r"centret|institution|forening|organisation|selskab|tovholder|ansvarlig|koordinator|revisor|evaluator|"
    r"\bKL\b|\bKKR\b|\bvi\b|fonden?\b|skole|hospital|teamet|virksomheden\b|operatør)",
    re.IGNORECASE,
)
# "opgøres af Danmarks Statistik", "fra Aarhus", "ved Rambøll": a name after the word that says who.
_BY = re.compile(r"\b(?:af|fra|ved|hos)\s+(?:den\s+|det\s+)?(?:\w+\s+)?[A-ZÆØÅ]")
# "Rambøll opgør", "Danmarks Statistik indsamler": a name that acts.
_ACTS = re.compile(
    r"[A-ZÆØÅ]\w+(?:\s+[A-ZÆØÅ]?\w+){0,3}\s+(?:af(?:rap)?re?porterer|rapporterer|opgør|måler|indsamler|indberetter|"
    r"gennemfører|følger\s+op|udarbejder|fremlægger|orienterer|evaluerer|udsender|redegør|har\s+ansvar\w*|leverer)\b"
)


def without_owner(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each goal with targets whose words name nobody who measures or reports."""
    if not isinstance(subject.model, Contract) or subject.model.language != "da":
        return
    names = tuple(party.name for party in subject.model.parties if party.name.strip())
    for goal in read_goals(subject):
        if goal.goal.targets and not _has_owner(goal, names):
            yield Diagnostic(
                code=Code.NO_OWNER,
                message=msg("nothing says who measures this goal or reports on it"),
                span=goal.goal.title.span if goal.goal.title else goal.goal.span,
                hint=msg('write below "metode" or "afrapportering" who does so, when and to whom'),
            )


def _has_owner(goal: ReadGoal, names: tuple[str, ...]) -> bool:
    return any(
        any(name in passage.text for name in names)
        or any(pattern.search(passage.text) for pattern in (_WHO, _BY, _ACTS))
        for passage in (*goal.metode, *goal.afrapportering)
    )
