import docx
from docx.document import Document as Word
from word_files import house
from word_schema import faults

from kdnet_docs.document.tree import Number
from kdnet_docs.ooxml.numbering import Numbering
from kdnet_docs.ooxml.paragraph import Numbered
from kdnet_docs.ooxml.stable_ids import FileIds
from kdnet_docs.ooxml.styles import Styles
from kdnet_docs.ooxml.xml import Element, find, find_all, get


def numbering(word: Word) -> tuple[Numbering, Element]:
    return Numbering(word, Styles(word), FileIds()), word.part.numbering_part.element


def number(value: int, pattern: str = "%1.", sequence: str = "a") -> Number:
    return Number(value=value, pattern=pattern, sequence=sequence)


def start(root: Element, numbered: Numbered | None) -> str | None:
    assert numbered is not None
    num = next(num for num in find_all(root, "w:num") if get(num, "w:numId") == str(numbered.num_id))
    override = find(num, "w:lvlOverride/w:startOverride")
    return None if override is None else get(override, "w:val")


def test_headings_that_follow_each_other_are_counted_together() -> None:
    made, root = numbering(house())
    first, second = made.heading(number(1)), made.heading(number(2))
    assert first == second
    assert start(root, first) == "1"


def test_a_number_that_does_not_follow_restarts_in_the_same_pattern() -> None:
    made, root = numbering(house())
    before, after = made.heading(number(2)), made.heading(number(5))
    assert before != after
    assert [start(root, before), start(root, after)] == ["2", "5"]


def test_two_sequences_are_counted_apart_though_they_stand_mixed() -> None:
    made, _ = numbering(house())
    goals = [made.heading(number(at, "Mål %1 –", "maal")) for at in (1, 2)]
    areas = [made.heading(number(at, "%1.", "indsats")) for at in (1, 2)]
    assert goals == [goals[0]] * 2
    assert areas == [areas[0]] * 2
    assert goals[0] != areas[0]


def test_the_words_around_a_number_are_the_pattern_s_own() -> None:
    made, root = numbering(house())
    made.heading(number(1, "Mål %1 –"))
    assert "Mål %1 –" in [get(text, "w:val") for text in find_all(root, "w:abstractNum/w:lvl/w:lvlText")]


def test_each_list_begins_where_it_should_and_has_its_house_level() -> None:
    made, root = numbering(house())
    first, other, nested = (
        made.numbered("liste", "List Number", 1),
        made.numbered("liste", "List Number", 8),
        made.numbered("liste", "List Number 2", 3),
    )
    assert [start(root, numbered) for numbered in (first, other, nested)] == ["1", "8", "3"]
    assert [first.level, nested.level] == [0, 1]


def test_bullets_of_the_house_need_nothing_beside_their_style() -> None:
    made, _ = numbering(house())
    assert made.bullets("List Bullet") is None


def test_a_list_inside_a_list_of_a_table_is_a_level_deeper_of_the_same_style() -> None:
    made, root = numbering(house())
    bullets, numbers = made.bullets("Table List Bullet", 1), made.numbered("liste", "Table List Number", 4, 2)
    assert bullets is not None
    assert (bullets.level, numbers.level) == (1, 2)
    assert (start(root, bullets), start(root, numbers)) == (None, "4")


def test_a_template_without_lists_gets_plain_ones() -> None:
    word = docx.Document()
    styles = Styles(word)
    for name in ("List Bullet", "List Number"):
        properties = find(styles.element(name), "w:pPr")
        assert properties is not None
        properties.clear()
    made, root = numbering(word)
    assert made.bullets("List Bullet") == made.bullets("List Bullet") != None  # noqa: E711
    assert start(root, made.numbered("liste", "List Number", 4)) == "4"
    assert list(faults(root)) == []
