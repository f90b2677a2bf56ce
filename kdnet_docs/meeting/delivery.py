"""Everything that a build puts on disk: the made files, and for a meeting its manifest and its zip."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kdnet_docs.assembly.closing.edits import in_original
from kdnet_docs.base.diagnostics import Diagnostic, Refused, in_reading_order, is_error
from kdnet_docs.base.progress import Progress
from kdnet_docs.meeting.archive import zip_of
from kdnet_docs.meeting.audiences import for_audience
from kdnet_docs.meeting.describe import describe
from kdnet_docs.meeting.engines import Audience, Wish
from kdnet_docs.meeting.kept import Kept
from kdnet_docs.meeting.leaks.proof import prove
from kdnet_docs.meeting.made import MadeFile
from kdnet_docs.meeting.maker import Maker
from kdnet_docs.meeting.manifest import MANIFEST, Manifest
from kdnet_docs.meeting.package import plan
from kdnet_docs.meeting.provenance import CheckedOut
from kdnet_docs.meeting.record import Summary
from kdnet_docs.meeting.write import write
from kdnet_docs.sources.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """`files` are contents by path from the folder that is built into.

    `folder` is the one in it that a meeting has to itself; it is empty for a document alone.
    """

    folder: str
    files: Mapping[str, bytes]
    language: str
    summary: Summary
    findings: tuple[Diagnostic, ...]


def deliver(
    project: Project, wish: Wish, commit: CheckedOut | None, kept: Kept, progress: Progress
) -> Delivery | Refused:
    """What is to be on disk for this wish, or everything that stands in its way.

    Open files are searched for what is closed before they are given away.
    """
    delivery = _deliver(for_audience(project, wish.audience), wish, commit, kept, progress)
    if wish.audience != "open":
        return delivery
    if isinstance(delivery, Refused):
        return Refused(tuple(map(in_original, delivery.diagnostics)))
    proven = prove(project, wish.name, delivery.files)
    findings = in_reading_order((*map(in_original, delivery.findings), *proven))
    if any(map(is_error, proven)):
        return Refused(findings)
    return replace(delivery, findings=findings)


def _deliver(
    project: Project, wish: Wish, commit: CheckedOut | None, kept: Kept, progress: Progress
) -> Delivery | Refused:
    package = plan(project, wish.name, progress)
    if isinstance(package, Refused):
        return package
    maker = Maker(project=project, formats=wish.formats, engine=wish.engine, kept=kept)
    made = write(package, maker, progress)
    if isinstance(made, Refused):
        return made
    front = package.front
    files = _called_after(wish.audience, made.files)
    contents = {name: file.content for name, file in files.items()}
    folder = next(iter(files)).partition("/")[0] if front else ""
    if front:
        manifest = describe(project, front, files, wish, commit)
        contents |= _manifest_and_zip(folder, files, manifest, front.date)
    return Delivery(
        folder=folder,
        files=contents,
        language=(front or package.documents[0]).language,
        summary=_summary(files),
        findings=in_reading_order((*package.findings, *made.findings)),
    )


def _called_after(audience: Audience | None, files: Mapping[str, MadeFile]) -> Mapping[str, MadeFile]:
    """The files with the audience in the name of their folder, or of those that lie in none."""
    if audience is None:
        return files
    return {_with(audience, name): file for name, file in files.items()}


def _with(audience: Audience, name: str) -> str:
    folder, found, rest = name.partition("/")
    if found:
        return f"{folder}-{audience}/{rest}"
    stem, _, ending = name.rpartition(".")
    return f"{stem}-{audience}.{ending}"


def _manifest_and_zip(
    folder: str, made: Mapping[str, MadeFile], manifest: Manifest, day: date
) -> dict[str, bytes]:
    """The manifest, and a zip of everything, which is named as the folder is."""
    names = {f"{folder}/{MANIFEST}": manifest.to_json()}
    contents = {name: file.content for name, file in made.items()} | names
    return names | {f"{folder}/{folder}.zip": zip_of(contents, day)}


def _summary(files: Mapping[str, MadeFile]) -> Summary:
    """The whole's pages where there is a whole, or else those of its parts."""
    whole = {name: file for name, file in files.items() if file.role == "package"}
    parts = [file for file in files.values() if file.role != "package"]
    claims = next((file.claims for file in whole.values()), None)
    return Summary(
        documents=len({(file.role, file.bilag, file.title, file.sources) for file in parts}),
        pages=_pages(whole.values() or parts),
        first=next(iter(whole), ""),
        pdf_a=(claims.pdf_a or "") if claims else "",
        pdf_ua=claims.pdf_ua if claims else False,
    )


def _pages(files: Collection[MadeFile]) -> int:
    return sum(file.pages or 0 for file in files)
