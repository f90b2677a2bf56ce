"""The words of a step as HTML: as they were, as they are, or both in one with what went and what came."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias, assert_never

from markupsafe import Markup, escape

from kdnet_docs.alignment.steps import Deleted, Inserted, MovedFrom, MovedTo, Paired
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.faces.html_report.marks import Marks, Which, in_order, minor
from kdnet_docs.compare.faces.html_report.runs import Run, Words, cut
from kdnet_docs.compare.fact import Fact
from kdnet_docs.compare.pieces import Piece, pieces
from kdnet_docs.document.anatomy import NOTE_MARK, Anatomy, Leaf
from kdnet_docs.render.html.elements import element, void_element

View: TypeAlias = Literal["old", "new", "both"]
LeafStep: TypeAlias = Paired | Deleted | Inserted | MovedFrom | MovedTo

_OUTSIDE = ("http://", "https://", "mailto:")
_SHOWN: dict[View, tuple[str, ...]] = {
    "old": ("same", "deleted"),
    "new": ("same", "inserted"),
    "both": ("same", "deleted", "inserted"),
}
_TOP_HEADING, _LOWEST_HEADING = 2, 6


class Leaves:
    """Writes the leaves of a comparison."""

    def __init__(self, comparison: Comparison) -> None:
        aligned = comparison.aligned
        self.sides: dict[Which, Anatomy] = {"old": aligned.old, "new": aligned.new}
        self.marks = Marks(comparison.facts)
        self._words: dict[Which, Words] = {"old": Words(aligned.old), "new": Words(aligned.new)}
        self.numbers: dict[Which, dict[str, int]] = {
            "old": {note: number for number, note in enumerate(aligned.old.notes, start=1)},
            "new": {note: number for number, note in enumerate(aligned.new.notes, start=1)},
        }

        self._known: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[Piece, ...]] = {}

    def facts(self, step: LeafStep) -> list[Fact]:
        """The facts that stand in a step's leaves."""
        old, new = ids(step)
        return in_order((*self.marks.of("old", old), *self.marks.of("new", new)))

    def changed(self, step: LeafStep) -> bool:
        """Whether anything at all is different in the step."""
        return (
            not isinstance(step, Paired)
            or any(piece.kind != "same" for piece in self._pieces(step))
            or bool(self.facts(step))
        )

    def notes(self, step: LeafStep) -> Iterator[tuple[Which, str]]:
        """The footnotes with their marks in a step."""
        old, new = ids(step)
        yield from (("old", run.note) for run in self._words["old"].of(old) if run.note)
        yield from (("new", run.note) for run in self._words["new"].of(new) if run.note)

    # --- blocks --------------------------------------------------------------------------------

    def block(self, step: LeafStep, view: View) -> Markup:
        """The step as a heading, a paragraph or the like; nothing where the view has none of it."""
        old, new = self._leaves(step)
        leaf = old if view == "old" else new or old
        if leaf is None or (view == "new" and new is None):
            return Markup("")
        words = self._inlines(step, view)
        match leaf.kind:
            case "heading":
                return self._heading(leaf, self._label(old, new, view) + words, real=leaf is new)
            case "item":
                label = element("span", leaf.label, class_="label")
                return element("p", label, element("span", words), class_=f"item depth-{min(leaf.depth, 5)}")
            case "quote":
                return element("blockquote", element("p", words))
            case "code":
                return element("pre", element("code", words))
            case "rule":
                return void_element("hr")
            case "paragraph" | "cell":
                return element("p", words)
            case "contents" | "signature" | "caption" | "table":
                return element("p", words, class_=leaf.kind) if words else Markup("")
            case _:
                assert_never(leaf.kind)

    def _leaves(self, step: LeafStep) -> tuple[Leaf | None, Leaf | None]:
        """The first leaf on each side, as far as it stands in the step's place."""
        old, new = here(step)
        return (
            self.sides["old"].leaves[old[0]] if old else None,
            self.sides["new"].leaves[new[0]] if new else None,
        )

    def _heading(self, leaf: Leaf, words: Markup, *, real: bool) -> Markup:
        level = min(leaf.depth + _TOP_HEADING, _LOWEST_HEADING)
        look = f"heading level-{min(leaf.depth, 6)}"
        return element(f"h{level}", words, class_=look) if real else element("p", words, class_=look)

    def _label(self, old: Leaf | None, new: Leaf | None, view: View) -> Markup:
        before, after = old.label if old else "", new.label if new else ""
        if view == "old" or new is None:
            after = before
        elif view == "new" or old is None or before == after:
            before = after
        if before == after:
            return element("span", after, class_="number") + " " if after else Markup("")
        parts = [element("del", before)] * bool(before) + [element("ins", after)] * bool(after)
        return element("span", Markup(" ").join(parts), class_="number") + " "

    # --- words ---------------------------------------------------------------------------------

    def _inlines(self, step: LeafStep, view: View) -> Markup:
        old, new = ids(step)
        if isinstance(step, MovedFrom):
            view = "old"  # what came is shown where it stands now
        return Markup("").join(
            self._piece(piece, old, new, view) for piece in self._pieces(step) if piece.kind in _SHOWN[view]
        )

    def _pieces(self, step: LeafStep) -> tuple[Piece, ...]:
        old, new = ids(step)
        if (old, new) not in self._known:
            self._known[old, new] = tuple(pieces(self._text("old", old), self._text("new", new)))
        return self._known[old, new]

    def _text(self, which: Which, leaves: Sequence[str]) -> str:
        return self.sides[which].text(leaves)

    def _piece(self, piece: Piece, old: tuple[str, ...], new: tuple[str, ...], view: View) -> Markup:
        match piece.kind:
            case "same":
                if view == "old":
                    return self._kept("old", old, piece.start, piece.end)
                return self._kept("new", new, piece.new_start, piece.new_start + piece.end - piece.start)
            case "deleted":
                return self._mark("del", "old", old, piece)
            case "inserted":
                return self._mark("ins", "new", new, piece)
            case _:
                assert_never(piece.kind)

    def _kept(self, which: Which, leaves: tuple[str, ...], start: int, end: int) -> Markup:
        """Words that stayed, with a mark around those that are set otherwise."""
        parts: list[Markup] = []
        for first, last, fact in self.marks.set_otherwise(which, self._begins(which, leaves)):
            begin, stop = max(first, start), min(last, end)
            if begin < stop:
                words = self._cut(which, leaves, begin, stop)
                marked = element("span", words, class_="set", data_f=str(fact.number))
                parts += (self._cut(which, leaves, start, begin), marked)
                start = stop
        return Markup("").join((*parts, self._cut(which, leaves, start, end)))

    def _mark(
        self, name: Literal["del", "ins"], which: Which, leaves: tuple[str, ...], piece: Piece
    ) -> Markup:
        facts = self.marks.at(which, self._begins(which, leaves), piece.start, piece.end)
        breaks = "¶" if len(leaves) > 1 else "↵"
        words = self._cut(which, leaves, piece.start, piece.end, breaks=breaks)
        # A break at the end stands outside: within, the mark would begin again on the next line.
        after = void_element("br") if words.endswith("<br>") else Markup("")
        return (
            element(
                name,
                words.removesuffix("<br>"),
                class_="minor" if minor(facts) else None,
                data_f=" ".join(str(fact.number) for fact in facts) or None,
            )
            + after
        )

    def _begins(self, which: Which, leaves: Iterable[str]) -> list[tuple[str, int]]:
        begins, at = [], 0
        for leaf in leaves:
            begins.append((leaf, at))
            at += len(self.sides[which].leaves[leaf].text) + 1
        return begins

    def _cut(
        self, which: Which, leaves: tuple[str, ...], start: int, end: int, *, breaks: str = ""
    ) -> Markup:
        runs = cut(self._words[which].of(leaves), start, end)
        return Markup("").join(self._run(run, which, breaks) for run in runs)

    def _run(self, run: Run, which: Which, breaks: str) -> Markup:
        if run.note:
            return element("sup", str(self.numbers[which].get(run.note, "")), class_="mark")
        # A break that came or went would not be seen without a sign.
        lines = run.text.replace(NOTE_MARK, "").split("\n")
        sign = element("span", breaks, class_="sign") if breaks else Markup("")
        words = (sign + void_element("br")).join(escape(line) for line in lines)
        for tag in reversed(run.tags):
            words = element(tag, words)
        if run.link.lower().startswith(_OUTSIDE):
            words = element("a", words, href=run.link, rel="noreferrer")
        return words


def ids(step: LeafStep) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of a step's leaves in the old document and in the new one."""
    match step:
        case Paired():
            return step.old, step.new
        case Deleted():
            return (step.old,), ()
        case Inserted():
            return (), (step.new,)
        case MovedFrom() | MovedTo():
            return (step.old,), (step.new,)
        case _:
            assert_never(step)


def here(step: LeafStep) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the leaves that stand in the step's own place: of a leaf that moved, one of the two."""
    old, new = ids(step)
    return () if isinstance(step, MovedTo) else old, () if isinstance(step, MovedFrom) else new
