import pytest
from word_files import house

from kdnet_docs.ooxml.contents import Entry, contents
from kdnet_docs.ooxml.paragraph import paragraph, words
from kdnet_docs.ooxml.redline.contents import is_contents, merge_contents
from kdnet_docs.ooxml.revisions.resolve import accept, reject
from kdnet_docs.ooxml.styles import Styles
from kdnet_docs.ooxml.xml import Element, descendants, element, find_all, get

LINES = {"a": "Indledning", "b": "Økonomi", "c": "Bilag"}


def table(names: str, page: int = 1, depth: int = 2) -> Element:
    entries = [Entry(level=1, words=LINES[name], bookmark=f"_Toc{name}", page=page) for name in names]
    return contents(paragraph("TOCHeading", [words("Indhold")]), entries, depth, Styles(house()))


def tell(old: list[Element], new: list[Element]) -> list[Element]:
    """Stands in for the merging of paragraphs: the old one deleted before the new one, if they differ."""
    if old and new and _read(old[0]) == _read(new[0]):
        return new
    return [*(_marked(one, "del") for one in old), *(_marked(one, "ins") for one in new)]


def _marked(one: Element, name: str) -> Element:
    made = element("p", element("pPr", element("rPr", element(name))))
    made.append(element(name, *[child for child in one if not str(child.tag).endswith("pPr")]))
    return made


def _read(one: Element) -> str:
    return "".join(map(str, one.itertext())) + str(
        [get(found, "w:fldCharType") for found in descendants(one, "w:fldChar")]
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [("ab", "ab"), ("abc", "bc"), ("bc", "abc"), ("ab", "c"), ("ac", "abc"), ("a", ""), ("", "ab")],
)
def test_the_field_is_whole_as_it_stands_and_accepted_and_rejected(old: str, new: str) -> None:
    for resolve in (None, accept, reject):
        merged = element("body", merge_contents(table(old), table(new, page=7), tell))
        if resolve:
            resolve(merged)
        kinds = [get(found, "w:fldCharType") for found in descendants(merged, "w:fldChar")]
        depth = 0
        for kind in kinds:
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
            assert depth > 0 or kind == "end"
        assert depth == 0
        own = [text for text in descendants(merged, "w:instrText") if "TOC" in (text.text or "")[:5]]
        assert len(own) == 1


@pytest.mark.parametrize(("old", "new"), [("abc", "bc"), ("bc", "abc"), ("ab", "c")])
def test_lines_are_those_of_the_new_or_of_the_old(old: str, new: str) -> None:
    for resolve, expected in ((accept, table(new, page=7)), (reject, table(old))):
        merged = element("body", merge_contents(table(old), table(new, page=7), tell))
        resolve(merged)
        assert [_read(one) for one in descendants(merged, "w:p")] == [
            _read(one) for one in find_all(expected, "w:sdtContent/w:p")
        ]


def test_another_depth_is_a_change_of_the_field_s_instruction() -> None:
    for resolve, depth in ((accept, "1-3"), (reject, "1-2")):
        merged = element("body", merge_contents(table("ab", depth=2), table("ab", depth=3), tell))
        resolve(merged)
        (instruction,) = (
            text for text in descendants(merged, "w:instrText") if "TOC" in (text.text or "")[:5]
        )
        assert depth in (instruction.text or "")


def test_another_content_control_is_no_table_of_contents() -> None:
    assert is_contents(table("a"))
    assert not is_contents(element("sdt", element("sdtContent", element("p"))))
