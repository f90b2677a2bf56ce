"""The text of both documents in one: what went, what came, what was moved, and what did not change."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from kdnet_docs.alignment.steps import (
    Deleted,
    Inserted,
    MovedFrom,
    MovedTo,
    NoteStep,
    Paired,
    Step,
    TablePair,
)
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.faces.pdf_report.clauses import TOP, Clause, clause_blocks
from kdnet_docs.compare.faces.pdf_report.tables import changed_table, whole_table
from kdnet_docs.compare.faces.pdf_report.words import Change, Speech, has_changed, lines, paragraph, words_of
from kdnet_docs.compare.faces.report import bare_number, shortened
from kdnet_docs.compare.fact import Kind
from kdnet_docs.compare.one_sided import in_note
from kdnet_docs.document.anatomy import Anatomy, Leaf
from kdnet_docs.document.tree import Block, Inline, List, ListItem, Text


def text_blocks(comparison: Comparison, speech: Speech) -> Iterator[Block]:
    """The clauses in which something changed, in reading order, and last the footnotes."""
    spots = (where.new for fact in comparison.facts if fact.kind is Kind.FORMATTING for where in fact.places)
    formatted = frozenset(spot.leaf for spot in spots if spot)
    reading = _Reading(comparison.aligned.old, comparison.aligned.new, comparison, speech, formatted)
    reading.steps(comparison.aligned.steps)
    reading.footnotes(comparison.aligned.notes)
    return clause_blocks(reading.clauses, speech)


@dataclass(slots=True)
class _Reading:
    """Goes through the steps, and gathers what is to be shown of each clause.

    `formatted` are the new leaves in which the formatting changed, whether words did or not. `left` are the
    leaves that have gone elsewhere from where we are, `came` those that have come with the same words.
    """

    old: Anatomy
    new: Anatomy
    comparison: Comparison
    speech: Speech
    formatted: frozenset[str]
    clauses: list[Clause] = field(default_factory=list)
    left: list[Leaf] = field(default_factory=list)
    came: list[Leaf] = field(default_factory=list)

    def steps(self, steps: Iterable[Step]) -> None:
        """All steps of the text in order."""
        self._open(TOP, self.speech.say(msg("Before the first heading")))
        for step in steps:
            if not isinstance(step, MovedFrom):
                self._tell_left()
            if not isinstance(step, MovedTo):
                self._tell_came()
            self._step(step)
        self._tell_left()
        self._tell_came()

    def footnotes(self, notes: Sequence[NoteStep]) -> None:
        """The notes that changed, with their numbers."""
        self._open("footnotes", self.speech.say(msg("Footnotes")))
        numbers = [{one: at for at, one in enumerate(side.notes, start=1)} for side in (self.old, self.new)]
        for note in notes:
            words = self._of_note(note)
            if has_changed(words):
                before, after = (
                    by.get(one or "") for by, one in zip(numbers, (note.old, note.new), strict=True)
                )
                label = self.speech.strong(_note_name(before, after))
                self._add(
                    paragraph(f"text/note-{len(self.clauses[-1].parts)}", (*label, Text(text=": "), *words))
                )

    def _step(self, step: Step) -> None:
        match step:
            case Paired():
                self._paired(step)
            case Deleted():
                self._one_sided(self.old, step.old, "deleted")
            case Inserted():
                self._one_sided(self.new, step.new, "inserted")
            case MovedFrom():
                self.left.append(self.old.leaves[step.old])
            case MovedTo():
                self._moved_to(self.old.leaves[step.old], self.new.leaves[step.new], step.table)
            case TablePair():
                table = changed_table(step, self.comparison.aligned, f"text/{step.new}/table", self.speech)
                self._add(table)
            case _:
                assert_never(step)

    # --- one method per kind of step ----------------------------------------------------------------

    def _paired(self, step: Paired) -> None:
        old = [self.old.leaves[one] for one in step.old]
        new = [self.new.leaves[one] for one in step.new]
        first, words = new[0], self.speech.of_pair(self.old.text(step.old), self.new.text(step.new))
        remarks = tuple(self._remarks(old, new))
        changed = has_changed(words) or bool(remarks)
        if first.kind == "heading":
            self._open(first.id, _called(first), self._heading(first, words), changed=changed, marks=remarks)
        elif changed or words:
            self._add(self._shown(first, words, remarks) if changed else None)

    def _remarks(self, old: Sequence[Leaf], new: Sequence[Leaf]) -> Iterator[Message]:
        """What is otherwise besides the words."""
        before, after = old[0], new[0]
        if len(old) > 1:
            yield msg("(these were {count} paragraphs)", count=len(old))
        if len(new) > 1:
            yield msg("(now {count} paragraphs)", count=len(new))
        if "heading" in (before.kind, after.kind) and before.label != after.label:
            number = bare_number(before)
            yield msg("(before: {number})", number=number) if number else msg("(before without a number)")
        if (before.kind, before.depth) != (after.kind, after.depth):
            yield msg("(set otherwise than before)")
        if any(leaf.id in self.formatted for leaf in new):
            yield msg("(the formatting is different)")

    def _one_sided(self, side: Anatomy, identity: str, change: Change) -> None:
        leaf = side.leaves[identity]
        mark = msg("(dropped)") if change == "deleted" else msg("(new)")
        if identity in side.tables:
            self._add(mark)
            name = f"text/{change}/{identity}"
            self._add(whole_table(side.tables[identity], side, change, name, self.speech))
        elif leaf.kind == "heading":
            taken = change == "deleted" and leaf.id in self.new.leaves
            name = f"deleted/{leaf.id}" if taken else leaf.id
            words = tuple(self.speech.of_text(_called(leaf), change))
            self._open(name, _called(leaf), words, changed=True, marks=(mark,))
        else:
            words = tuple(self.speech.of_text(leaf.text, change)) if leaf.text else self._without_words(leaf)
            self._add(self._shown(leaf, words, () if leaf.text else (mark,), change))

    def _moved_to(self, old: Leaf, new: Leaf, pair: TablePair | None) -> None:
        words = self.speech.of_pair(old.text, new.text)
        mark = msg("(moved here)")
        if pair:
            self._tell_came()
            self._moved_table(pair)
        elif new.kind == "heading":
            self._tell_came()
            self._open(new.id, _called(new), self._heading(new, words), changed=True, marks=(mark,))
        elif has_changed(words):
            self._tell_came()
            self._add(self._shown(new, words, (mark,)))
        else:
            self.came.append(new)

    def _moved_table(self, pair: TablePair) -> None:
        """A table that came from elsewhere, with what changed in it; with nothing changed, the whole."""
        name = f"text/moved/{pair.new}/table"
        changed = changed_table(pair, self.comparison.aligned, name, self.speech)
        self._add(msg("(the table was moved here)"))
        self._add(changed or whole_table(self.new.tables[pair.new], self.new, "same", name, self.speech))

    def _of_note(self, note: NoteStep) -> tuple[Inline, ...]:
        aligned = self.comparison.aligned
        return lines([words_of(step, aligned, self.speech) for step in in_note(note, aligned)])

    # --- what is said between the words ---------------------------------------------------------------

    def _tell_left(self) -> None:
        if self.left:
            first = shortened(self._name(self.left[0]))
            said = msg("(moved away from here: “{words}”)", words=first)
            if more := len(self.left) - 1:
                said = msg("(moved away from here: “{words}”, and {count} more)", words=first, count=more)
            self._add(said)
            self.left = []

    def _name(self, leaf: Leaf) -> str:
        """What one knows a leaf of the old document by."""
        table = self.old.tables.get(leaf.id)
        return _called(leaf) or (table.description if table else "")

    def _tell_came(self) -> None:
        if self.came:
            first = shortened(_called(self.came[0]))
            said = msg("(moved here, with the same words: “{words}”)", words=first)
            if more := len(self.came) - 1:
                said = msg(
                    "(moved here, with the same words: “{words}”, and {count} more)", words=first, count=more
                )
            self._add(said)
            self.came = []

    def _without_words(self, leaf: Leaf) -> tuple[Inline, ...]:
        return self.speech.remark(
            msg("(a line across)") if leaf.kind == "rule" else msg("(an empty paragraph)")
        )

    # --- what is gathered -----------------------------------------------------------------------------

    def _open(
        self,
        identity: str,
        title: str,
        words: Iterable[Inline] = (),
        *,
        changed: bool = False,
        marks: Iterable[Message] = (),
    ) -> None:
        """Begins a clause; `words` are its heading, and `marks` say what happened to it."""
        words = tuple(words) or self.speech.of_text(title, "same")
        said = [inline for mark in marks for inline in (Text(text=" "), *self.speech.remark(mark))]
        self.clauses.append(Clause(id=identity, title=title, heading=(*words, *said), changed=changed))

    def _heading(self, leaf: Leaf, words: Iterable[Inline]) -> tuple[Inline, ...]:
        """A heading with its number now and its words marked."""
        return (*((Text(text=f"{leaf.label} "),) if leaf.label else ()), *words)

    def _add(self, part: Block | Message | None) -> None:
        self.clauses[-1].parts.append(part)

    def _shown(
        self, leaf: Leaf, words: Iterable[Inline], remarks: Iterable[Message], change: Change = "same"
    ) -> Block:
        """A leaf with its words marked, and before them what is said of it; an item keeps its bullet."""
        said = [inline for remark in remarks for inline in (*self.speech.remark(remark), Text(text=" "))]
        identity = f"text/{change}/{leaf.id}/words"
        content = paragraph(identity, (*said, *words))
        if leaf.kind != "item":
            return content
        start = int(leaf.label.removesuffix(".")) if leaf.label[:1].isdigit() else None
        return List(
            id=f"{identity}/list", items=(ListItem(id=f"{identity}/item", blocks=(content,)),), start=start
        )


def _called(leaf: Leaf) -> str:
    """A leaf's words with its number: "3. Grøn omstilling"."""
    return f"{leaf.label} {leaf.text}".strip() if leaf.kind == "heading" else leaf.text


def _note_name(before: int | None, after: int | None) -> Message:
    """What a footnote is called; the numbers of both documents are not those of the same notes."""
    if after is None:
        return msg("Former footnote {number}, dropped", number=before)
    if before is None:
        return msg("Footnote {number}, new", number=after)
    if before != after:
        return msg("Footnote {number} (before: {old})", number=after, old=before)
    return msg("Footnote {number}", number=after)
