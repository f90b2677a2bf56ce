"""The files of a meeting: each bilag, the dagsorden, the referat, and one PDF of it all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kdnet_docs.assembly.meeting import meeting_context
from kdnet_docs.base.diagnostics import Diagnostic, Refused, in_reading_order
from kdnet_docs.base.progress import Progress, Step
from kdnet_docs.meeting.bilag_files import BilagFiles, make_bilag
from kdnet_docs.meeting.bind import Piece, Whole, bind
from kdnet_docs.meeting.entries import entries
from kdnet_docs.meeting.fronts import Front, front_files, link_to, make_fronts
from kdnet_docs.meeting.made import Made, MadeFile, Role
from kdnet_docs.meeting.maker import Maker, made_file
from kdnet_docs.meeting.names import front_name
from kdnet_docs.meeting.outline import outline
from kdnet_docs.meeting.package import Package, file_name
from kdnet_docs.render.pdf.writer import heading_pages
from kdnet_docs.sources.bilag import MeetingSources


def write_meeting(
    package: Package, sources: MeetingSources, maker: Maker, progress: Progress
) -> Made | Refused:
    """Every file of a meeting, in the meeting's own folder, or all that stands in the way."""
    bilag = _bilag(package, sources, maker, progress)
    if isinstance(bilag, Refused):
        return bilag
    fronts = make_fronts(package, sources, bilag, maker)
    if isinstance(fronts, Refused):
        return fronts
    files: dict[str, MadeFile] = {}
    if "pdf" in maker.formats:
        whole = _whole(sources, fronts, bilag, maker)
        if isinstance(whole, Refused):
            return whole
        files[f"{_front_name('package', sources)}.pdf"] = whole
    for front in fronts:
        made = front_files(front, maker)
        if isinstance(made, Refused):
            return made
        files |= {f"{_front_name(front.role, sources)}.{form}": file for form, file in made.items()}
    for one in bilag:
        files |= {f"{one.entry.stem}.{form}": file for form, file in one.files.items()}
        files |= {f"{one.entry.changes}.{form}": file for form, file in one.changes.items()}
    folder = file_name(fronts[0].document.id)
    return Made(
        files={f"{folder}/{name}": file for name, file in files.items()},
        findings=tuple(finding for one in bilag for finding in one.findings),
    )


def _bilag(
    package: Package, sources: MeetingSources, maker: Maker, progress: Progress
) -> tuple[BilagFiles, ...] | Refused:
    listed = entries(sources, meeting_context(sources.meeting, sources.sent, []))
    steps = len(listed) + 1
    bilag: list[BilagFiles] = []
    refused: list[Diagnostic] = []
    for number, entry in enumerate(listed, start=1):
        progress(Step(number=number, of=steps, title=entry.title))
        made = make_bilag(entry, package, maker)
        if isinstance(made, Refused):
            refused.extend(made.diagnostics)
        else:
            bilag.append(made)
    progress(Step(number=steps, of=steps, title=str(sources.meeting.title)))
    return Refused(in_reading_order(refused)) if refused else tuple(bilag)


def _whole(
    sources: MeetingSources, fronts: Sequence[Front], bilag: Sequence[BilagFiles], maker: Maker
) -> MadeFile | Refused:
    """One PDF of it all, with links from the list of bilag into itself."""
    dagsorden, context = fronts[0].document, meeting_context(sources.meeting, sources.sent, [])
    headings = heading_pages(dagsorden, maker.project.templates)
    if isinstance(headings, Refused):
        return headings
    names = [context.words[_heading_of(front.role, sources)] for front in fronts]
    bound_bilag = [one for one in bilag if one.piece]
    whole = Whole(
        pieces=tuple(piece for piece in (*_pieces(fronts), *_pieces(bilag)) if piece),
        outline=tuple(outline(names, [one.entry for one in bound_bilag], sources, context, headings)),
        links={link_to(one): number for number, one in enumerate(bound_bilag, start=len(fronts))},
    )
    bound = bind(whole, dagsorden, context.words, maker.project.templates)
    if isinstance(bound, Refused):
        return bound
    sources_of_all = dict.fromkeys(_sources(fronts, bilag))
    file = made_file(bound.pdf, "pdf", "package", dagsorden.title, sources_of_all)
    return replace(file, claims=bound.claims)


def _front_name(role: Role, sources: MeetingSources) -> str:
    return front_name(role, sources.meeting.language, supplement=bool(sources.sent))


def _heading_of(role: Role, sources: MeetingSources) -> str:
    """The label of what the outline calls a front."""
    if role == "referat":
        return "referat"
    return "supplementary-agenda" if sources.sent else "agenda"


def _pieces(made: Sequence[Front | BilagFiles]) -> Iterator[Piece | None]:
    return (one.piece for one in made)


def _sources(fronts: Sequence[Front], bilag: Sequence[BilagFiles]) -> Iterator[str]:
    for front in fronts:
        yield from front.sources
    for one in bilag:
        for file in one.files.values():
            yield from file.sources
