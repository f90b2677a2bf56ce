from markupsafe import Markup

from kdnet_docs.render.html.elements import element, void_element


def test_words_are_escaped_and_elements_are_not() -> None:
    assert element("p", "a < b & c", element("em", "<i>")) == Markup(
        "<p>a &lt; b &amp; c<em>&lt;i&gt;</em></p>"
    )


def test_attributes_are_quoted_and_none_is_left_out() -> None:
    assert void_element("col", class_='a"b', data_x=None, span=2) == '<col class="a&#34;b" span="2">'
