"""The body of a document as HTML: every word of the tree escaped, every tag our own."""

from collections.abc import Iterable
from typing import assert_never

from markupsafe import Markup

from kdnet_docs.document.outline import Section, outline
from kdnet_docs.document.tree import (
    Block,
    Code,
    CodeBlock,
    Contents,
    Document,
    Emphasis,
    Footnote,
    Generated,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    Paragraph,
    Quote,
    Rule,
    Signatory,
    Signatures,
    Strong,
    Table,
    Text,
)
from kdnet_docs.document.walk import heading_text
from kdnet_docs.render.clickable import is_clickable
from kdnet_docs.render.html.elements import element, void_element
from kdnet_docs.render.html.tables import table_element

_LOWEST_HEADING = 6


class Body:
    """Writes the blocks of one document, and counts its footnotes as their marks come by."""

    def __init__(self, document: Document, *, title_above: bool) -> None:
        self._document = document
        self._below_title = 1 if title_above else 0
        self._notes: list[Footnote] = []

    def write(self) -> Markup:
        """The whole body: blocks, sections and, last, the footnotes."""
        before, sections = outline(self._document.blocks)
        parts = [self._blocks(before), *(self._section(section) for section in sections)]
        return _join([*parts, self._footnotes()])

    def _section(self, section: Section) -> Markup:
        return element(
            "section",
            self._heading(section.heading),
            self._blocks(section.blocks),
            *(self._section(deeper) for deeper in section.sections),
            class_="new-page" if section.heading.new_page else None,
        )

    # --- blocks --------------------------------------------------------------------------------

    def _blocks(self, blocks: Iterable[Block]) -> Markup:
        return _join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Markup:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block)
            case List():
                return self._list(block)
            case Quote():
                return element("blockquote", self._blocks(block.blocks), id=block.id)
            case CodeBlock():
                return element("pre", element("code", block.text), id=block.id)
            case Rule():
                return void_element("hr", id=block.id)
            case Table():
                caption = self._inlines(block.caption)
                return table_element(block, caption, lambda cell: self._blocks(cell.blocks))
            case Contents():
                return self._contents(block)
            case Signatures():
                fields = (_signatory(signatory) for signatory in block.signatories)
                return element("div", *fields, id=block.id, class_="signatures")
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> Markup:
        level = heading.level + self._below_title
        words = self._inlines(heading.content)
        if heading.number:
            words = element("span", heading.number.label, class_="number") + " " + words
        return element(
            f"h{min(level, _LOWEST_HEADING)}",
            words,
            id=heading.id,
            class_=f"level-{heading.level}",
            aria_level=level if level > _LOWEST_HEADING else None,
        )

    def _paragraph(self, paragraph: Paragraph) -> Markup:
        words = self._inlines(paragraph.content)
        match paragraph.role:
            case "body":
                return element("p", words, id=paragraph.id)
            case "lead":
                return element("p", words, id=paragraph.id, class_="lead")
            case "title":
                return element("h1", words, id=paragraph.id, class_="title")
            case "subtitle" | "status":
                return element("p", words, id=paragraph.id, class_=paragraph.role)
            case _:
                assert_never(paragraph.role)

    def _list(self, block: List) -> Markup:
        items = (element("li", self._blocks(item.blocks), id=item.id) for item in block.items)
        if block.start is None:
            return element("ul", *items, id=block.id)
        return element("ol", *items, id=block.id, start=block.start if block.start != 1 else None)

    def _contents(self, contents: Contents) -> Markup:
        title_id = f"{contents.id}/title"
        _, sections = outline(self._document.blocks)
        return element(
            "nav",
            element("p", contents.title, id=title_id, class_="contents-title"),
            _contents_list(sections, contents.depth),
            id=contents.id,
            class_="contents",
            aria_labelledby=title_id,
        )

    # --- inlines -------------------------------------------------------------------------------

    def _inlines(self, inlines: Iterable[Inline], *, in_link: bool = False) -> Markup:
        return _join(self._inline(inline, in_link=in_link) for inline in inlines)

    def _inline(self, inline: Inline, *, in_link: bool) -> Markup:
        match inline:
            case Text() | Generated():
                return Markup.escape(inline.text)
            case Emphasis():
                return element("em", self._inlines(inline.content, in_link=in_link))
            case Strong():
                return element("strong", self._inlines(inline.content, in_link=in_link))
            case Code():
                return element("code", inline.text)
            case Link():
                if in_link or not is_clickable(inline.target):
                    return self._inlines(inline.content, in_link=in_link)
                return element("a", self._inlines(inline.content, in_link=True), href=inline.target)
            case Footnote():
                return self._footnote_mark(inline, in_link=in_link)
            case LineBreak():
                return void_element("br")
            case _:
                assert_never(inline)

    # --- footnotes -----------------------------------------------------------------------------

    def _footnote_mark(self, note: Footnote, *, in_link: bool) -> Markup:
        self._notes.append(note)
        number = str(len(self._notes))
        if in_link:  # a link inside a link is no HTML
            return element("sup", number, id=_mark_id(note))
        mark = element("a", number, id=_mark_id(note), href=f"#{note.id}", role="doc-noteref")
        return element("sup", mark)

    def _footnotes(self) -> Markup:
        if not self._notes:
            return Markup("")
        label, back = _words(self._document.language)
        written = []
        for number, note in enumerate(self._notes, start=1):  # a note with a note makes the list longer
            link = element(
                "a",
                str(number),
                href=f"#{_mark_id(note)}",
                role="doc-backlink",
                aria_label=f"{back} {number}",
            )
            words = element("div", self._blocks(note.blocks))
            written.append(element("div", link, " ", words, id=note.id, role="doc-footnote"))
        return element("section", *written, class_="footnotes", aria_label=label)


def _mark_id(note: Footnote) -> str:
    return f"{note.id}/mark"


def _words(language: str) -> tuple[str, str]:
    """What a screen reader calls the footnotes, and the way back from one to its mark."""
    return ("Noter", "Tilbage til note") if language.startswith("da") else ("Notes", "Back to note")


def _contents_list(sections: Iterable[Section], depth: int) -> Markup:
    items = [
        element(
            "li",
            element("a", heading_text(section.heading), href=f"#{section.heading.id}"),
            _contents_list(section.sections, depth),
        )
        for section in sections
        if section.heading.level <= depth
    ]
    return element("ul", *items) if items else Markup("")


def _signatory(signatory: Signatory) -> Markup:
    return element(
        "div",
        element("p", signatory.heading, class_="signatory-heading"),
        element("p", signatory.date_line, class_="signatory-date"),
        element("p", signatory.name, class_="signatory-name"),
        element("p", signatory.title),
        id=signatory.id,
    )


def _join(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)
