"""What other people's programs read in our files."""

import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from original.differences import MARKS
from tools import tool

_INLINE = {
    "Emph",
    "Strong",
    "Underline",
    "Strikeout",
    "Superscript",
    "Subscript",
    "SmallCaps",
    "Quoted",
    "Link",
    "Span",
}


def pandoc_lines(word: Path) -> tuple[str, tuple[str, ...]]:
    """The text of a Word file as pandoc reads it, a line for each block, and its footnotes.

    List marks are written as text, and a footnote's mark as the raised number that it is.
    """
    tree = json.loads(_run(tool("pandoc"), str(word), "--to=json"))
    notes: list[str] = []
    # pandoc takes a first paragraph in the style Title for the document's title and out of its blocks.
    title = list(tree["meta"].get("title", {}).get("c", []))
    return "".join(_texts([title, *tree["blocks"]], notes)), tuple(notes)


def _texts(node: Any, notes: list[str]) -> Iterator[str]:
    """The text of a node of pandoc's tree: {"t": its type, "c": its content} or a list of such."""
    match node:
        case {"t": "Str", "c": str(text)} | {"t": "Code" | "CodeBlock", "c": [_, str(text)]}:
            yield text
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            yield " "
        case {"t": "Note", "c": content}:
            yield MARKS[len(notes)]
            notes.append("".join(_texts(content, [])))
        case {"t": "Table", "c": [_, _caption, *parts]}:
            # What pandoc takes for a caption is the description for people who hear the table read aloud.
            yield from ("\n", *_texts(parts, notes), "\n")
        case {"t": "BulletList", "c": items}:
            yield from _items((("-", item) for item in items), notes)
        case {"t": "OrderedList", "c": [[start, *_], items]}:
            yield from _items(((f"{number}.", item) for number, item in enumerate(items, start=start)), notes)
        case {"t": kind, "c": content}:
            ends = "" if kind in _INLINE else "\n"
            yield from (ends, *_texts(content, notes), ends)
        case list():
            for child in node:
                yield from _texts(child, notes)
        case _:
            pass  # attributes, alignments and sizes


def _items(items: Iterable[tuple[str, Any]], notes: list[str]) -> Iterator[str]:
    for mark, item in items:
        yield from (f"\n{mark} ", *_texts(item, notes), "\n")


def printed_by_libreoffice(word: Path, folder: Path) -> Path:
    """The Word file as LibreOffice prints it, as a PDF in `folder`."""
    profile = (folder / "profile").as_uri()
    _run(
        tool("soffice"),
        "--headless",
        f"-env:UserInstallation={profile}",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(word),
    )
    return folder / f"{word.stem}.pdf"


def pages(pdf: Path) -> tuple[str, ...]:
    """The text of each page as poppler reads it, in the order in which it was drawn."""
    text = _run(tool("pdftotext"), "-raw", "-enc", "UTF-8", str(pdf), "-")
    return tuple(text.split("\f")[:-1])


def _run(*command: str) -> str:
    return subprocess.run(
        command, check=True, capture_output=True, text=True, encoding="utf-8", timeout=120
    ).stdout
