from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from samples import DOCUMENT

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import CodeBlock
from kdnet_docs.render.pdf.writer import write_pdf

TEMPLATES = Path(__file__).parents[3] / "templates"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    return Path(copytree(TEMPLATES, tmp_path / "templates"))


def codes(written: bytes | Refused) -> list[Code]:
    assert isinstance(written, Refused)
    return [finding.code for finding in written.diagnostics]


def test_a_missing_template_is_named(templates: Path) -> None:
    (templates / "typst" / "document.typ").unlink()
    refused = write_pdf(DOCUMENT, templates)
    assert codes(refused) == [Code.TEMPLATE]
    assert isinstance(refused, Refused)
    assert "templates/typst/document.typ" in str(refused.diagnostics[0].message)


def test_a_broken_template_says_what_typst_says(templates: Path) -> None:
    (templates / "typst" / "document.typ").write_text("#nothing-of-that-name", encoding="utf-8")
    refused = write_pdf(DOCUMENT, templates)
    assert codes(refused) == [Code.ENGINE_FAILED]
    assert isinstance(refused, Refused)
    assert "unknown variable: nothing-of-that-name" in str(refused.diagnostics[0].message)


@pytest.mark.parametrize("path", ["/etc/passwd", "../../../../etc/passwd"])
def test_a_template_reaches_no_file_of_the_machine(templates: Path, path: str) -> None:
    (templates / "typst" / "document.typ").write_text(f'#read("{path}")', encoding="utf-8")
    assert codes(write_pdf(DOCUMENT, templates)) == [Code.ENGINE_FAILED]


def test_a_changed_template_shows_at_once(templates: Path) -> None:
    before = write_pdf(DOCUMENT, templates)
    part = templates / "typst" / "pages.typ"
    part.write_text(part.read_text("utf-8").replace("-45deg", "-30deg"), encoding="utf-8")
    assert write_pdf(DOCUMENT, templates) != before


def test_a_character_that_no_font_has_in_code_is_a_finding_too() -> None:
    document = replace(DOCUMENT, blocks=(CodeBlock(id="c", text="中"),))
    assert codes(write_pdf(document, TEMPLATES)) == [Code.MISSING_GLYPH]
