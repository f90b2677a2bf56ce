"""A stream of pieces as Word's paragraphs with tracked changes."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import groupby

from kdnet_docs.ooxml.redline.flow import NOT_OF_PARAGRAPH, Mark, Point, Span, properties_form
from kdnet_docs.ooxml.redline.forms import Framed, State, form
from kdnet_docs.ooxml.redline.review import Review
from kdnet_docs.ooxml.redline.segment import RANGE_ENDS
from kdnet_docs.ooxml.redline.stream import Block, Item, Kept, Piece
from kdnet_docs.ooxml.xml import Element, build, descendants, element, find, get, insert_before, qualified

_NOTE = qualified("w:footnoteReference")
_OF_FIELD = frozenset(map(qualified, ("w:fldChar", "w:instrText")))
_DELETED_WORDS = {"w:t": "w:delText", "w:instrText": "w:delInstrText"}


class Emitter:
    """Writes streams as paragraphs; it uses up the elements that the pieces hold."""

    def __init__(self, review: Review) -> None:
        self._review = review

    def paragraphs(self, items: Iterable[Item]) -> list[Element]:
        """The paragraphs and tables of a stream, and the ends of moves between them."""
        made: list[Element] = []
        content: list[Piece | Point] = []
        for item in items:
            if isinstance(item, Kept):
                at = 0 if find(item.new, "w:pPr") is None else 1
                item.new[at:at] = _points(content)
                made.append(item.new)
                content = []
            elif isinstance(item, Point) and not content and made and item.element.tag in RANGE_ENDS:
                made.append(item.element)
            elif isinstance(item, Piece) and isinstance(item.part, Mark):
                made.append(self._paragraph(content, item))
                content = []
            elif isinstance(item, Block):
                made += [*_points(content), item.element]
                content = []
            else:
                content.append(item)
        return [*made, *_points(content)]

    # --- paragraphs ------------------------------------------------------------------------------

    def _paragraph(self, content: Sequence[Piece | Point], end: Piece) -> Element:
        ended = end.mark
        assert ended is not None  # noqa: S101 a mark ends a paragraph
        made = build("w:p")
        for name, value in ended.items():
            made.set(name, value)
        properties = self._properties(end)
        if properties is not None:
            made.append(properties)
        made.extend(self._content(content))
        return made

    def _properties(self, end: Piece) -> Element | None:
        """The properties of the paragraph that a mark ends, with what they were."""
        old, new = (part.paragraph if isinstance(part, Mark) else None for part in (end.old, end.new))
        of_mark = new if new is not None else old
        properties = None if of_mark is None else find(of_mark, "w:pPr")
        if end.state is not State.SAME:
            properties = _some(properties)
            properties_of_mark(properties).insert(0, self._review.mark_of(end.state))
            return properties
        assert old is not None  # noqa: S101 what is the same is in both files
        assert new is not None  # noqa: S101
        before = find(old, "w:pPr")
        look = None if before is None else find(before, "w:rPr")
        look_now = None if properties is None else find(properties, "w:rPr")
        if form(look) != form(look_now):
            properties = _some(properties)
            properties_of_mark(properties).append(self._review.was("w:rPr", look))
        if properties_form(old) != properties_form(new):
            properties = _some(properties)
            was = element("pPr")
            if before is not None:
                was.extend(child for child in list(before) if child.tag not in NOT_OF_PARAGRAPH)
            properties.append(self._review.mark("pPrChange", was))
        return properties

    # --- what is in them -------------------------------------------------------------------------

    def _content(self, content: Iterable[Piece | Point]) -> Iterator[Element]:
        for _, items in groupby(content, key=_link_form):
            group = list(items)
            link = _link_of(group[0]).element
            made = self._changes(group)
            if link is None:
                yield from made
            else:
                yield _like(link, made)

    def _changes(self, content: Iterable[Piece | Point]) -> Iterator[Element]:
        for state, items in groupby(content, key=lambda item: getattr(item, "state", None)):
            if state is None:
                yield from (item.element for item in items if isinstance(item, Point))
                continue
            runs = self._runs([item for item in items if isinstance(item, Piece)])
            if state is State.SAME:
                yield from runs
            else:
                yield self._review.mark_of(state, *runs)

    def _runs(self, pieces: Sequence[Piece]) -> Iterator[Element]:
        for (_, _, bare, _), group in groupby(pieces, key=_looks):
            alike = list(group)
            if bare:
                yield from (self._thing(found) for found in alike)
            else:
                yield self._run(alike)

    def _run(self, pieces: Sequence[Piece]) -> Element:
        made = element("r")
        look = self._look(pieces[0])
        if look is not None:
            made.append(look)
        for is_words, group in groupby(pieces, key=lambda found: _span(found).what is None):
            if not is_words:
                made.extend(self._thing(found) for found in group)
                continue
            alike = list(group)
            deleted = alike[0].state is State.DELETED
            words = build("w:delText" if deleted else "w:t", {"xml:space": "preserve"})
            words.text = "".join([found.part.text for found in alike])
            made.append(words)
        return made

    def _look(self, found: Piece) -> Element | None:
        look = _span(found).look
        made = None if look.element is None else deepcopy(look.element)
        before = found.old
        if isinstance(before, Span) and found.new is not None and before.look.form != look.form:
            made = element("rPr") if made is None else made
            made.append(self._review.was("w:rPr", before.look.element))
        return made

    def _thing(self, found: Piece) -> Element:
        """What is no word; a reference to a footnote gets the id that the note has in the redline."""
        what = _span(found).what
        assert what is not None  # noqa: S101 it is no word
        if what.tag == _NOTE:
            self._note(found, what)
        if found.state is State.DELETED:
            for name, deleted in _DELETED_WORDS.items():
                for words in list(descendants(what, name)):
                    words.tag = qualified(deleted)
        return what

    def _note(self, found: Piece, reference: Element) -> None:
        notes = self._review.notes
        identity = get(reference, "w:id") or ""
        if found.state is State.SAME:
            before = _old_note(found)
            notes.kept[before] = identity
        elif found.state.in_old:
            reference.set(qualified("w:id"), notes.copy_of(identity))


def _points(content: Iterable[Piece | Point]) -> list[Element]:
    return [item.element for item in content if isinstance(item, Point)]


def _old_note(found: Piece) -> str:
    assert isinstance(found.old, Span)  # noqa: S101 what is the same is in both files
    assert found.old.what is not None  # noqa: S101 and is the same kind of thing
    return get(found.old.what, "w:id") or ""


def _some(properties: Element | None) -> Element:
    return element("pPr") if properties is None else properties


def properties_of_mark(properties: Element) -> Element:
    """Those of the paragraph's mark itself, in the order of the schema."""
    found = find(properties, "w:rPr")
    if found is None:
        found = element("rPr")
        insert_before(properties, found, ("w:sectPr", "w:pPrChange"))
    return found


def _like(link: Element, content: Iterable[Element]) -> Element:
    made = build("w:hyperlink", None, *content)
    for name, value in link.items():
        made.set(name, value)
    return made


def _span(found: Piece) -> Span:
    part = found.part
    assert isinstance(part, Span)  # noqa: S101 marks end paragraphs, and are not in them
    return part


def _link_of(item: Piece | Point) -> Framed:
    return item.link if isinstance(item, Point) else _span(item).link


def _link_form(item: Piece | Point) -> object:
    return _link_of(item).form


def _looks(found: Piece) -> tuple[object, object, bool, Element | None]:
    """What is written in one run; the parts of a field stand in one each, as other programs expect."""
    span = _span(found)
    before = found.old.look.form if isinstance(found.old, Span) and found.new is not None else None
    alone = span.what if span.what is not None and span.what.tag in _OF_FIELD else None
    return span.look.form, before, span.bare, alone
