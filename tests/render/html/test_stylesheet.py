from dataclasses import replace
from pathlib import Path

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.ooxml.house import House
from kdnet_docs.ooxml.house_reader import read_house
from kdnet_docs.render.html.stylesheet import house_css, style_class

TEMPLATES = Path(__file__).parents[3] / "templates"


def house() -> House:
    read = read_house(TEMPLATES)
    assert not isinstance(read, Refused)
    return read


def changed(name: str, **values: object) -> House:
    original = house()
    style = replace(original.paragraphs[name], **values)  # type: ignore[arg-type]
    return replace(original, paragraphs={**original.paragraphs, name: style})


def test_a_change_in_the_word_template_is_a_change_on_the_page() -> None:
    assert ".level-1 { font-size: 2rem" in house_css(
        changed("Heading 1", size=2 * house().paragraphs["Body Text"].size), ()
    )
    assert "color: #abcdef" in house_css(changed("Heading 2", color="#abcdef"), ())
    assert "--link: #123456" in house_css(replace(house(), link_color="#123456"), ())


def test_the_cover_s_styles_come_under_names_of_their_own() -> None:
    assert style_class("Cover Party") == "cover-party"
    assert ".cover-party {" in house_css(house(), ("Cover Party",))


def test_a_font_s_name_cannot_end_the_stylesheet() -> None:
    css = house_css(changed("Body Text", font='x"; } </style><script>'), ())
    assert "<" not in css
    assert '"x\\22 \\3b  \\7d ' in css
