"""What qpdf reads in a PDF file: its tags, where its links and bookmarks lead, and whether its tables agree.

A reader of its own, on qpdf's JSON, so that our code is not judged by itself.
"""

import json
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tools import tool

STANDARD = frozenset({
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct",
    "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR",
    "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link",
    "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
})  # fmt: skip
OF_PDF_2_0 = {"DocumentFragment": "Part", "Aside": "Sect", "Title": "P", "FENote": "Note"} | dict.fromkeys(
    ("Sub", "Em", "Strong"), "Span"
)
OF_MATHML = {"math": "Formula"}


@dataclass(frozen=True, kw_only=True)
class Element:
    """A tag as it stands in the tree, with the type of PDF 1.7 that it comes to."""

    type: str
    language: str
    alternative: str
    marks: int
    """How many stretches of content and objects it names itself."""
    page: int | None
    """The page of its content, counted from 0."""


@dataclass(kw_only=True)
class Read:
    """What there is in a file, in its order."""

    pages: int
    elements: list[Element] = field(default_factory=list)
    addresses: Counter[str] = field(default_factory=Counter)
    """The addresses that links lead to outside the file."""
    leads: list[tuple[int, int, tuple[Any, ...]]] = field(default_factory=list)
    """The page of each link within the file, the page that it leads to, and the place on it."""
    bookmarks: list[tuple[str, int | None]] = field(default_factory=list)
    destinations: Counter[tuple[int, tuple[Any, ...]]] = field(default_factory=Counter)
    """The places that have names."""
    files: Counter[str] = field(default_factory=Counter)
    """The files that are attached, by what is in them."""
    fields: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """Where the structure tree and the table from content to tags do not say the same."""

    @property
    def counts(self) -> Counter[str]:
        """How many tags there are of each type."""
        return Counter(element.type for element in self.elements)


class _File:
    """qpdf's JSON of a file."""

    def __init__(self, content: bytes) -> None:
        with tempfile.NamedTemporaryFile(suffix=".pdf") as copy:
            copy.write(content)
            copy.flush()
            command = [tool("qpdf"), "--json=2", "--json-key=qpdf", "--warning-exit-0", copy.name]
            run = subprocess.run(command, capture_output=True, check=True, timeout=60)
        self.objects = json.loads(run.stdout)["qpdf"][1]
        self.root = self.at(self.at(self.objects["trailer"])["/Root"])

    def at(self, value: Any) -> Any:
        """What a value is, with its reference followed; a stream is its dictionary."""
        while isinstance(value, str) and f"obj:{value}" in self.objects:
            value = self.objects[f"obj:{value}"]
        if isinstance(value, dict) and "value" in value:
            return self.at(value["value"])
        return value["stream"]["dict"] if isinstance(value, dict) and "stream" in value else value

    def under(self, value: Any, *keys: str) -> Any:
        for key in keys:
            value = self.at(value)
            value = self.at(value.get(key)) if isinstance(value, dict) else None
        return value

    def pages(self, reference: Any) -> Iterator[str]:
        kids = self.under(reference, "/Kids")
        if kids is None:
            yield reference
        for kid in kids or ():
            yield from self.pages(kid)

    def tree(self, node: Any, kind: str) -> Iterator[tuple[Any, Any]]:
        """The pairs of a name tree or a number tree."""
        listed = self.under(node, kind) or []
        yield from zip(listed[::2], listed[1::2], strict=True)
        for kid in self.under(node, "/Kids") or ():
            yield from self.tree(kid, kind)


def words(value: Any) -> str:
    """A text string as qpdf writes it."""
    return str(value).partition(":")[2] if isinstance(value, str) else ""


def read(content: bytes, *, language: str = "") -> Read:
    """What qpdf finds in a file; `language` is that of a file that states none."""
    file = _File(content)
    pages = list(file.pages(file.root["/Pages"]))
    result = Read(pages=len(pages))
    numbers = {page: number for number, page in enumerate(pages)}
    _read_tree(file, numbers, words(file.root.get("/Lang")) or language, result)
    named = dict(file.tree(file.under(file.root, "/Names", "/Dests"), "/Names"))
    named |= {f"u:{key[1:]}": value for key, value in (file.under(file.root, "/Dests") or {}).items()}
    for place in named.values():
        found = _place(file, place, named, numbers)
        if found is not None:
            result.destinations[found] += 1
    _read_annotations(file, pages, named, numbers, result)
    _read_outline(file, file.under(file.root, "/Outlines"), named, numbers, result)
    for _, entry in file.tree(file.under(file.root, "/Names", "/EmbeddedFiles"), "/Names"):
        size = file.under(entry, "/EF", "/F", "/Params", "/Size")
        result.files[f"{words(file.under(entry, '/Desc'))}, {size} bytes"] += 1
    return result


def _read_annotations(file: _File, pages: list[str], named: Any, numbers: Any, result: Read) -> None:
    for number, page in enumerate(pages):
        for reference in file.under(page, "/Annots") or ():
            annotation = file.at(reference)
            if annotation.get("/Subtype") == "/Widget":
                result.fields.append(
                    words(file.under(annotation, "/TU")) or words(file.under(annotation, "/Parent", "/TU"))
                )
            if annotation.get("/Subtype") != "/Link":
                continue
            action = file.under(annotation, "/A") or {}
            if action.get("/S") == "/URI":
                result.addresses[words(file.at(action["/URI"]))] += 1
            found = _place(file, annotation.get("/Dest", action.get("/D")), named, numbers)
            if found is not None:
                result.leads.append((number, *found))


def _place(file: _File, place: Any, named: Any, numbers: Any) -> tuple[int, tuple[Any, ...]] | None:
    """The page that a destination leads to, and where on it."""
    place = file.at(place)
    if isinstance(place, str):
        place = file.at(named.get(place, named.get(f"u:{place[1:]}")))
    if isinstance(place, dict):
        place = file.at(place.get("/D"))
    if not isinstance(place, list) or place[0] not in numbers:
        return None
    return numbers[place[0]], tuple(place[1:])


def _read_outline(file: _File, entry: Any, named: Any, numbers: Any, result: Read) -> None:
    child = file.under(entry, "/First")
    while child is not None:
        found = _place(file, child.get("/Dest", file.under(child, "/A", "/D")), named, numbers)
        result.bookmarks.append((words(file.at(child.get("/Title"))), None if found is None else found[0]))
        _read_outline(file, child, named, numbers, result)
        child = file.under(child, "/Next")


def _read_tree(file: _File, numbers: dict[str, int], language: str, result: Read) -> None:  # noqa: C901
    root = file.under(file.root, "/StructTreeRoot") or {}
    parents = dict(file.tree(root.get("/ParentTree"), "/Nums"))
    roles = file.at(root.get("/RoleMap")) or {}
    claimed: set[tuple[int, int | None]] = set()

    def visit(reference: Any, page: Any, language: str) -> None:
        element = file.at(reference)
        page = element.get("/Pg", page)
        language = words(file.at(element.get("/Lang"))) or language
        kids = file.at(element.get("/K"))
        kids = kids if isinstance(kids, list) else [] if kids is None else [kids]
        marks = []
        place = len(result.elements)
        for kid in kids:
            inner = file.at(kid)
            if isinstance(inner, int):
                marks.append((page, inner))
                claim(reference, page, inner)
            elif inner.get("/Type") == "/MCR":
                marks.append((inner.get("/Pg", page), inner["/MCID"]))
                claim(reference, inner.get("/Stm", inner.get("/Pg", page)), inner["/MCID"])
            elif inner.get("/Type") == "/OBJR":
                marks.append((inner.get("/Pg", page), -1))
                claim(reference, inner["/Obj"], None)
        on = numbers.get(marks[0][0]) if marks else None
        result.elements.append(Element(
            type=standard(file, element, roles), language=language, marks=len(marks), page=on,
            alternative=words(file.at(element.get("/Alt"))),
        ))  # fmt: skip
        assert place == len(result.elements) - 1
        for kid in kids:
            inner = file.at(kid)
            if isinstance(inner, dict) and "/S" in inner:
                if inner.get("/P") != reference:
                    result.problems.append(
                        f"{kid}: its parent is {inner.get('/P')}, and it stands in {reference}"
                    )
                visit(kid, page, language)

    def claim(element: str, holder: Any, mark: int | None) -> None:
        key = file.under(holder, "/StructParent" if mark is None else "/StructParents")
        found = file.at(parents.get(key)) if mark is not None else parents.get(key)
        claimed.add((key, mark))
        if mark is not None:
            found = found[mark] if isinstance(found, list) and mark < len(found) else None
        if found != element:
            result.problems.append(f"{element}: {holder} {mark} leads to {found}")

    kids = file.at(root.get("/K"))
    for kid in kids if isinstance(kids, list) else [root["/K"]] if kids else []:
        visit(kid, None, language)
    for key, value in parents.items():
        entries = file.at(value)
        for mark, parent in enumerate(entries) if isinstance(entries, list) else ((None, value),):
            if parent is not None and (key, mark) not in claimed:
                result.problems.append(f"{key} {mark} leads to {parent}, which does not name it")


def standard(file: _File, element: Any, roles: dict[str, str]) -> str:
    """The type of PDF 1.7 that an element comes to."""
    name, namespace = file.at(element["/S"]), file.at(element.get("/NS"))
    for _ in range(20):
        mapped = (file.at((namespace or {}).get("/RoleMapNS")) or {}).get(name)
        if mapped is not None:
            mapped = file.at(mapped)
            name, namespace = (mapped, None) if isinstance(mapped, str) else (mapped[0], file.at(mapped[1]))
            continue
        if name[1:] in STANDARD or name not in roles:
            break
        name = file.at(roles[name])
    return (OF_PDF_2_0 | OF_MATHML).get(str(name[1:]), str(name[1:]))
