import pytest
from lxml import etree
from word_files import TEMPLATES

from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.ooxml.dressing import read_lines
from kdnet_docs.ooxml.filling import Place
from kdnet_docs.ooxml.house import Line, PageCount, PageNumber, Tab, Words
from kdnet_docs.ooxml.house_reader import house_file, read_house
from kdnet_docs.ooxml.package import W, read_parts
from kdnet_docs.ooxml.pictures import Pictures

PLACE = Place(file="templates/word/house.docx", part=msg("footer"))


def lines_of(content: str) -> tuple[tuple[Line, ...], tuple[Diagnostic, ...]]:
    house, parts = read_house(TEMPLATES), read_parts(house_file(TEMPLATES))
    assert not isinstance(house, Refused)
    assert not isinstance(parts, Refused)
    footer = etree.fromstring(f'<w:ftr xmlns:w="{W[1:-1]}">{content}</w:ftr>')
    return read_lines(footer, parts["styles.xml"], house, PLACE, Pictures(files={}))


def footer(*runs: str, style: str = "Footer") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def run(content: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr>{content}</w:r>"


def test_words_that_word_has_split_are_one_piece_again() -> None:
    (line,), _ = lines_of(footer(run("<w:t>Si</w:t>"), "<w:proofErr/>", run("<w:t>de</w:t><w:tab/>")))
    assert line == Line(style="footer", pieces=(Words(text="Side"), Tab()))


@pytest.mark.parametrize(
    "field",
    [
        '<w:fldSimple w:instr=" NUMPAGES \\* MERGEFORMAT "><w:r><w:t>9</w:t></w:r></w:fldSimple>',
        run('<w:fldChar w:fldCharType="begin"/>')
        + run("<w:instrText> NUM</w:instrText>")
        + run("<w:instrText>PAGES </w:instrText>")
        + run('<w:fldChar w:fldCharType="separate"/><w:t>9</w:t><w:fldChar w:fldCharType="end"/>'),
    ],
)
def test_a_page_count_is_known_however_word_writes_the_field(field: str) -> None:
    (line,), _ = lines_of(footer('<w:fldSimple w:instr="PAGE"/>', field))
    assert line.pieces == (PageNumber(), PageCount())


@pytest.mark.parametrize(
    ("look", "bold"),
    [("<w:b/>", True), ('<w:b w:val="0"/>', False), ('<w:rStyle w:val="Strong"/>', True), ("", False)],
)
def test_weight_is_seen_whether_made_by_hand_or_by_a_style(look: str, bold: bool) -> None:  # noqa: FBT001
    (line,), _ = lines_of(footer(run("<w:t>x</w:t>", look)))
    assert line.pieces == (Words(text="x", bold=bold),)


@pytest.mark.parametrize(
    "content", [run('<w:sym w:char="F0"/>'), run("<w:pict/>"), '<w:fldSimple w:instr="DATE"/>', "<w:sdt/>"]
)
def test_what_not_every_format_can_show_is_a_finding(content: str) -> None:
    lines, (finding,) = lines_of(footer(content) + footer(run("<w:t>x</w:t>")))
    assert len(lines) == 1
    assert str(finding.message).startswith("the footer of templates/word/house.docx holds something")
