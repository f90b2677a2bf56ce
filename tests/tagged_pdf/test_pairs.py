"""All pairs of tagged files, in both orders: what the parts have the whole has, by other people's readers."""

import io
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

import pytest
from hand_made_pdf import Sheet, Tagged
from pdf_damage import SAMPLES
from peculiar_parts import PECULIAR
from pypdf import PdfWriter
from structure_trees import Read, read
from tools import tool
from verapdf import failures

from kdnet_docs.tagged_pdf.merger import Merged, merge
from kdnet_docs.tagged_pdf.parts import Bookmark, Part, Properties

TAGGED = [name for name in SAMPLES if name != "scan"]
PARTS = SAMPLES | {name: file.pdf() for name, file in PECULIAR.items()}
PAIRS = [*product(TAGGED, TAGGED), *product(PECULIAR, PECULIAR), *product(PECULIAR, ["typst-2.0"])]
PROPERTIES = Properties(title="Samlet", language="da", date=date(2021, 9, 1))
OUTLINE = (Bookmark(title="Første", part=0, own=True), Bookmark(title="Anden", part=1, own=True))
OURS = {"Document", "Part"}


@cache
def merged(*names: str) -> Merged:
    parts = [Part(name=name, pdf=PARTS[name], title=f"Del {name}", language="fr") for name in names]
    return merge(parts, PROPERTIES, outline=OUTLINE)


@cache
def before(name: str) -> Read:
    return read(PARTS[name], language="fr")


@cache
def text(content: bytes) -> list[str]:
    """The text of each page, as poppler reads it."""
    return poppler("pdftotext", content, "{}", "-").split("")[:-1]


@cache
def read_aloud(content: bytes) -> Counter[str]:
    """The pieces of text that the tags hold, as poppler reads them."""
    return Counter(re.findall(r'^ *"(.*)"$', poppler("pdfinfo", content, "-struct-text", "{}"), re.MULTILINE))


@lru_cache(maxsize=2)
def unpacked(content: bytes) -> tuple[bytes, str]:
    """The file as qpdf writes it, which reads all objects and unpacks all streams; and what it warns of."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as packed, tempfile.NamedTemporaryFile() as plain:
        packed.write(content)
        packed.flush()
        unpack = ["--object-streams=disable", "--stream-data=uncompress", "--warning-exit-0"]
        command = [tool("qpdf"), *unpack, packed.name, plain.name]
        run = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
        return Path(plain.name).read_bytes(), run.stderr


def poppler(program: str, content: bytes, *arguments: str) -> str:
    """What a program of poppler's prints of a file.

    Without the output intents: poppler reads the colour profile anew for each tag, which takes it seconds.
    """
    with tempfile.NamedTemporaryFile(suffix=".pdf") as plain:
        plain.write(unpacked(content)[0].replace(b"/OutputIntents", b"/OutputIntentX"))
        plain.flush()
        command = [tool(program), *(argument.format(plain.name) for argument in arguments)]
        return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()


def seen(result: Read) -> list[tuple[str, ...]]:
    """The tags in order, but for those that hold a whole part; the levels of headings may be changed.

    Google writes en_GB, which the standard knows as en-GB.
    """
    return [
        (
            "H" if re.fullmatch(r"H\d?", one.type) else one.type,
            one.language.replace("_", "-"),
            one.alternative,
            str(one.marks),
        )
        for one in result.elements
        if one.type not in OURS
    ]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_what_is_in_two_parts_is_in_the_whole(first: str, second: str) -> None:
    whole = merged(first, second)
    after, parts = read(whole.pdf), (before(first), before(second))
    starts = (0, parts[0].pages)
    assert whole.first_pages == starts
    assert unpacked(whole.pdf)[1] == ""
    assert after.problems == []
    assert seen(after) == [*seen(parts[0]), *seen(parts[1])]
    assert text(whole.pdf) == [*text(PARTS[first]), *text(PARTS[second])]
    # Poppler passes over tags of PDF 2.0, which are those of 1.7 in the whole.
    assert read_aloud(PARTS[first]) + read_aloud(PARTS[second]) <= read_aloud(whole.pdf)
    assert after.addresses == parts[0].addresses + parts[1].addresses
    assert after.leads == [
        (page + start, to + start, place)
        for part, start in zip(parts, starts, strict=True)
        for page, to, place in part.leads
    ]
    assert after.fields == [*parts[0].fields, *parts[1].fields]
    # The same file attached twice is one file.
    assert after.files == (parts[0].files if first == second else parts[0].files + parts[1].files)
    assert after.destinations == Counter(
        {
            (to + start, place): n
            for part, start in zip(parts, starts, strict=True)
            for (to, place), n in part.destinations.items()
        }
    )
    assert after.bookmarks == [
        entry
        for part, start, title in zip(parts, starts, ("Første", "Anden"), strict=True)
        for entry in [
            (title, start),
            *((words, None if to is None else to + start) for words, to in part.bookmarks),
        ]
    ]


UA = ["libreoffice-plain", "typst-a3a-ua1", "typst-a3a-ua1-twin", "weasyprint-ua1"]
A_3A = ["typst-a3a-ua1", "typst-a3a-ua1-twin", "weasyprint-a3a"]


def test_what_the_parts_follow_the_whole_follows_and_says_and_nothing_else(tmp_path: Path) -> None:
    said = {}
    for first in TAGGED:
        for second in TAGGED:
            file, whole = tmp_path / f"{first}+{second}.pdf", merged(first, second)
            assert whole.claims.pdf_ua is (first in UA and second in UA), file.name
            assert (whole.claims.pdf_a == "3a") is (first in A_3A and second in A_3A), file.name
            if whole.claims.pdf_ua or whole.claims.pdf_a == "3a":
                file.write_bytes(whole.pdf)
                said[str(file)] = whole.claims
    broken = failures(Path(name) for name in said)
    wrong = [
        line
        for line in broken
        for name, rule in [line.split(": ", 1)]
        if (said[name].pdf_ua if rule.startswith("ua1") else said[name].pdf_a == "3a")
    ]
    assert wrong == []


def test_a_scan_beside_a_tagged_part_is_tagged_as_a_figure_and_nothing_is_claimed() -> None:
    whole = merged("typst-a3a-ua1", "scan")
    after = read(whole.pdf)
    assert after.problems == []
    assert after.counts - before("typst-a3a-ua1").counts >= Counter({"Figure": 1})
    assert after.elements[-1].type == "Figure"
    assert "Del scan" in after.elements[-1].alternative
    assert (whole.claims.pdf_ua, whole.claims.pdf_a) == (False, None)


def test_two_processes_make_the_same_bytes() -> None:
    script = (
        "import hashlib, sys\n"
        "from test_pairs import TAGGED, merged\n"
        "print(*(hashlib.sha256(merged(name, TAGGED[0]).pdf).hexdigest() for name in TAGGED))"
    )
    folders = [str(Path(__file__).parent), str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]
    made = {
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(folders)},
            capture_output=True, check=True, timeout=120,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(made) == 1


def test_the_judge_sees_what_a_merger_of_pages_loses() -> None:
    writer, whole = PdfWriter(), io.BytesIO()
    for name in ("typst-a3a-ua1", "weasyprint-ua1"):
        writer.append(io.BytesIO(PARTS[name]))
    writer.write(whole)
    after = read(whole.getvalue())
    assert seen(after) != [*seen(before("typst-a3a-ua1")), *seen(before("weasyprint-ua1"))]


@pytest.mark.parametrize(
    ("written", "spoiled"),
    [
        (b"/Nums [0 [1000 0 R] 1 [2000 0 R]]", b"/Nums [0 [2000 0 R] 1 [1000 0 R]]"),
        (b"/Nums [0 [1000 0 R] 1 [2000 0 R]]", b"/Nums [0 [1000 0 R] 1 [null    ]]"),
        (b"/StructParents 1", b"/StructParents 0"),
        (b"/P 5 0 R /Pg 20 0 R", b"/P 4 0 R /Pg 20 0 R"),
    ],
)
def test_the_judge_sees_a_spoiled_tree(written: bytes, spoiled: bytes) -> None:
    file = Tagged(sheets=(Sheet(), Sheet())).pdf()
    assert written in file
    assert read(file).problems == []
    assert read(file.replace(written, spoiled)).problems != []
