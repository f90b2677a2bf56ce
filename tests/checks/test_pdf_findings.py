"""What a secretary is told of somebody else's PDF."""

from pathlib import Path

import pytest
from attached import with_files

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, is_error
from kdnet_docs.checks.pdf_findings import lacking, unusable
from kdnet_docs.model.meeting import Bilag
from kdnet_docs.tagged_pdf.inspect import inspect
from kdnet_docs.tagged_pdf.verdicts import Claims, Inspected, Lack, Lacking, Reason, Unusable

SAMPLES = Path(__file__).parents[1] / "tagged_pdf" / "samples"


def bilag(folder: Path, more: str = "") -> Bilag:
    return with_files(folder, {"attachments/x.pdf": b""}, more)[1][0]


def found(folder: Path, *lacks: Lacking, scanned: bool = False, more: str = "") -> list[str]:
    inspected = Inspected(
        pages=(),
        tagged=not any(one.lack is Lack.UNTAGGED for one in lacks),
        scanned=scanned,
        language=None,
        title=None,
        claims=Claims(pdf_ua=False, pdf_a=None),
        lacks=lacks,
    )
    return [finding.message.to("da") for finding in lacking(inspected, bilag(folder, more))]


def of(*lacks: Lack) -> tuple[Lacking, ...]:
    return tuple(Lacking(lack=lack) for lack in lacks)


@pytest.mark.parametrize("reason", Reason)
def test_a_file_that_cannot_go_in_says_what_to_do(tmp_path: Path, reason: Reason) -> None:
    finding = unusable(Unusable(reason=reason), bilag(tmp_path))
    assert is_error(finding)
    assert finding.code.value.startswith("KD4")
    assert "Bilag 0" in str(finding.message)
    assert finding.hint
    assert finding.span
    assert finding.span.text == "attachments/x.pdf"


def test_a_scan_is_told_of_once_and_in_plain_words(tmp_path: Path) -> None:
    scan = inspect((SAMPLES / "scan.pdf").read_bytes())
    assert isinstance(scan, Inspected)
    [finding] = told(scan, tmp_path)
    assert finding.code is Code.ATTACHMENT_LACKS
    assert not is_error(finding)
    assert finding.message.to("da") == (
        '"Bilag 0" er et skannet dokument uden tekst: den samlede PDF kan ikke læses op der '
        "og kaldes derfor ikke tilgængelig (PDF/UA)"
    )


def told(inspected: Inspected, folder: Path) -> list[Diagnostic]:
    return list(lacking(inspected, bilag(folder)))


def test_a_file_without_tags_is_not_told_of_its_tags_as_well(tmp_path: Path) -> None:
    lacks = of(Lack.UNTAGGED, Lack.LANGUAGE, Lack.UA_CLAIM, Lack.A_CLAIM, Lack.ALTERNATIVE_TEXT)
    [message] = found(tmp_path, *lacks)
    assert "ikke opmærket" in message


def test_fonts_are_named_and_pages_counted(tmp_path: Path) -> None:
    fonts = (Lacking(lack=Lack.FONT_NOT_EMBEDDED, what="Arial"), Lacking(lack=Lack.A_CLAIM))
    pictures = (Lacking(lack=Lack.ALTERNATIVE_TEXT, pages=(n,)) for n in (7, 2, 7))
    assert found(tmp_path, *pictures, *fonts) == [
        'billeder i "Bilag 0" har ingen beskrivelse til dem, der ikke kan se dem: side 2, 7',
        '"Bilag 0" har ikke sine skrifttyper med (Arial): den kan se anderledes ud på andre computere',
    ]


def test_a_language_that_the_meeting_states_is_not_lacking(tmp_path: Path) -> None:
    assert len(found(tmp_path / "a", *of(Lack.LANGUAGE))) == 1
    assert found(tmp_path / "b", *of(Lack.LANGUAGE), more="        language: en\n") == []


def test_a_title_of_its_own_is_not_asked_for(tmp_path: Path) -> None:
    assert found(tmp_path, *of(Lack.TITLE)) == []


@pytest.mark.parametrize("lack", [lack for lack in Lack if lack not in (Lack.TITLE, Lack.OUTPUT_INTENT)])
def test_every_other_lack_is_told_of(tmp_path: Path, lack: Lack) -> None:
    assert len(found(tmp_path, *of(lack))) == 1
