"""What is built holds the original, word by word and in order, as other people's programs read it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from original.comparison import (
    ORIGINAL,
    Reading,
    StaleDifferenceError,
    compare,
    join_broken,
    read_original,
    read_pages,
    report,
)
from original.differences import FOOTNOTED, Reader
from original.readers import pages, pandoc_lines, printed_by_libreoffice

PROJECT = Path(__file__).parents[2]
WORD_FILES = (
    "00 Dagsorden.docx",
    "01-1 Udkast til resultatkontrakt for Erhvervshus Midtjylland 2022.docx",
    "03-1 Oversigt – status for initiativer om den nære psykiatri.docx",
)
MEETING_PDF = "00 Dagsorden med bilag.pdf"
DRAFT = "\n".join("UDKAST")


@pytest.fixture(scope="module")
def original() -> str:
    return ORIGINAL.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    command = (
        sys.executable,
        "-m",
        "kdnet_docs",
        "--project",
        str(PROJECT),
        "build",
        "2021-09",
        "--out",
        str(out),
    )
    subprocess.run(command, check=True, timeout=300)
    return out / "meeting-2021-09"


@pytest.fixture(scope="module")
def pdf_pages(package: Path) -> tuple[str, ...]:
    return pages(package / MEETING_PDF)


@pytest.fixture(scope="module")
def printed_pages(package: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    folder = tmp_path_factory.mktemp("printed")
    return tuple(
        page for name in WORD_FILES for page in pages(printed_by_libreoffice(package / name, folder))
    )


def on_paper(printed: tuple[str, ...], expected: Reading, reader: Reader) -> Reading:
    vocabulary = frozenset(expected.words).union(*expected.notes)
    return read_pages([join_broken(page, vocabulary) for page in printed], reader, expected.notes)


def test_word_files_hold_the_original_as_pandoc_reads_them(original: str, package: Path) -> None:
    texts = [pandoc_lines(package / name) for name in WORD_FILES]
    running = read_pages([text for text, _ in texts], Reader.PANDOC, ())
    found = Reading(running.words, tuple(tuple(note.split()) for _, notes in texts for note in notes))
    assert not (said := report(read_original(original, Reader.PANDOC), found)), said


def test_word_files_hold_the_original_as_libreoffice_prints_them(
    original: str, printed_pages: tuple[str, ...]
) -> None:
    expected = read_original(original, Reader.LIBREOFFICE)
    assert not (said := report(expected, on_paper(printed_pages, expected, Reader.LIBREOFFICE))), said


def test_the_pdf_holds_the_original_as_poppler_reads_it(original: str, pdf_pages: tuple[str, ...]) -> None:
    expected = read_original(original, Reader.POPPLER)
    assert not (said := report(expected, on_paper(pdf_pages, expected, Reader.POPPLER))), said


@pytest.mark.parametrize("printed", ["pdf_pages", "printed_pages"])
def test_each_footnote_stands_on_the_page_of_its_mark(
    original: str, printed: str, request: pytest.FixtureRequest
) -> None:
    notes = read_original(original, Reader.POPPLER).notes
    texts = [" ".join(page.split()) for page in request.getfixturevalue(printed)]
    for number, (word, note) in enumerate(zip(FOOTNOTED, notes, strict=True), start=1):
        marked = [page for page, text in enumerate(texts) if f"{word}{number}" in text]
        noted = [page for page, text in enumerate(texts) if " ".join(note) in text]
        assert marked == noted, (
            f"footnote {number} has its mark on page {marked} and its words on page {noted}"
        )


def test_every_page_of_the_draft_and_no_other_is_watermarked(pdf_pages: tuple[str, ...]) -> None:
    drafts = [page.startswith(DRAFT) for page in pdf_pages]
    contract = [
        "Resultatkontrakt 2022" in page.removeprefix(DRAFT).strip().splitlines()[0] for page in pdf_pages
    ]
    assert drafts == contract
    assert any(drafts)


# --- the comparison itself: it would be worth nothing if it let a word pass


def every_mutation(words: tuple[str, ...]) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    for at, word in enumerate(words):
        yield at, "changed", (*words[:at], f"{word}x", *words[at + 1 :])
        yield at, "dropped", (*words[:at], *words[at + 1 :])
        if at and word != words[at - 1]:
            yield at - 1, "moved", (*words[: at - 1], word, words[at - 1], *words[at + 1 :])


def test_any_word_that_is_changed_dropped_or_moved_is_reported(original: str) -> None:
    words = read_original(original, Reader.POPPLER).words
    for at, what, found in every_mutation(words):
        deviations = compare(words, found)
        assert deviations, f"word {at}, {words[at]}, {what}"
        if what == "changed":
            assert [(d.at, d.expected, d.found) for d in deviations] == [
                (at, (words[at],), (f"{words[at]}x",))
            ]


@pytest.mark.parametrize(
    ("words", "others", "expected", "found"),
    [
        ("omfatter vejledning af", "omfattede vejledning af", "omfattede", "omfatter"),
        ("2022 være 45 pct.", "2022 være 46 pct.", "46", "45"),
        ("Randers\t2.876", "Randers\t2.867", "2.867", "2.876"),
        ("publiceret i efteråret", "publiceret efteråret", "(nothing)", "i"),
        ("Mål 6 – Effekt", "Mål 7 – Effekt", "7", "6"),
    ],
)
def test_a_word_of_the_original_that_we_do_not_have_is_reported_alone(
    original: str, words: str, others: str, expected: str, found: str
) -> None:
    assert original.count(words) == 1
    mutated = read_original(original.replace(words, others), Reader.LIBREOFFICE)
    said = report(mutated, read_original(original, Reader.LIBREOFFICE))
    assert said.count("expected:") == 1
    assert f"expected: {expected}\n" in said
    assert said.endswith(f"found:    {found}")


def test_a_footnote_that_is_not_whole_is_reported(original: str) -> None:
    mutated = read_original(original.replace("Fyn 59 pct.,", "Fyn 58 pct.,"), Reader.PANDOC)
    said = report(mutated, read_original(original, Reader.PANDOC))
    assert said.startswith("footnote ³")
    assert "expected: 58\n" in said


def test_a_difference_that_the_original_does_not_have_is_reported(original: str) -> None:
    with pytest.raises(StaleDifferenceError, match="Initiativ Status"):
        read_original(original.replace("Initiativ\tStatus", "Initiativer\tStatus"), Reader.PANDOC)
