"""From words on a page of a built file to where they stand in the source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.ooxml.received import read_received
from kdnet_docs.sources.project import Project
from kdnet_docs.tagged_pdf.page_texts import read_shown
from kdnet_docs.tagged_pdf.verdicts import Reason, Unusable
from kdnet_docs.tracing.found import Place, Traced, in_one, on_page, pages_with
from kdnet_docs.tracing.letters import Letters
from kdnet_docs.tracing.made_of import Piece, pieces
from kdnet_docs.tracing.pdf import places_in
from kdnet_docs.tracing.word import WordFile, places_in_word, read_word

_ZIP = b"PK"
"""What a Word file begins with."""
_LIKE = 60.0
"""How much alike, in per cent, words are that may have been meant."""
_LONGEST = 200
"""Characters of the words that are said again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file that was built, and the `commit` that it says it was made from, "" if it says none."""

    name: str
    content: bytes
    commit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Words, and the page they stand on, counted from 1 through the whole file; any page where it is None."""

    words: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file that was read, and what stands on its pages; `word` is set for a Word file."""

    file: File
    pieces: tuple[Piece, ...]
    word: WordFile | None = None

    @property
    def pages(self) -> int:
        """How many pages it has; a Word file as many as it had when it was made."""
        return sum(len(piece.pages) for piece in self.pieces)


def open_file(project: Project, file: File) -> Opened | Refused:
    """The file with the sources that it was made from, or why nothing in it can be traced."""
    if file.content.startswith(_ZIP):
        return _open_word(project, file)
    shown = read_shown(file.content)
    if isinstance(shown, Unusable):
        return _unusable(file, shown)
    found = pieces(project, shown, file.commit)
    return Opened(file=file, pieces=found) if any(one.laid for one in found) else _of_somebody_else(file)


def _open_word(project: Project, file: File) -> Opened | Refused:
    parts = read_received(file.content)
    if isinstance(parts, Refused):
        return _unreadable(file)
    word = read_word(project, parts, file.commit)
    if word is None:
        return _of_somebody_else(file)
    return word if isinstance(word, Refused) else Opened(file=file, pieces=(word.piece,), word=word)


def trace(opened: Opened, asked: Asked) -> Traced | Refused:
    """Where words on a page of a file come from."""
    file, words, page = opened.file, asked.words, asked.page
    if page is not None and page > opened.pages and not opened.word:
        return _refused(
            Code.ON_OTHER_PAGE,
            file,
            msg("the file has {count} pages, and no page {page}", count=opened.pages, page=page),
            msg("the pages are counted through the whole file, as a PDF reader does"),
        )
    told = in_one(_places(opened, words))
    if all(place.note == "unknown" for place in told):
        told = in_one(_line_by_line(opened, words)) or told
    if not told:
        return _refused(
            Code.NOT_IN_FILE,
            file,
            msg('"{words}" does not stand in the file', words=_shortly(words)),
            _nearest(opened.pieces, words) or msg("a few words that stand together are enough"),
        )
    here = on_page(told, page)
    if not here:
        pages = ", ".join(map(str, pages_with(told)))
        return _refused(
            Code.ON_OTHER_PAGE,
            file,
            msg('"{words}" does not stand on page {page}', words=_shortly(words), page=page),
            msg("it stands on page {pages}; pages are counted through the whole file", pages=pages),
        )
    return Traced(
        places=here,
        elsewhere=tuple(each for each in pages_with(told) if each not in pages_with(here)),
        approximate=opened.word is not None,
        findings=tuple(_not_here(file, here)),
    )


def _places(opened: Opened, words: str) -> Iterator[Place]:
    return places_in_word(opened.word, words) if opened.word else places_in(opened.pieces, words)


def _line_by_line(opened: Opened, words: str) -> Iterator[Place]:
    """Where each line of the words stands, on the pages that have them all.

    Lines that are copied together do not always follow one another in a source: there is a note between
    them, or a row of a table that was read across.
    """
    different = dict.fromkeys(line for line in words.splitlines() if Letters(line).letters)
    lines = [list(_places(opened, line)) for line in different]
    pages = set.intersection(*(set(pages_with(places)) for places in lines)) if lines else set()
    return (place for places in lines for place in places if pages.intersection(place.pages))


def _nearest(found: Iterable[Piece], words: str) -> Message | None:
    """The words that are most like those, and their page."""
    best, said = _LIKE, None
    for piece in found:
        laid = piece.laid
        near = laid.state.printed.letters.nearest(words, best) if laid else None
        if laid and near:
            best, start, end = near
            said = msg(
                'nearest is "{words}" on page {page}',
                words=_shortly(laid.state.printed.text[start:end]),
                page=piece.first + laid.layout.pages_of(start, end)[0] + 1,
            )
    return said


def _shortly(words: str) -> str:
    """The words on one line, and not all of a whole page."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()} …"


# --- findings -----------------------------------------------------------------------------------------


def _not_here(file: File, places: Iterable[Place]) -> Iterable[Diagnostic]:
    if any(place.state and not place.state.is_here for place in places):
        yield Diagnostic(
            code=Code.SOURCE_NOT_HERE,
            message=msg(
                "the source that {file} was made from is in no commit of this project, nor in its folder",
                file=PurePath(file.name).name,
            ),
            hint=msg("the lines are those of the source that lies in the file, without its comments"),
        )


def _unusable(file: File, unusable: Unusable) -> Refused:
    if unusable.reason is Reason.ENCRYPTED:
        message = msg("{file} is locked, and cannot be read", file=PurePath(file.name).name)
        return _refused(Code.NO_BUILT_FILE, file, message, None)
    return _unreadable(file)


def _unreadable(file: File) -> Refused:
    return _refused(
        Code.NO_BUILT_FILE,
        file,
        msg("{file} cannot be read as a PDF or a Word file", file=PurePath(file.name).name),
        msg("name a .pdf or .docx that `kdnet build` or `kdnet final` has made"),
    )


def _of_somebody_else(file: File) -> Refused:
    return _refused(
        Code.NO_BUILT_FILE,
        file,
        msg("{file} was not made from a source of this project", file=PurePath(file.name).name),
        msg("name a .pdf or .docx that was built here, or its project with --project"),
    )


def _refused(code: Code, file: File, message: Message, hint: Message | None) -> Refused:
    span = Span(Source(file.name, ""), 0, 0)
    return Refused((Diagnostic(code=code, message=message, span=span, hint=hint),))
