"""The dates of a Word file that somebody sends us, kept as they were when it was saved.

A field DATE or TIME says today wherever the file is opened: a letter would bear another date each time it is
made a PDF. What the field said when it was saved stands in the file.
"""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from kdnet_docs.ooxml.xml import Element, descendants, get

_PART = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_CLOCK = re.compile(r"\s*(DATE|TIME)\b", re.IGNORECASE)
_LARGEST = 200_000_000  # bytes unpacked, of the whole file


def with_printed_dates(docx: bytes) -> bytes:
    """The file with what its fields DATE and TIME said as plain text.

    A file that cannot be read, or that has none of them, is given back as it is.
    """
    try:
        with ZipFile(BytesIO(docx)) as archive:
            return _rewritten(archive) or docx
    except (
        BadZipFile,
        etree.XMLSyntaxError,
        EOFError,
        NotImplementedError,
        OSError,
        RuntimeError,
        ValueError,
    ):
        return docx


def _rewritten(archive: ZipFile) -> bytes | None:
    entries = archive.infolist()
    if sum(entry.file_size for entry in entries) > _LARGEST:
        return None
    changed = {}
    for entry in entries:
        if _PART.fullmatch(entry.filename):
            root = etree.fromstring(archive.read(entry), _parser())
            if root.getroottree().docinfo.internalDTD is None and _print_dates(root):
                changed[entry.filename] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    if not changed:
        return None
    output = BytesIO()
    with ZipFile(output, "w") as copy:
        for entry in entries:
            copy.writestr(entry, changed.get(entry.filename) or archive.read(entry))
    return output.getvalue()


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _print_dates(root: Element) -> bool:
    """Whether something was changed."""
    simple = [field for field in descendants(root, "w:fldSimple") if _is_printed_clock(field)]
    marks = [mark for field in _complex_fields(root) for mark in field]
    for field in simple:
        _replace_by_content(field)
    for mark in marks:
        _remove(mark)
    return bool(simple or marks)


def _is_printed_clock(field: Element) -> bool:
    said = "".join(words.text or "" for words in descendants(field, "w:t"))
    return bool(_CLOCK.match(get(field, "w:instr") or "") and said.strip())


def _replace_by_content(field: Element) -> None:
    parent = field.getparent()
    if parent is not None:
        at = parent.index(field)
        parent[at : at + 1] = list(field)


def _remove(mark: Element) -> None:
    parent = mark.getparent()
    if parent is not None:
        parent.remove(mark)


def _complex_fields(root: Element) -> list[list[Element]]:
    """The marks of each field of several runs that says a date or a time; its result lies between them."""
    open_fields: list[_Field] = []
    found = []
    for one in descendants(root, "w:fldChar", "w:instrText", "w:t"):
        kind = get(one, "w:fldCharType")
        if kind == "begin":
            open_fields.append(_Field(one))
        elif open_fields:
            open_fields[-1].meet(one, kind)
            if kind == "end" and (field := open_fields.pop()).is_printed_clock():
                found.append(field.marks)
    return found


class _Field:
    """A field of several runs, as far as it has been read."""

    def __init__(self, begin: Element) -> None:
        self.marks = [begin]
        self._instruction = ""
        self._result: str | None = None

    def meet(self, one: Element, kind: str | None) -> None:
        """Take what comes next: a mark, a piece of the instruction, or of the result."""
        if kind == "separate":
            self._result = ""
        if self._result is None:
            self._instruction += one.text or ""
        elif kind is None:
            self._result += one.text or ""
            return
        self.marks.append(one)

    def is_printed_clock(self) -> bool:
        """Whether it is a date or time, and the file has what it said."""
        return bool(_CLOCK.match(self._instruction) and (self._result or "").strip())
