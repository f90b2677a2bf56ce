"""An author's Markdown to blocks and inlines of the document tree, each with its place in the file."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from markdown_it.tree import SyntaxTreeNode

from kdnet_docs.assembly import markdown
from kdnet_docs.assembly.places import Places, line_starts
from kdnet_docs.base.codes import Code as FindingCode
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Span, Wording
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.document.tree import (
    Block,
    Code,
    CodeBlock,
    Emphasis,
    Footnote,
    Generated,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Text,
)

Resolve = Callable[[str, Span], str | Diagnostic]
"""The words of a parameter's expression at a place, or why it has none."""

_REFUSED: dict[str, tuple[FindingCode, Message, Message]] = {
    "html_block": (
        FindingCode.RAW_HTML,
        msg("HTML cannot stand in the text"),
        msg('use Markdown: *emphasis*, **strong**, lists with "- "; write \\< for a "<" that is meant'),
    ),
    "heading": (
        FindingCode.HEADING_IN_PROSE,
        msg("a heading cannot stand in the text"),
        msg('make it a "section:" of its own; write \\# for a "#" that is meant'),
    ),
    "image": (
        FindingCode.IMAGE,
        msg("a picture cannot stand in the text"),
        msg('leave it out, or write \\! for a "!" that is meant'),
    ),
}
_REFUSED["html_inline"] = _REFUSED["html_block"]

_HEADING_IS_BOLD = msg('write it in **bold** on a line of its own; write \\# for a "#" that is meant')
"""What to do with a heading where there are no sections."""


def read_prose(
    wording: Wording, owner: str, resolve: Resolve, findings: list[Diagnostic], *, has_sections: bool = True
) -> tuple[Block, ...]:
    """The blocks of a text; their ids begin with `owner`, the id of what the text belongs to.

    `has_sections` is whether its document has keys for headings and tables, which text cannot hold.
    """
    reader = _Reader(wording, owner, resolve, findings, has_sections)
    tokens, unused_links = markdown.parse(wording.text)
    if markdown.nesting(tokens) > markdown.MAX_TOKEN_NESTING:
        reader.refuse_nesting(wording.span)
        return ()
    root = SyntaxTreeNode(tokens)
    reader.define_footnotes(root)
    blocks = reader.blocks(_without_definitions(root), owner)
    reader.report_unused_footnotes()
    reader.report_unused_links(unused_links)
    return blocks


def read_line(
    wording: Wording, owner: str, resolve: Resolve, findings: list[Diagnostic]
) -> tuple[Inline, ...]:
    """The inlines of a title or label, which must be a single paragraph."""
    blocks = read_prose(wording, owner, resolve, findings)
    match blocks:
        case (Paragraph(content=content),):
            return content
        case ():
            return ()
        case _:
            findings.append(
                Diagnostic(
                    code=FindingCode.WRONG_SHAPE,
                    message=msg("only a single line of text can stand here"),
                    span=wording.span,
                    hint=msg("a title has no lists or paragraphs; write 1\\. for a number that is meant"),
                )
            )
            return ()


def _without_definitions(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    return (child for child in node.children if child.type != "footnote_reference")


@dataclass(slots=True)
class _Reader:
    """Reads one piece of wording; the counters give each block of an owner its id."""

    wording: Wording
    owner: str
    resolve: Resolve
    findings: list[Diagnostic]
    has_sections: bool
    footnotes: dict[str, SyntaxTreeNode] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    depth: int = 0
    emphasis: int = 0
    braces_meant: bool = False
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._starts = line_starts(self.wording.text)

    # --- blocks

    def blocks(self, nodes: Iterable[SyntaxTreeNode], owner: str) -> tuple[Block, ...]:
        count: dict[str, int] = {}
        blocks = []
        for node in nodes:
            kind = _ID_WORDS.get(node.type, node.type)
            count[kind] = count.get(kind, 0) + 1
            if block := self._nested(self._block, node, f"{owner}/{kind}{count[kind]}"):
                blocks.append(block)
        return tuple(blocks)

    def _nested(
        self, read: Callable[[SyntaxTreeNode, str], Block | None], node: SyntaxTreeNode, identity: str
    ) -> Block | None:
        """Reads one level deeper; what is nested too deep is refused before anything is lost."""
        if self.depth >= markdown.MAX_NESTING:
            self.refuse_nesting(self._lines(node))
            return None
        self.depth += 1
        block = read(node, identity)
        self.depth -= 1
        return block

    def _block(self, node: SyntaxTreeNode, identity: str) -> Block | None:
        span = self._lines(node)
        match node.type:
            case "paragraph":
                self._warn_of_table(node)
                return Paragraph(id=identity, content=self._inlines(node.children[0]), span=span)
            case "bullet_list" | "ordered_list":
                return self._list(node, identity)
            case "blockquote":
                return Quote(id=identity, blocks=self.blocks(_without_definitions(node), identity), span=span)
            case "code_block" | "fence":
                return CodeBlock(id=identity, text=node.content.rstrip("\n"), span=span)
            case "hr":
                return Rule(id=identity, span=span)
            case _:
                self._refuse(node.type, span)
                return None

    def _list(self, node: SyntaxTreeNode, identity: str) -> List:
        items = tuple(
            ListItem(
                id=f"{identity}/{number}",
                blocks=self.blocks(_without_definitions(item), f"{identity}/{number}"),
                span=self._lines(item),
            )
            for number, item in enumerate(node.children, start=1)
        )
        start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        if start is not None:
            self._warn_of_dates(node)
        return List(id=identity, items=items, start=start, span=self._lines(node))

    def _warn_of_dates(self, node: SyntaxTreeNode) -> None:
        """A line that begins "25. oktober" is a numbered list to Markdown, which its author hardly meant."""
        for item in node.children:
            words = next((inner.content for inner in item.walk() if inner.type == "inline"), "")
            if month := _MONTH.match(words):
                day = item.info or ""
                self._find(
                    FindingCode.DATE_AS_LIST,
                    msg(
                        '"{day}. {month}" begins a line and is read as a numbered list',
                        day=day,
                        month=month[0],
                    ),
                    self._lines(item),
                    msg("write {day}\\. {month}, or move the line break", day=day, month=month[0]),
                )

    def _warn_of_table(self, node: SyntaxTreeNode) -> None:
        """What would be a table elsewhere is a paragraph to CommonMark, printed with its bars."""
        line = markdown.line_of_table(node.children[0].content)
        if line is not None and node.map:
            first = node.map[0] + line
            self._find(
                FindingCode.TABLE_IN_PROSE,
                msg('a table in the text is printed as it stands, with its "|"'),
                self._span_of_lines(first, first + 1),
                msg('write it under "table:" in the body')
                if self.has_sections
                else msg("put it in a bilag: a contract with a table, or a file such as an Excel sheet"),
            )

    # --- inlines

    def _inlines(self, inline: SyntaxTreeNode) -> tuple[Inline, ...]:
        return _joined(self._inline_sequence(inline, Places(self.wording, self._starts, inline)))

    def _inline_sequence(self, node: SyntaxTreeNode, places: Places) -> Iterator[Inline]:
        if self.emphasis > markdown.MAX_NESTING:
            self.refuse_nesting(places.of(node))
            return
        self.emphasis += 1
        for child in node.children:
            yield from self._inline(child, places)
        self.emphasis -= 1

    def _inline(self, node: SyntaxTreeNode, places: Places) -> Iterator[Inline]:
        span = places.of(node)
        match node.type:
            case "text" | "text_special":
                self._refuse_loose_braces(node, span)
                if node.content:
                    yield Text(text=node.content, span=span)
            case "softbreak":
                yield Text(text=" ", span=span)
            case "hardbreak":
                yield LineBreak()
            case "code_inline":
                yield Code(text=node.content, span=span)
            case "em" | "strong" as kind:
                content = _joined(self._inline_sequence(node, places))
                yield Emphasis(content=content) if kind == "em" else Strong(content=content)
            case "link":
                content = _joined(self._inline_sequence(node, places))
                # Where the files of a package lie only the engine knows: an author's "./" is half an address.
                target = re.sub(r"^(\./)+", "", str(node.attrs.get("href", "")))
                yield Link(content=content, target=target, span=span)
            case "parameter":
                yield from self._parameter(node.content, span)
            case "footnote_ref":
                yield from self._footnote(str(node.meta["label"]), span)
            case _:
                self._refuse(node.type, span)

    def _refuse_loose_braces(self, node: SyntaxTreeNode, span: Span) -> None:
        """Half a parameter would stand in the contract as it is; braces that are meant are escaped."""
        self.braces_meant |= node.type == "text_special" and node.content == "{"
        loose = _LOOSE_BRACES.search(node.content) if node.type == "text" else None
        if loose and not self.braces_meant:
            start = span.start + loose.start()
            self._find(
                FindingCode.PARAMETER_SYNTAX,
                msg('"{braces}" stands alone', braces=loose[0]),
                Span(span.source, start, start + len(loose[0])),
                msg("a parameter is written {{{{ name }}}}; write \\{{{{ for braces that are meant"),
            )

    def _parameter(self, expression: str, span: Span) -> Iterator[Inline]:
        match self.resolve(expression, span):
            case Diagnostic() as finding:
                self.findings.append(finding)
            case str() as words:
                yield Generated(text=words, expression=expression, span=span)

    # --- footnotes

    def define_footnotes(self, root: SyntaxTreeNode) -> None:
        """Takes the definitions of the text, wherever they stand in it."""
        for node in root.walk():
            if node.type == "footnote_reference":
                label = str(node.meta["label"])
                if label in self.footnotes:
                    self._find(
                        FindingCode.FOOTNOTE_TWICE,
                        msg("the footnote [^{label}] is defined twice", label=label),
                        self._lines(node),
                    )
                self.footnotes.setdefault(label, node)

    def _footnote(self, label: str, span: Span) -> Iterator[Inline]:
        definition = self.footnotes.get(label)
        if definition is None:
            self._find(
                FindingCode.FOOTNOTE_UNDEFINED,
                msg("there is no footnote [^{label}] in this text", label=label),
                span,
                did_you_mean(label, self.footnotes)
                or msg(
                    'add a line "[^{label}]: ..." below the text; write \\[ for a "[" that is meant',
                    label=label,
                ),
            )
        elif label in self.used:
            self._find(
                FindingCode.FOOTNOTE_TWICE,
                msg("the footnote [^{label}] is referred to twice", label=label),
                span,
                msg("a footnote has one mark; write a second footnote with its own words"),
            )
        else:
            self.used.add(label)
            identity = f"{self.owner}/note-{label}"
            yield Footnote(
                id=identity, blocks=self.blocks(_without_definitions(definition), identity), span=span
            )

    def report_unused_footnotes(self) -> None:
        for label in self.footnotes.keys() - self.used:
            self._find(
                FindingCode.FOOTNOTE_UNUSED,
                msg("nothing refers to the footnote [^{label}]", label=label),
                self._lines(self.footnotes[label]),
                msg("put [^{label}] where its mark belongs, or delete it", label=label),
            )

    def report_unused_links(self, lines: Iterable[list[int]]) -> None:
        """Markdown takes a line "[1]: words" away, as the address of a link that stands elsewhere."""
        for first, last in lines:
            self._find(
                FindingCode.FOOTNOTE_UNUSED,
                msg("this line would not be shown: no link refers to it"),
                self._span_of_lines(first, last),
                msg("write [^1]: for the words of a footnote, or \\[ for a bracket that is meant"),
            )

    # --- places and findings

    def _lines(self, node: SyntaxTreeNode) -> Span:
        """The lines of a block, without white space around them."""
        return self._span_of_lines(*node.map) if node.map else self.wording.span

    def _span_of_lines(self, first: int, last: int) -> Span:
        start, end = self._starts[first], self._starts[min(last, len(self._starts) - 1)]
        text = self.wording.text[start:end]
        return self.wording.locate(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))

    def refuse_nesting(self, span: Span) -> None:
        message = msg(
            "lists, quotes or emphasis are nested more than {depth} deep", depth=markdown.MAX_NESTING
        )
        self._find(FindingCode.NESTING, message, span)

    def _refuse(self, kind: str, span: Span) -> None:
        code, message, hint = _REFUSED[kind]
        is_bold = kind == "heading" and not self.has_sections
        self._find(code, message, span, _HEADING_IS_BOLD if is_bold else hint)

    def _find(self, code: FindingCode, message: Message, span: Span, hint: Message | None = None) -> None:
        self.findings.append(Diagnostic(code=code, message=message, span=span, hint=hint))


_LOOSE_BRACES = re.compile(r"\{\{|\}\}")

_MONTH = re.compile(
    r"(?:januar|februar|marts|maj|juni|juli|oktober|january|february|march|may|june|july|october"
    r"|april|august|september|november|december)\b",
    re.IGNORECASE,
)

_ID_WORDS = {
    "paragraph": "p",
    "bullet_list": "list",
    "ordered_list": "list",
    "blockquote": "quote",
    "code_block": "code",
    "fence": "code",
    "hr": "rule",
}


def _joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Neighbouring texts as one: what an author wrote in one go is one run of words in Word."""
    joined: list[Inline] = []
    for is_text, group in groupby(inlines, key=lambda inline: isinstance(inline, Text)):
        if is_text:
            texts = [inline for inline in group if isinstance(inline, Text)]
            first, last = texts[0].span, texts[-1].span
            span = Span(first.source, first.start, max(first.end, last.end)) if first and last else first
            joined.append(Text(text="".join(text.text for text in texts), span=span))
        else:
            joined.extend(group)
    return tuple(joined)
