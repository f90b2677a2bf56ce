from dataclasses import replace

import pytest
from lxml import html
from samples import BUDGET, DOCUMENT, GOAL, STATUS, note, paragraph, text

from kdnet_docs.document.tree import Block, Footnote, Heading, Inline, Link, Number, Paragraph, Text
from kdnet_docs.render.html.body import Body


def body(*blocks: Block, title_above: bool = False) -> html.HtmlElement:
    written = Body(replace(DOCUMENT, blocks=blocks), title_above=title_above).write()
    return html.fragment_fromstring(written, create_parent="main")


def line(*content: Inline) -> Paragraph:
    return Paragraph(id="p", content=content)


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org/?a=1&b=2",
        "http://example.org",
        "mailto:a@example.org",
        "#p",
        "./01-1%20Udkast.pdf",
    ],
)
def test_a_link_that_is_safe_can_be_clicked(target: str) -> None:
    assert body(line(Link(content=text("her"), target=target))).xpath("//a/@href") == [target]


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:x",
        "data:text/html,x",
        "file:///etc",
        "bilag.pdf",
    ],
)
def test_any_other_link_is_words(target: str) -> None:
    main = body(line(Link(content=text("her"), target=target)))
    assert not main.xpath("//a")
    assert main.text_content() == "her"


def test_sections_hold_what_stands_under_their_heading() -> None:
    main = body(
        Heading(id="a", level=1, content=text("A")),
        paragraph("a/p", "under A"),
        Heading(id="b", level=2, content=text("B")),
        paragraph("b/p", "under B"),
        Heading(id="c", level=1, content=text("C")),
    )
    assert [section[0].get("id") for section in main.xpath("section")] == ["a", "c"]
    assert main.xpath("string(section/section/p)") == "under B"


def test_a_heading_is_read_with_its_number() -> None:
    number = Number(value=3, pattern="Mål %1 –", sequence="maal")
    main = body(Heading(id="a", level=2, content=text("Kvalitet"), number=number), title_above=True)
    assert main.xpath("string(//h3)") == "Mål 3 – Kvalitet"


def test_a_heading_below_the_sixth_level_says_its_level() -> None:
    heading = body(Heading(id="a", level=6, content=text("Dybt")), title_above=True).xpath("//h6")[0]
    assert heading.get("aria-level") == "7"


def test_a_footnote_s_mark_leads_to_it_and_it_leads_back() -> None:
    main = body(line(Text(text="ord"), note("n1", "Noten.")))
    mark = main.xpath("//*[@role='doc-noteref']")[0]
    (footnote,) = main.xpath("//*[@role='doc-footnote']")
    back = footnote.xpath(".//*[@role='doc-backlink']")[0]
    assert mark.get("href") == f"#{footnote.get('id')}"
    assert back.get("href") == f"#{mark.get('id')}"
    assert footnote.text_content() == "1 Noten."


def test_footnotes_are_counted_in_reading_order_and_one_inside_another_comes_last() -> None:
    nested = Footnote(id="ydre", blocks=(line(Text(text="Ydre"), note("indre", "Indre")),))
    main = body(line(nested), line(note("anden", "Anden")))
    footnotes = main.xpath("//*[@role='doc-footnote']")
    assert [footnote.text_content() for footnote in footnotes] == ["1 Ydre3", "2 Anden", "3 Indre"]


def test_a_footnote_in_a_link_makes_no_link_inside_a_link() -> None:
    main = body(line(Link(content=(Text(text="her"), note("n", "N"), Text(text="igen")), target="#p")))
    assert main.xpath("string(p)") == "her1igen"
    assert not main.xpath("//a//a")


def test_tables_say_which_headers_head_columns_and_which_rows() -> None:
    main = body(BUDGET)
    assert main.xpath("//thead//th/@scope") == ["col", "col"]
    assert main.xpath("//tbody//th/@scope") == ["row"]
    assert main.xpath("string(//tfoot//td)") == "10.331"
    assert main.xpath("//td/@class") == ["end", "end"]


def test_merged_cells_stay_merged() -> None:
    main = body(STATUS)
    assert main.xpath("//tbody/tr[1]/th/@rowspan") == ["2"]
    assert [len(row) for row in main.xpath("//tbody/tr")] == [2, 1]


def test_a_table_has_a_description_and_its_caption() -> None:
    main = body(STATUS, GOAL)
    assert main.xpath("//*[@role='group']/@aria-label") == [STATUS.description, GOAL.description]
    assert [caption.text_content() for caption in main.xpath("//caption")] == [
        "Initiativer om den nære psykiatri"
    ]


def test_lists_begin_at_their_number_and_an_empty_item_still_counts() -> None:
    main = body(*DOCUMENT.blocks)
    numbered = main.xpath("//ol[@start='8']")[0]
    assert [item.text_content() for item in numbered] == ["Ottende mål", ""]


def test_contents_lead_to_the_headings_down_to_their_depth() -> None:
    links = body(*DOCUMENT.blocks).xpath("//nav//a")
    assert [link.get("href") for link in links] == [
        "#indledning",
        "#indsatser",
        "#samarbejde",
        "#opsoegende",
        "#oekonomi",
        "#bilag",
        "#kendskab",
    ]
    assert links[-1].text_content() == "Mål 1 – Virksomhedernes kendskab"
