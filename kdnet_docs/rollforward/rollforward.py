"""A version rolled forward: everything read and refused before anybody is asked, and the files made after."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused, is_error
from kdnet_docs.base.files import write_all
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.documents import document_of
from kdnet_docs.document.tree import Document
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.rollforward.decisions import Answers, Decisions, read_decisions
from kdnet_docs.rollforward.decisions_file import filled_in, write_decisions
from kdnet_docs.rollforward.draft import Draft, write_draft
from kdnet_docs.rollforward.plan import Plan, plan
from kdnet_docs.rollforward.versions import versions
from kdnet_docs.sources.load import load
from kdnet_docs.sources.project import SOURCES, Project
from kdnet_docs.sources.revisions import split_reference

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """All that is known before anybody is asked: the plan, what a file decides, and where files go.

    `named` is how the old version was named; `head` are the bytes with which its file begins before its text.
    """

    project: Project
    named: str
    plan: Plan
    document: Document
    path: Path
    decisions_path: Path
    stored: Source | None
    decisions: Decisions
    head: bytes = b""

    @property
    def usual_place(self) -> Path:
        """Where the decisions are if nobody names a file."""
        return _usual_place(self.project, self.plan)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolled:
    """The draft with what is different in it, and the files to write."""

    draft: Draft
    comparison: Comparison
    files: Mapping[Path, bytes]


def prepare(project: Project, reference: str, to: str, decisions: Path | None) -> Prepared | Refused:
    """Reads the old version and the decisions; or why no draft can be made of them."""
    found = project.source_of(reference)
    if isinstance(found, Refused):
        return found
    old_path, source = found
    model = project.model(old_path, source)
    if isinstance(model, Refused):
        return model
    if isinstance(model, Meeting):
        return Refused((_of_a_meeting(model),))
    both = versions(model, to)
    if isinstance(both, Refused):
        return both
    findings: list[Diagnostic] = []
    document = document_of(model, (), findings)
    if errors := tuple(filter(is_error, findings)):
        return Refused(errors)
    found_plan = plan(model, both)
    path = old_path.with_name(f"{both.new.name}.yaml")
    if in_the_way := _in_the_way(project, path):
        return Refused((in_the_way,))
    place = decisions or _usual_place(project, found_plan)
    if path.exists() and not place.exists():
        return Refused((_of_other_decisions(project, path, place),))
    read = _decisions(project, place, found_plan)
    if isinstance(read, Refused):
        return read
    stored, decided = read
    return Prepared(
        project=project,
        named=reference,
        plan=found_plan,
        document=document,
        path=path,
        decisions_path=place,
        stored=stored,
        decisions=decided,
        head=_BYTE_ORDER_MARK if _has_mark(reference, old_path) else b"",
    )


def _usual_place(project: Project, found_plan: Plan) -> Path:
    identity, new = found_plan.reference.partition("@")[0], found_plan.versions.new.name
    return project.root / SOURCES / "rollforward" / f"{identity}-{new}.yaml"


def _of_a_meeting(meeting: Meeting) -> Diagnostic:
    return Diagnostic(
        code=Code.NOT_ROLLED,
        message=msg("a meeting cannot be rolled forward: each has an agenda of its own"),
        span=meeting.span_of("kind"),
        hint=msg("contracts and status tables can; for a meeting, write a new file"),
    )


def _has_mark(reference: str, path: Path) -> bool:
    """Whether the old file begins with a mark that its text does not show."""
    if split_reference(reference)[1] is not None:
        return False
    with path.open("rb") as file:
        return file.read(len(_BYTE_ORDER_MARK)) == _BYTE_ORDER_MARK


def _decisions(project: Project, path: Path, found_plan: Plan) -> tuple[Source | None, Decisions] | Refused:
    """What the file decides; one that is not there yet decides nothing."""
    if not path.exists():
        return None, Decisions(answers={}, entries={})
    source = load(path, _called(project, path))
    if isinstance(source, Refused):
        return source
    read = read_decisions(source, found_plan)
    return read if isinstance(read, Refused) else (source, read)


# --- what is there already ---------------------------------------------------------------------


def _in_the_way(project: Project, path: Path) -> Diagnostic | None:
    """That the version is there already, unless it is a draft of ours that nobody has changed since."""
    if not path.exists() and not path.is_symlink():
        return None
    if path.is_file() and sha256(path.read_bytes()).hexdigest() == _noted(project).get(
        _called(project, path)
    ):
        return None
    name = _called(project, path)
    return Diagnostic(
        code=Code.VERSION_EXISTS,
        message=msg("the version is there already: {name}", name=name),
        span=Span(Source(name, ""), 0, 0),
        hint=msg("it is not written over; name another version, or remove the file if nobody needs it"),
    )


def _of_other_decisions(project: Project, path: Path, place: Path) -> Diagnostic:
    """That the draft was made with other decisions than those that were named, which nobody has written."""
    name = _called(project, path)
    return Diagnostic(
        code=Code.VERSION_EXISTS,
        message=msg(
            "there is no file {file}, and the draft was made with other decisions",
            file=_called(project, place),
        ),
        span=Span(Source(name, ""), 0, 0),
        hint=msg("name the file that it was made with after --decisions; or remove the draft to begin anew"),
    )


def _notes(project: Project) -> Path:
    return project.root / "build" / ".kdnet" / "rollforward.json"


def _noted(project: Project) -> Mapping[str, str]:
    """The digests of the drafts as we have written them."""
    try:
        noted = json.loads(_notes(project).read_bytes())
        return {str(name): str(digest) for name, digest in noted.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def _called(project: Project, path: Path) -> str:
    try:
        return path.resolve().relative_to(project.root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()


# --- what is made ------------------------------------------------------------------------------


def roll(prepared: Prepared, answers: Answers) -> Rolled | Refused:
    """The draft with these answers, what is different in it, and the files."""
    draft = write_draft(prepared.plan, answers, _called(prepared.project, prepared.path))
    if isinstance(draft, Refused):
        return draft
    text = prepared.head + draft.source.text.encode()
    files = {prepared.path: text, **dict(decisions_file(prepared, answers))}
    return Rolled(draft=draft, comparison=compare(prepared.document, draft.document), files=files)


def decisions_file(prepared: Prepared, answers: Answers) -> Iterator[tuple[Path, bytes]]:
    """The file of decisions, where it is new or something more has been decided."""
    known = {place: answer.words for place, answer in prepared.decisions.answers.items()}
    now = {place: answer.words for place, answer in answers.items()}
    if prepared.stored is None or known != now:
        filled = prepared.stored and filled_in(prepared.stored, prepared.decisions, prepared.plan, answers)
        text = filled or write_decisions(prepared.plan, answers)
        yield prepared.decisions_path, text.encode()


def write(prepared: Prepared, files: Mapping[Path, bytes]) -> None:
    """Writes all files or none, and notes the draft as ours. Raises OSError."""
    noted = dict(_noted(prepared.project))
    if prepared.path in files:
        noted[_called(prepared.project, prepared.path)] = sha256(files[prepared.path]).hexdigest()
    notes = json.dumps(noted, indent=1, sort_keys=True).encode()
    write_all({**files, _notes(prepared.project): notes})
