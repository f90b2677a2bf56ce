"""A secretary is told once of each file what it lacks, where, and what to ask for."""

from pathlib import Path

import pytest
from attached import with_files

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, is_error
from kdnet_docs.checks.pdf_lacks import lacking
from kdnet_docs.model.meeting import Bilag
from kdnet_docs.tagged_pdf.inspection import inspect
from kdnet_docs.tagged_pdf.verdicts import Claims, Inspected, Lack, Lacking

SAMPLES = Path(__file__).parents[1] / "tagged_pdf" / "samples"
NONE = Claims(pdf_ua=False, pdf_a=None)


def bilag(folder: Path, more: str = "") -> Bilag:
    return with_files(folder, {"attachments/x.pdf": b""}, more)[1][0]


def of(*lacks: Lack | Lacking, claims: Claims = NONE) -> Inspected:
    found = tuple(Lacking(lack=one) if isinstance(one, Lack) else one for one in lacks)
    return Inspected(
        pages=(),
        tagged=Lack.UNTAGGED not in lacks,
        scanned=False,
        language=None,
        title=None,
        claims=claims,
        lacks=found,
    )


def told(inspected: Inspected, folder: Path, *, converted: bool = False) -> Diagnostic:
    [finding] = lacking(inspected, bilag(folder), converted=converted)
    assert finding.code is Code.ATTACHMENT_LACKS
    assert not is_error(finding)
    assert finding.hint
    return finding


def test_a_scan_is_told_of_in_plain_words(tmp_path: Path) -> None:
    scan = inspect((SAMPLES / "scan.pdf").read_bytes())
    assert isinstance(scan, Inspected)
    finding = told(scan, tmp_path)
    assert finding.message.to("da") == (
        '"Bilag 0" mangler tekst, der kan læses op (den er skannet): den samlede PDF kaldes derfor hverken '
        "tilgængelig (PDF/UA) eller egnet til arkiv (PDF/A)"
    )
    assert str(finding.hint) == "ask for the document itself in place of a scan"


def test_a_file_without_tags_is_not_told_of_its_tags_as_well(tmp_path: Path) -> None:
    lacks = (Lack.UNTAGGED, Lack.LANGUAGE, Lack.UA_CLAIM, Lack.A_CLAIM, Lack.ALTERNATIVE_TEXT)
    message = told(of(*lacks), tmp_path).message.to("da")
    assert "mangler opmærkning (tags)" in message
    assert "billeder" not in message


def test_all_that_is_lacking_is_one_finding_with_its_places(tmp_path: Path) -> None:
    pictures = (Lacking(lack=Lack.ALTERNATIVE_TEXT, pages=(n,)) for n in (7, 2, 7))
    tags = (Lacking(lack=Lack.NOTE_ID, pages=(3,)), Lacking(lack=Lack.TAG_ROLE, pages=(1,)))
    font = Lacking(lack=Lack.FONT_NOT_EMBEDDED, what="Arial")
    assert told(of(*pictures, *tags, font, Lack.A_CLAIM), tmp_path).message.to("da") == (
        '"Bilag 0" mangler fejlfri opmærkning (tags) (side 1, 3), beskrivelser af billeder til dem, der ikke '
        "kan se dem (side 2, 7) og sine skrifttyper (Arial): den samlede PDF kaldes derfor hverken "
        "tilgængelig (PDF/UA) eller egnet til arkiv (PDF/A)"
    )


def test_it_is_said_of_the_whole_only_what_the_file_takes_from_it(tmp_path: Path) -> None:
    accessible = of(Lack.A_CLAIM, claims=Claims(pdf_ua=True, pdf_a=None))
    assert str(told(accessible, tmp_path / "a").message) == (
        '"Bilag 0" lacks what archives ask for (PDF/A): '
        "the combined PDF does not call itself fit for archives (PDF/A)"
    )
    archived = of(Lack.UA_CLAIM, Lack.A_CLAIM, claims=Claims(pdf_ua=False, pdf_a="2b"))
    assert str(told(archived, tmp_path / "b").message) == (
        '"Bilag 0" lacks the mark of an accessible file (PDF/UA): '
        "the combined PDF does not call itself accessible (PDF/UA)"
    )


def test_of_a_file_that_is_converted_archives_are_not_spoken_of_and_nobody_is_asked_for_a_pdf(
    tmp_path: Path,
) -> None:
    finding = told(of(Lack.ALTERNATIVE_TEXT, Lack.A_CLAIM), tmp_path / "a", converted=True)
    assert "PDF/A" not in str(finding.message)
    assert "save it as accessible PDF in the program that it was made in" in str(finding.hint)
    accessible = of(Lack.A_CLAIM, claims=Claims(pdf_ua=True, pdf_a=None))
    assert list(lacking(accessible, bilag(tmp_path / "b"), converted=True)) == []


def test_a_language_that_the_meeting_states_is_not_lacking(tmp_path: Path) -> None:
    inspected = of(Lack.LANGUAGE)
    assert 'write "language: en"' in str(told(inspected, tmp_path / "a").hint)
    assert list(lacking(inspected, bilag(tmp_path / "b", "        language: en\n"))) == []


def test_a_title_of_its_own_is_not_asked_for(tmp_path: Path) -> None:
    assert list(lacking(of(Lack.TITLE), bilag(tmp_path))) == []


# The whole has a title of its own; the intent follows from the claim, and the others arise in merging.
NOT_TOLD = {Lack.TITLE, Lack.OUTPUT_INTENT, Lack.COLOURS, Lack.STAMP_CLAIM}


@pytest.mark.parametrize("lack", [lack for lack in Lack if lack not in NOT_TOLD])
def test_every_other_lack_is_told_of(tmp_path: Path, lack: Lack) -> None:
    told(of(lack), tmp_path)
