"""Edits at random on the tree of any document, each known: what a comparison has to find.

No two edits touch the same paragraph, row or table's columns. Ids that say where a paragraph stands
are counted anew, as they are when the YAML is read again.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from edited_tree import (
    Recount,
    cell_of,
    crossed,
    line,
    notes_of,
    owner,
    paragraphs,
    replaced,
    tail,
    words_in,
    words_of,
)

from kdnet_docs.document.tree import (
    Block,
    Column,
    Document,
    Footnote,
    Heading,
    List,
    ListItem,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)

# fmt: off
WORDS = (
    "aftalen", "bevilling", "bidrager", "borgere", "dialog", "effekten", "erhvervslivet", "evaluering",
    "fagligt", "fornyelse", "forpligter", "fremdrift", "grundlag", "indsatsen", "initiativet",
    "kommunerne", "kvartalet", "ledelsen", "løbende", "markedet", "netværket", "opfølgning", "overblik",
    "partnerne", "planlagt", "rapporten", "redskaber", "regionen", "resultater", "samarbejdet",
    "strategien", "styrker", "særskilt", "tilbuddet", "udvalget", "vejledningen", "virkningen",
    "væsentligt", "årligt", "ønsker",
)
# fmt: on


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One edit: its kind, the ids of what it touched in both documents, the words that went and came.

    Kinds: see `KINDS`. `old` and `new` are leaves, rows or notes, or the table of a column. A "split"
    has several `new`, a "join" several `old`, else there is one, or none.
    """

    kind: str
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    dele: str = ""
    ins: str = ""


def edited(
    document: Document, seed: int, count: int = 12, kinds: Sequence[str] = ()
) -> tuple[Document, tuple[Edit, ...]]:
    """The document with up to `count` edits of these kinds (all by default), and the edits."""
    editor = _Editor(document, Random(seed))  # noqa: S311 no secret
    for _ in range(count):
        editor.edit(kinds or KINDS)
    return editor.result()


@dataclass(slots=True)
class _Editor:
    """Edits the blocks of a document; new paragraphs have ids of their own until all is counted anew."""

    document: Document
    random: Random
    blocks: tuple[Block, ...] = field(init=False)
    log: list[Edit] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)
    once: Counter[str] = field(init=False)
    count: int = 0

    def __post_init__(self) -> None:
        self.blocks = self.document.blocks
        self.once = Counter(words_of(one) for one in paragraphs(self.blocks))

    def edit(self, kinds: Sequence[str]) -> None:
        """One edit of one of the kinds for which there is a place."""
        for kind in self.random.sample(kinds, len(kinds)):
            made = _EDITS[kind](self)
            if made:
                self.log.append(replace(made, kind=kind))
                return

    def result(self) -> tuple[Document, tuple[Edit, ...]]:
        """The document with its ids counted anew, and the edits by these."""
        count = Recount()
        blocks = count.blocks(self.blocks)
        log = tuple(
            replace(edit, new=tuple(count.ids.get(one, one) for one in edit.new)) for edit in self.log
        )
        return replace(self.document, blocks=blocks), log

    # --- what there is to edit -----------------------------------------------------------------

    def one_of(self, found: Iterable[Block]) -> Paragraph | None:
        """A paragraph that nothing has touched and whose words stand nowhere else."""
        free = [
            one
            for one in found
            if isinstance(one, Paragraph) and one.id not in self.touched and self.once[words_of(one)] == 1
        ]
        return self.random.choice(free) if free else None

    def any_paragraph(self) -> Paragraph | None:
        """A paragraph with enough words, anywhere: in the text, in items, cells and notes."""
        return self.one_of(one for one in paragraphs(self.blocks) if len(words_of(one).split()) > 6)

    def body_paragraphs(self) -> Iterator[Paragraph]:
        """Paragraphs of the text itself, outside lists and tables."""
        return (
            one
            for one in self.blocks
            if isinstance(one, Paragraph) and one.role == "body" and len(words_of(one).split()) > 6
        )

    def tables(self) -> list[Table]:
        """Tables with a head and no merged cells."""
        return [
            block
            for block in self.blocks
            if isinstance(block, Table)
            and block.rows
            and block.rows[0].role == "head"
            and all(len(row.cells) == len(block.columns) for row in block.rows)
        ]

    # --- what edits have in common -------------------------------------------------------------

    def put(self, identity: str, *blocks: Block) -> None:
        """Puts blocks in the place of one."""
        self.blocks = replaced(self.blocks, identity, blocks)

    def fresh(self, beside: str) -> str:
        """An id for a new paragraph beside another block, and so of the same owner."""
        self.count += 1
        return f"{owner(beside)}/new{self.count}"

    def word(self) -> str:
        return self.random.choice(WORDS)

    def sentence(self) -> str:
        words = self.random.sample(WORDS, self.random.randint(7, 14))
        return f"{words[0].capitalize()} {' '.join(words[1:])}."

    def change_text(
        self, block: Paragraph, pattern: str, make: Callable[[re.Match[str]], tuple[str, str, str] | None]
    ) -> Edit | None:
        """Changes one match of a pattern in the words of a paragraph to what `make` gives, went and came."""
        texts = [at for at, inline in enumerate(block.content) if isinstance(inline, Text)]
        found = [
            (at, match)
            for at in texts
            for match in re.finditer(pattern, block.content[at].text)  # type: ignore[union-attr]
        ]
        if not found:
            return None
        at, match = self.random.choice(found)
        made = make(match)
        if made is None:
            return None
        words, dele, ins = made
        inline = block.content[at]
        assert isinstance(inline, Text)
        text = replace(inline, text=inline.text[: match.start()] + words + inline.text[match.end() :])
        self.put(block.id, replace(block, content=(*block.content[:at], text, *block.content[at + 1 :])))
        self.touched.add(block.id)
        return Edit(kind="", old=(block.id,), new=(block.id,), dele=dele, ins=ins)


# --- words ---------------------------------------------------------------------------------------


def _change_word(editor: _Editor) -> Edit | None:
    block = editor.any_paragraph()
    new = editor.word()
    if not block:
        return None
    return editor.change_text(
        block,
        r"(?<!\S)[^\W\d_]{4,}(?!\S)",
        lambda match: (new, match[0], new) if match[0] != new else None,
    )


def _change_number(editor: _Editor) -> Edit | None:
    number = str(editor.random.randint(10_000, 99_999))
    having = (one for one in paragraphs(editor.blocks) if re.search(r"\d", words_of(one)))
    block = editor.one_of(having)
    if not block:
        return None
    return editor.change_text(
        block, r"(?<![\w.,-])\d+(?:[.,]\d+)*(?![\w-])", lambda match: (number, match[0], number)
    )


def _sentence_in(editor: _Editor) -> Edit | None:
    block = editor.any_paragraph()
    new = editor.sentence()
    if not block:
        return None
    return editor.change_text(block, r"(?<=[a-zæøå]\. )(?=[A-ZÆØÅ])", lambda _: (f"{new} ", "", f"{new} "))


def _sentence_out(editor: _Editor) -> Edit | None:
    block = editor.any_paragraph()
    if not block:
        return None
    return editor.change_text(
        block, r"(?<=[a-zæøå]\. )[A-ZÆØÅ][^.\d]+[a-zæøå]\. (?=[A-ZÆØÅ])", lambda match: ("", match[0], "")
    )


# --- paragraphs ----------------------------------------------------------------------------------


def _paragraph_in(editor: _Editor) -> Edit | None:
    beside = editor.one_of(editor.body_paragraphs())
    if not beside:
        return None
    new = Paragraph(id=editor.fresh(beside.id), content=(Text(text=editor.sentence()),))
    editor.put(beside.id, beside, new)
    editor.touched.update((beside.id, new.id))
    return Edit(kind="", new=(new.id,), ins=words_of(new))


def _paragraph_out(editor: _Editor) -> Edit | None:
    block = editor.one_of(one for one in editor.body_paragraphs() if not notes_of(one))
    if not block:
        return None
    editor.put(block.id)
    return Edit(kind="", old=(block.id,), dele=words_of(block))


def _paragraph_moved(editor: _Editor) -> Edit | None:
    block = editor.one_of(one for one in editor.body_paragraphs() if not notes_of(one))
    beside = editor.one_of(one for one in editor.body_paragraphs() if one is not block)
    if not block or not beside or crossed(editor.blocks, block, beside) <= len(words_of(block)):
        return None
    moved = replace(block, id=editor.fresh(beside.id))
    editor.put(block.id)
    editor.put(beside.id, beside, moved)
    editor.touched.update((beside.id, moved.id))
    return Edit(kind="", old=(block.id,), new=(moved.id,))


def _paragraph_moved_and_edited(editor: _Editor) -> Edit | None:
    made = _paragraph_moved(editor)
    if not made:
        return None
    block = next(one for one in paragraphs(editor.blocks) if one.id == made.new[0])
    new = editor.word()
    changed = editor.change_text(
        block,
        r"(?<!\S)[^\W\d_]{4,}(?!\S)",
        lambda match: (new, match[0], new) if match[0] != new else None,
    )
    return replace(made, dele=changed.dele, ins=changed.ins) if changed else made


def _split(editor: _Editor) -> Edit | None:
    block = editor.one_of(one for one in editor.body_paragraphs() if not notes_of(one))
    text = block.content[0] if block and len(block.content) == 1 else None
    if not block or not isinstance(text, Text):
        return None
    ends = [match.end() for match in re.finditer(r"[a-zæøå]\.(?= [A-ZÆØÅ])", text.text)]
    ends = [at for at in ends if min(at, len(text.text) - at) > 40]
    if not ends:
        return None
    at = editor.random.choice(ends)
    halves = [
        Paragraph(id=editor.fresh(block.id), content=(Text(text=words),))
        for words in (text.text[:at], text.text[at + 1 :])
    ]
    editor.put(block.id, *halves)
    editor.touched.update(half.id for half in halves)
    return Edit(kind="", old=(block.id,), new=tuple(half.id for half in halves), dele=" ")


def _join(editor: _Editor) -> Edit | None:
    first = editor.one_of(editor.body_paragraphs())
    following = None
    if first:
        at = editor.blocks.index(first) + 1
        following = editor.one_of(editor.blocks[at : at + 1])
    if not first or not following or following.role != "body" or len(words_of(following).split()) < 4:
        return None
    joined = replace(first, content=(*first.content, Text(text=" "), *following.content))
    editor.put(first.id, joined)
    editor.put(following.id)
    editor.touched.add(first.id)
    return Edit(kind="", old=(first.id, following.id), new=(first.id,), ins=" ")


# --- items ---------------------------------------------------------------------------------------


def _lists(editor: _Editor) -> list[List]:
    return [
        one
        for one in editor.blocks
        if isinstance(one, List) and len(one.items) > 2 and one.id not in editor.touched  # three can move
        and all(len(item.blocks) == 1 and isinstance(item.blocks[0], Paragraph) for item in one.items)
        and all(editor.once[words_of(block)] == 1 for item in one.items for block in item.blocks)
        and not any(block.id in editor.touched for item in one.items for block in item.blocks)
    ]  # fmt: skip


def _item_moved(editor: _Editor) -> Edit | None:
    lists = _lists(editor)
    if not lists:
        return None
    block = editor.random.choice(lists)
    at = editor.random.randrange(2, len(block.items))
    item = block.items[at]
    words = sum(len(words_of(one)) for other in block.items[:at] for one in other.blocks)
    if words <= len(words_of(item.blocks[0])):
        return None
    editor.put(block.id, replace(block, items=(item, *block.items[:at], *block.items[at + 1 :])))
    editor.touched.update((block.id, *(one.blocks[0].id for one in block.items)))
    leaf = item.blocks[0].id
    return Edit(kind="", old=(leaf,), new=(leaf,))


def _item_in(editor: _Editor) -> Edit | None:
    lists = _lists(editor)
    if not lists:
        return None
    block = editor.random.choice(lists)
    identity = editor.fresh(f"{block.id}/1")
    leaf = Paragraph(id=f"{identity}/p1", content=(Text(text=editor.sentence()),))
    item = ListItem(id=identity, blocks=(leaf,))
    editor.put(block.id, replace(block, items=(*block.items[:1], item, *block.items[1:])))
    editor.touched.update((block.id, *(one.blocks[0].id for one in block.items)))
    return Edit(kind="", new=(leaf.id,), ins=words_of(leaf))


def _item_out(editor: _Editor) -> Edit | None:
    lists = _lists(editor)
    if not lists:
        return None
    block = editor.random.choice(lists)
    at = editor.random.randrange(len(block.items))
    leaf = block.items[at].blocks[0]
    editor.put(block.id, replace(block, items=(*block.items[:at], *block.items[at + 1 :])))
    editor.touched.update((block.id, *(one.blocks[0].id for one in block.items)))
    return Edit(kind="", old=(leaf.id,), dele=words_of(leaf))


# --- tables --------------------------------------------------------------------------------------


def _body_rows(editor: _Editor) -> list[tuple[Table, Row]]:
    return [
        (table, row)
        for table in editor.tables()
        for row in table.rows
        if row.role == "body" and row.id not in editor.touched
    ]


def _with_rows(editor: _Editor, table: Table, rows: Iterable[Row]) -> None:
    editor.put(table.id, replace(table, rows=tuple(rows)))


def _row_in(editor: _Editor) -> Edit | None:
    rows = _body_rows(editor)
    if not rows:
        return None
    table, beside = editor.random.choice(rows)
    editor.count += 1
    name, figure = f"{editor.word()} {editor.word()}", str(editor.random.randint(100, 999))
    identity = f"{table.id}/{name.replace(' ', '-')}-{editor.count}"
    cells = tuple(
        replace(cell, id=(made := f"{identity}/{tail(cell.id)}"), blocks=(line(f"{made}/p1", words),))
        for cell, words in zip(beside.cells, (name, *[figure] * (len(beside.cells) - 1)), strict=True)
    )
    new = replace(beside, id=identity, cells=cells)
    _with_rows(
        editor, table, (one for row in table.rows for one in ((row, new) if row is beside else (row,)))
    )
    editor.touched.update((beside.id, identity, *(cell.blocks[0].id for cell in cells)))
    return Edit(kind="", new=(identity,), ins=name + figure * (len(cells) - 1))


def _row_out(editor: _Editor) -> Edit | None:
    rows = [(table, row) for table, row in _body_rows(editor) if not _edited_within(editor, row)]
    if not rows:
        return None
    table, row = editor.random.choice(rows)
    _with_rows(editor, table, (one for one in table.rows if one is not row))
    return Edit(kind="", old=(row.id,), dele=words_in(row.cells))


def _row_moved(editor: _Editor) -> Edit | None:
    rows = _body_rows(editor)
    if not rows:
        return None
    table, row = editor.random.choice(rows)
    others = [one for one in table.rows if one is not row]
    bodies = [at for at, one in enumerate(others) if one.role == "body"]
    at, now = table.rows.index(row), editor.random.choice([*bodies, table.rows.index(row)])
    if abs(at - now) < 3:  # far enough that it, and not what it passed, has moved
        return None
    _with_rows(editor, table, (*others[:now], row, *others[now:]))
    editor.touched.update((row.id, *(one.id for one in table.rows[min(at, now) - 1 : max(at, now) + 2])))
    return Edit(kind="", old=(row.id,), new=(row.id,))


def _cell_changed(editor: _Editor) -> Edit | None:
    rows = [(table, row) for table, row in _body_rows(editor) if len(row.cells) > 1]
    if not rows:
        return None
    _table, row = editor.random.choice(rows)
    at = editor.random.randrange(1, len(row.cells))
    cell = row.cells[at]
    block = cell.blocks[0] if len(cell.blocks) == 1 else None
    if not isinstance(block, Paragraph) or block.id in editor.touched or notes_of(block):
        return None
    figure = str(editor.random.randint(10_000, 99_999))
    editor.put(block.id, line(block.id, figure))
    editor.touched.update((row.id, block.id))
    return Edit(kind="", old=(block.id,), new=(block.id,), dele=words_of(block), ins=figure)


def _edited_within(editor: _Editor, row: Row) -> bool:
    return any(
        block.id in editor.touched for block in paragraphs(b for cell in row.cells for b in cell.blocks)
    )


def _untouched(editor: _Editor) -> list[Table]:
    return [
        table
        for table in editor.tables()
        if table.id not in editor.touched
        and not any(_edited_within(editor, row) or row.id in editor.touched for row in table.rows)
    ]


def _column_in(editor: _Editor) -> Edit | None:
    tables = _untouched(editor)
    if not tables:
        return None
    table = editor.random.choice(tables)
    head = editor.word()
    rows = tuple(
        replace(row, cells=(*row.cells, cell_of(f"{row.id}/{head}", head if row.role == "head" else "7")))
        for row in table.rows
    )
    editor.put(table.id, replace(table, columns=(*table.columns, Column()), rows=rows))
    editor.touched.update((table.id, *(row.id for row in rows)))
    return Edit(kind="", new=(table.id,), ins=head + "7" * (len(rows) - 1))


def _column_out(editor: _Editor) -> Edit | None:
    tables = [table for table in _untouched(editor) if len(table.columns) > 1]
    if not tables:
        return None
    table = editor.random.choice(tables)
    dele = "".join(words_in(row.cells[-1:]) for row in table.rows)
    rows = tuple(replace(row, cells=row.cells[:-1]) for row in table.rows)
    editor.put(table.id, replace(table, columns=table.columns[:-1], rows=rows))
    editor.touched.update((table.id, *(row.id for row in rows)))
    return Edit(kind="", old=(table.id,), dele=dele)


# --- notes, headings, looks ----------------------------------------------------------------------


def _note_changed(editor: _Editor) -> Edit | None:
    notes = [
        inside
        for block in paragraphs(editor.blocks)
        for note in notes_of(block)
        for inside in note.blocks
        if isinstance(inside, Paragraph) and inside.id not in editor.touched
    ]
    if not notes:
        return None
    inside = editor.random.choice(notes)
    new = editor.word()
    return editor.change_text(
        inside,
        r"(?<!\S)[^\W\d_]{2,}(?!\S)",
        lambda match: (new, match[0], new) if match[0] != new else None,
    )


def _note_in(editor: _Editor) -> Edit | None:
    block = editor.one_of(editor.body_paragraphs())
    if not block:
        return None
    editor.count += 1
    identity = f"{owner(block.id)}/note-ny{editor.count}"
    note = Footnote(id=identity, blocks=(line(f"{identity}/p1", editor.sentence()),))
    editor.put(block.id, replace(block, content=(*block.content, note)))
    editor.touched.update((block.id, note.blocks[0].id))
    return Edit(kind="", new=(identity,), ins=words_of(note.blocks[0]))


def _note_out(editor: _Editor) -> Edit | None:
    block = editor.one_of(one for one in paragraphs(editor.blocks) if notes_of(one))
    if not block:
        return None
    note = editor.random.choice(notes_of(block))
    if any(inside.id in editor.touched for inside in note.blocks):
        return None
    editor.put(block.id, replace(block, content=tuple(one for one in block.content if one is not note)))
    editor.touched.add(block.id)
    return Edit(kind="", old=(note.id,), dele="".join(map(words_of, note.blocks)))


def _heading_changed(editor: _Editor) -> Edit | None:
    found = [one for one in editor.blocks if isinstance(one, Heading) and one.id not in editor.touched]
    if not found:
        return None
    block, new = editor.random.choice(found), f" og {editor.word()}"
    editor.put(block.id, replace(block, content=(*block.content, Text(text=new))))
    editor.touched.add(block.id)
    return Edit(kind="", old=(block.id,), new=(block.id,), ins=new)


def _made_bold(editor: _Editor) -> Edit | None:
    block = editor.any_paragraph()
    if not block or not isinstance(first := block.content[0], Text) or " " not in first.text:
        return None
    at = first.text.index(" ")
    strong = Strong(content=(replace(first, text=first.text[:at]),))
    editor.put(
        block.id,
        replace(block, content=(strong, replace(first, text=first.text[at:]), *block.content[1:])),
    )
    editor.touched.add(block.id)
    return Edit(kind="", old=(block.id,), new=(block.id,))


def _new_page(editor: _Editor) -> Edit | None:
    found = [one for one in editor.blocks if isinstance(one, Heading) and one.id not in editor.touched]
    if not found:
        return None
    block = editor.random.choice(found)
    editor.put(block.id, replace(block, new_page=not block.new_page))
    editor.touched.add(block.id)
    return Edit(kind="", old=(block.id,), new=(block.id,))


_EDITS: dict[str, Callable[[_Editor], Edit | None]] = {
    "word": _change_word,
    "number": _change_number,
    "sentence-in": _sentence_in,
    "sentence-out": _sentence_out,
    "paragraph-in": _paragraph_in,
    "paragraph-out": _paragraph_out,
    "paragraph-moved": _paragraph_moved,
    "paragraph-moved-edited": _paragraph_moved_and_edited,
    "split": _split,
    "join": _join,
    "item-moved": _item_moved,
    "item-in": _item_in,
    "item-out": _item_out,
    "row-in": _row_in,
    "row-out": _row_out,
    "row-moved": _row_moved,
    "cell": _cell_changed,
    "column-in": _column_in,
    "column-out": _column_out,
    "note-changed": _note_changed,
    "note-in": _note_in,
    "note-out": _note_out,
    "heading": _heading_changed,
    "bold": _made_bold,
    "new-page": _new_page,
}

KINDS = tuple(_EDITS)
