"""What one should know of how far documents have come, beside what was found or built of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kdnet_docs.base.messages import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kdnet_docs.meeting.build import Built
    from kdnet_docs.sources.bilag import Written
    from kdnet_docs.sources.project import Project


def before_adoption(project: Project, references: Iterable[str]) -> Iterator[Message]:
    """Of each document that is to be decided on, what it must not be adopted with.

    Once it is adopted its text is frozen, and what `kdnet final` finds in it comes too late.
    """
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.final.standing import standing
    from kdnet_docs.model.life import LIFE

    for model in _documents(project, references):
        stage = LIFE[model.status]
        if not stage.is_draft or "til-beslutning" not in stage.suits:
            continue
        name = f"{model.id}@{model.version}"
        here = standing(project, name)
        if isinstance(here, Refused) or not here.in_the_way:
            continue
        count = len(here.in_the_way)
        yield (
            msg("{name}: put 1 thing right before it is adopted; `kdnet status {name}` shows it", name=name)
            if count == 1
            else msg(
                "{name}: put {count} things right before it is adopted; `kdnet status {name}` shows them",
                name=name,
                count=count,
            )
        )


def found_in_the_words(project: Project, built: Built) -> Iterator[Message]:
    """Whether there is something to read in what was built that its build did not tell of.

    What it did tell of is counted again, as `kdnet check` counts it.
    """
    from kdnet_docs.base.diagnostics import counted
    from kdnet_docs.meeting.check import check

    told = frozenset(built.findings)
    found = check(project, [built.name])
    if any(one not in told and one.code.may_be_silenced for one in found):
        yield msg(
            "The text has {found}; see them with: kdnet check {name}", found=counted(found), name=built.name
        )


def not_the_signed_file(project: Project, reference: str) -> Iterator[Message]:
    """Where a document is signed, that what was built of it has no signatures."""
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.checks.signed_file import final_file
    from kdnet_docs.model.life import LIFE
    from kdnet_docs.model.meeting import Meeting

    model = project.read(project.called(reference))
    if not isinstance(model, Refused | Meeting) and not LIFE[model.status].may_become:
        yield msg(
            "  Note           these files have no signatures; the signed one, which counts, is called {file}",
            file=final_file(project.root, model).name,
        )


def _documents(project: Project, references: Iterable[str]) -> Iterator[Written]:
    """The documents that are meant, each once, as far as they can be read."""
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.final.standing import names_in
    from kdnet_docs.model.meeting import Meeting

    names = (name for reference in references for name in names_in(project, reference))
    for name in dict.fromkeys(names):
        model = project.read(name)
        if not isinstance(model, Refused | Meeting):
            yield model
