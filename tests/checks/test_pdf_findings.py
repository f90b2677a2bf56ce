"""What a secretary is told of somebody else's PDF that cannot go in, or that brings more than its pages."""

from pathlib import Path

import pytest
from attached import with_files
from hand_made_pdf import Tagged

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import is_error
from kdnet_docs.checks.pdf_findings import accompanied, unusable
from kdnet_docs.model.meeting import Bilag
from kdnet_docs.tagged_pdf.inspection import inspect
from kdnet_docs.tagged_pdf.verdicts import Inspected, Reason, Unusable


def bilag(folder: Path) -> Bilag:
    return with_files(folder, {"attachments/x.pdf": b""})[1][0]


@pytest.mark.parametrize("reason", Reason)
def test_a_file_that_cannot_go_in_says_what_to_do(tmp_path: Path, reason: Reason) -> None:
    finding = unusable(Unusable(reason=reason), bilag(tmp_path))
    assert is_error(finding)
    assert finding.code.value.startswith("KD4")
    assert "Bilag 0" in str(finding.message)
    assert finding.hint
    assert finding.span
    assert finding.span.text == "attachments/x.pdf"


def test_a_program_inside_is_named(tmp_path: Path) -> None:
    finding = unusable(Unusable(reason=Reason.PROGRAM, detail="sag.exe"), bilag(tmp_path))
    assert finding.code is Code.ATTACHMENT_ACTIVE
    assert finding.message.to("da") == 'der er vedhæftet et program inde i PDF-filen til "Bilag 0": sag.exe'


def test_too_many_pages_are_told_with_the_most_that_there_can_be(tmp_path: Path) -> None:
    assert "2000" in str(unusable(Unusable(reason=Reason.TOO_MANY_PAGES), bilag(tmp_path)).message)


def test_files_that_nobody_sees_are_told_of(tmp_path: Path) -> None:
    entries = "/Names <</EmbeddedFiles <</Names [(a) <</F (loen.xlsx) /EF <</F 90 0 R>>>>]>>>>"
    inspected = inspect(Tagged(catalogue=entries, objects={90: "<</Length 0>>stream\n\nendstream"}).pdf())
    assert isinstance(inspected, Inspected)
    [finding] = accompanied(inspected, bilag(tmp_path))
    assert (finding.code, is_error(finding)) == (Code.ATTACHMENT_FILES, False)
    assert finding.message.to("da") == (
        'PDF-filen til "Bilag 0" har filer vedhæftet, som sendes med: loen.xlsx'
    )


def test_of_a_file_with_nothing_in_it_nothing_is_said(tmp_path: Path) -> None:
    inspected = inspect(Tagged().pdf())
    assert isinstance(inspected, Inspected)
    assert list(accompanied(inspected, bilag(tmp_path))) == []
