"""The words that a PDF shows on each page, and the files that lie in it; of anybody's file, within limits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pypdf import PageObject
from pypdf.errors import LimitReachedError
from pypdf.generic import DictionaryObject, StreamObject

from kdnet_docs.tagged_pdf.inspection import MAX_PAGES
from kdnet_docs.tagged_pdf.merging.trees import names
from kdnet_docs.tagged_pdf.reading.access import (
    dictionary_in,
    items,
    name_in,
    resolved,
    text_in,
    under,
    value_in,
)
from kdnet_docs.tagged_pdf.reading.attached_files import named
from kdnet_docs.tagged_pdf.reading.guarded import guarded
from kdnet_docs.tagged_pdf.reading.pages import pages
from kdnet_docs.tagged_pdf.reading.reader import Reader
from kdnet_docs.tagged_pdf.reading.xmp import title
from kdnet_docs.tagged_pdf.verdicts import Reason, Unusable

MAX_OPERATORS = 5_000_000
"""Of all pages together, with those of a form counted each time that it is drawn; some twenty seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTop:
    """What an annotation shows; `field` is the label of the signature field that it is, "" if it is none."""

    text: str
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a PDF shows: the text of its pages in order, its title, and the files in it by their names.

    `on_top` has for each page what its fields and other annotations show, such as that somebody signed.
    """

    pages: tuple[str, ...]
    on_top: tuple[tuple[OnTop, ...], ...]
    title: str | None
    files: Mapping[str, bytes]


def read_shown(pdf: bytes) -> Shown | Unusable:
    """The text of every page, or why it cannot be read. Raises nothing, whatever the bytes are."""
    return guarded(pdf, _shown)


def _shown(reader: Reader) -> Shown | Unusable:
    texts: list[str] = []
    on_top: list[tuple[OnTop, ...]] = []
    counter = _Counter(MAX_OPERATORS)
    for page in pages(reader):
        if len(texts) == MAX_PAGES:
            return Unusable(reason=Reason.TOO_MANY_PAGES, detail=f"more than {MAX_PAGES}")
        whole = PageObject(reader, page.reference)
        whole.update(page.complete())
        texts.append(_text(reader, whole, counter))
        on_top.append(tuple(_on_top(reader, whole, counter)))
    if not texts:
        return Unusable(reason=Reason.EMPTY)
    root = reader.root_object
    return Shown(pages=tuple(texts), on_top=tuple(on_top), title=title(root), files=dict(_files(root)))


@dataclass(slots=True)
class _Counter:
    """Counts operators, since a form may draw forms that draw forms."""

    left: int

    def __call__(self, *_: object) -> None:
        self.left -= 1
        if self.left < 0:
            raise LimitReachedError(f"more than {MAX_OPERATORS} operators")


def _text(reader: Reader, page: PageObject, counter: _Counter) -> str:
    for stream in map(resolved, (items(page, "/Contents") or (page.get("/Contents"),))):
        if isinstance(stream, StreamObject):
            reader.content(stream)  # which counts what it unpacks
    return page.extract_text(visitor_operand_before=counter)


def _on_top(reader: Reader, page: PageObject, counter: _Counter) -> Iterator[OnTop]:
    for annotation in map(resolved, items(page, "/Annots")):
        look = value_in(under(annotation, "/AP"), "/N")
        if isinstance(look, StreamObject):
            reader.content(look)
            # Unpacked or not: the type that pypdf asks for is narrower than what it takes.
            text = page.extract_xform_text(look, visitor_operand_before=counter)  # type: ignore[arg-type]
            yield OnTop(text=text, field=_label(annotation))


def _label(annotation: object) -> str:
    """What a signature field is called for people, "" of anything else."""
    if name_in(annotation, "/FT") != "/Sig":
        return ""
    return text_in(annotation, "/TU") or text_in(annotation, "/T") or ""


def _files(root: DictionaryObject) -> Iterator[tuple[str, bytes]]:
    """The files of the catalogue, each once: by the tree of their names, and those that belong to it."""
    listed = [value for _, value in names(dictionary_in(dictionary_in(root, "/Names"), "/EmbeddedFiles"))]
    for one in map(resolved, [*listed, *items(root, "/AF")]):
        file = under(one, "/EF")
        stream = value_in(file, "/UF") or value_in(file, "/F")
        if isinstance(stream, StreamObject):
            yield next(iter(named(one)), "?"), stream.get_data()
