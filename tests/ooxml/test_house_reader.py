from pathlib import Path
from shutil import copytree
from subprocess import run

import docx
import pytest
from docx.shared import Pt, RGBColor
from tools import tool

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.ooxml.house import House
from kdnet_docs.ooxml.house_reader import PARAGRAPH_STYLES, read_house

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A copy of the templates that a test may change."""
    return Path(copytree(TEMPLATES, tmp_path / "templates"))


def house(templates: Path) -> House:
    found = read_house(templates)
    assert isinstance(found, House), found
    return found


def refusals(templates: Path) -> list[str]:
    found = read_house(templates)
    assert isinstance(found, Refused)
    return [str(diagnostic.message) for diagnostic in found.diagnostics]


def test_has_every_style_that_the_writers_use() -> None:
    assert set(house(TEMPLATES).paragraphs) == set(PARAGRAPH_STYLES)


def test_the_page_is_a4() -> None:
    page = house(TEMPLATES).page
    assert (round(page.width), round(page.height)) == (595, 842)


def test_lines_are_set_exactly_so_that_word_and_pdf_break_pages_alike() -> None:
    styles = docx.Document(str(TEMPLATES / "word" / "house.docx")).styles
    exact = styles.element.xpath("//w:style[not(w:name/@w:val = 'Logo')]//w:spacing[@w:line]/@w:lineRule")
    assert set(exact) == {"exact"}
    grows = styles.element.xpath("//w:style[w:name/@w:val = 'Logo']//w:spacing/@w:lineRule")
    assert grows == ["atLeast"]  # else Word would cut a picture down to the height of a line
    assert styles.element.xpath("//w:contextualSpacing") == []


def test_no_field_asks_the_reader_to_update_it() -> None:
    settings = docx.Document(str(TEMPLATES / "word" / "house.docx")).settings.element
    assert settings.xpath("//w:updateFields | //w:embedTrueTypeFonts") == []


def test_headings_step_down_in_size() -> None:
    sizes = [house(TEMPLATES).paragraphs[f"Heading {level}"].size for level in range(1, 7)]
    assert sizes == sorted(sizes, reverse=True)


def test_a_change_in_word_changes_the_house_style(templates: Path) -> None:
    file = templates / "word" / "house.docx"
    word = docx.Document(str(file))
    style = word.styles["Heading 2"]
    style.font.size, style.font.color.rgb, style.font.bold = Pt(17), RGBColor(0x12, 0x34, 0x56), False
    style.paragraph_format.space_before = Pt(33)
    word.save(str(file))
    changed = house(templates).paragraphs["Heading 2"]
    assert (changed.size, changed.color, changed.bold, changed.space_before) == (17, "#123456", False, 33)


def test_a_style_takes_what_it_does_not_say_from_the_one_it_is_based_on(templates: Path) -> None:
    file = templates / "word" / "house.docx"
    word = docx.Document(str(file))
    word.styles["Table Text"].font.name = "Arial"
    word.save(str(file))
    styles = house(templates).paragraphs
    assert (styles["Table Figure"].font, styles["Body Text"].font) == ("Arial", "Source Sans Pro")


def test_the_same_house_is_read_after_another_program_saved_the_template(templates: Path) -> None:
    file = templates / "word" / "house.docx"
    before = house(templates)
    profile = f"-env:UserInstallation=file://{templates}/profile"
    command = [
        tool("soffice"),
        "--headless",
        profile,
        "--convert-to",
        "docx",
        "--outdir",
        str(templates),
        str(file),
    ]
    run(command, check=True, capture_output=True)
    (templates / "house.docx").replace(file)
    after = house(templates)
    assert (after.page, after.table, after.link_color) == (before.page, before.table, before.link_color)
    assert {name: after.paragraphs[name] for name in PARAGRAPH_STYLES} == before.paragraphs


def test_every_missing_style_is_named(templates: Path) -> None:
    file = templates / "word" / "house.docx"
    word = docx.Document(str(file))
    word.styles["Quote"].delete()
    word.styles["House Table"].delete()
    word.save(str(file))
    assert refusals(templates) == [
        "the template templates/word/house.docx lacks the style “Quote”",
        "the template templates/word/house.docx lacks the style “House Table”",
    ]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 an old .doc"])
def test_a_file_that_is_no_word_file_is_a_finding(templates: Path, content: bytes) -> None:
    (templates / "word" / "house.docx").write_bytes(content)
    (message,) = refusals(templates)
    assert message.startswith("the template templates/word/house.docx is not a Word file")


def test_a_missing_template_is_a_finding(templates: Path) -> None:
    (templates / "word" / "house.docx").unlink()
    assert refusals(templates) == ["the template templates/word/house.docx does not exist"]
