"""Each bilag of somebody else's is looked at where it lies, and what is wrong is said at its place."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from attached import png, with_files
from command_line import kdnet
from hand_made_pdf import Tagged

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused, is_error
from kdnet_docs.checks.attachments import examine_attachment
from kdnet_docs.meeting.check import check

SAMPLES = Path(__file__).parents[1] / "tagged_pdf" / "samples"


def office(*names: str) -> bytes:
    output = BytesIO()
    with ZipFile(output, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return output.getvalue()


# The head of a photograph of 2 by 2 points, and of its data no more than the beginning.
CUT_JPEG = bytes.fromhex("ffd8 ffc0000b080002000201011100 ffda0008010100003f00 1234")

FILES = {
    "notat.docx": (office("word/document.xml"), []),
    "ark.xlsx": (office("xl/workbook.xml"), []),
    "billede.png": (png(3, 2), [Code.ATTACHMENT_LACKS]),
    "tom.pdf": (b"", [Code.ATTACHMENT_BROKEN]),
    "halv.pdf": (b"%PDF-1.7\n", [Code.ATTACHMENT_BROKEN]),
    "halv.docx": (office("word/document.xml")[:40], [Code.ATTACHMENT_BROKEN]),
    "halv.png": (png(3, 2)[:18], [Code.ATTACHMENT_BROKEN]),
    "afbrudt.png": (png(30, 20)[:-20], [Code.ATTACHMENT_BROKEN]),
    "afbrudt.jpg": (CUT_JPEG, [Code.ATTACHMENT_BROKEN]),
    "word.pdf": (office("word/document.xml"), [Code.ATTACHMENT_KIND]),
    "pdf.docx": (Tagged().pdf(), [Code.ATTACHMENT_KIND]),
    "side.html": (b"<html>", [Code.ATTACHMENT_KIND]),
    "skan.tif": (b"II*\0", [Code.ATTACHMENT_KIND]),
    "makro.docm": (office("word/document.xml", "word/vbaProject.bin"), [Code.ATTACHMENT_ACTIVE]),
    "makro.docx": (office("word/document.xml", "word/vbaProject.bin"), [Code.ATTACHMENT_ACTIVE]),
    "stort.png": (
        png(1, 1).replace(b"\0\0\0\1\0\0\0\1", b"\0\0\xff\0\0\0\xff\0"),
        [Code.ATTACHMENT_TOO_LARGE],
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_examined_by_what_it_holds(tmp_path: Path, name: str) -> None:
    content, codes = FILES[name]
    project, _ = with_files(tmp_path, {f"attachments/{name}": content})
    findings = check(project, ["2022-03"])
    assert [finding.code for finding in findings] == codes
    assert all(finding.span and finding.span.text == f"attachments/{name}" for finding in findings)


def test_two_kinds_that_one_program_opens_may_bear_each_others_names(tmp_path: Path) -> None:
    project, _ = with_files(tmp_path, {"attachments/foto.jpg": png(3, 2), "attachments/a.doc": b"{\\rtf1}"})
    assert not any(map(is_error, check(project, ["2022-03"])))


def test_a_watermark_that_would_be_too_small_to_read_is_told_of_at_its_place(tmp_path: Path) -> None:
    files = {"attachments/x.pdf": Tagged().pdf()}
    project, (bilag,) = with_files(tmp_path / "a", files, f"        watermark: {'FORTROLIGT ' * 7}\n")
    assert not isinstance(examine_attachment(project, bilag), Refused)
    project, (bilag,) = with_files(tmp_path / "b", files, f"        watermark: {'FORTROLIGT ' * 8}\n")
    refused = examine_attachment(project, bilag)
    assert isinstance(refused, Refused)
    [finding] = refused.diagnostics
    assert finding.code is Code.BAD_VALUE
    assert finding.span == bilag.span_of("watermark")


def test_a_pdf_goes_in_as_it_is(tmp_path: Path) -> None:
    content = (SAMPLES / "typst-a3a-ua1.pdf").read_bytes()
    project, (bilag,) = with_files(tmp_path, {"attachments/x.pdf": content})
    examined = examine_attachment(project, bilag)
    assert not isinstance(examined, Refused)
    assert examined.inspected is not None
    assert examined.content == content
    # It has its own source attached.
    assert [finding.code for finding in examined.findings] == [Code.ATTACHMENT_FILES]


def test_check_tells_of_a_missing_file_and_makes_nothing(tmp_path: Path) -> None:
    project, _ = with_files(tmp_path, {"attachments/notat.pdf": Tagged().pdf()})
    (project.root / "contract_sources/attachments/notat.pdf").rename(
        project.root / "contract_sources/attachments/notat2.pdf"
    )
    before = sorted(everything(project.root))
    run = kdnet("check", "2022-03", "--output-format", "concise", here=project.root, language="da")
    assert "KD411" in run.stdout
    assert 'der er ingen fil "attachments/notat.pdf"' in run.stdout
    assert sorted(everything(project.root)) == before


def everything(root: Path) -> Iterator[Path]:
    yield from root.rglob("*")
