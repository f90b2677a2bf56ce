"""When a text was adopted, and what has become of it since, as git tells it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.nodes import MappingNode, Node, ScalarNode, SequenceNode
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.model.life import LIFE, NOT_OF_THE_TEXT
from kdnet_docs.model.parts import State
from kdnet_docs.sources.compose import compose
from kdnet_docs.sources.git import ask_git, is_stored_as
from kdnet_docs.sources.log import Commit, Stored, lives_of
from kdnet_docs.sources.project import SOURCES, Project
from kdnet_docs.sources.revisions import texts_of
from kdnet_docs.sources.top_value import value_at_top

_MOST = 1000
"""Commits of one file whose texts are read; the newest count."""

_MARK = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A text that a document has had, how far it had come then, and the commit that made it so.

    No commit is what has not been committed yet. `data` is the file as it was stored.
    """

    commit: Commit | None
    status: State
    path: str
    data: bytes

    @property
    def is_frozen(self) -> bool:
        """Whether it is an adopted text."""
        return LIFE[self.status].is_frozen

    @property
    def source(self) -> Source:
        """The text, called as it is found in git: "contract_sources/...@a1b2c3d4e"."""
        name = f"{self.path}@{self.commit.short}" if self.commit else self.path
        return Source(name, _text_of(self.data))


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What a document has been, the oldest first and its text as it is now last.

    Where `begins_later`, git has only the end of the history here.
    """

    moments: tuple[Moment, ...]
    begins_later: bool = False

    @property
    def now(self) -> Moment:
        """The text as it is."""
        return self.moments[-1]

    @property
    def adopted(self) -> int | None:
        """The number of the moment at which the text was adopted: the newest time that it was.

        What has been signed stays so: for it, the time that came before it was signed.
        """
        signed = self.signed
        until = self.moments if signed is None else self.moments[: signed + 1]
        frozen = [moment.is_frozen for moment in until]
        times = (at for at, one in enumerate(frozen) if one and (at == 0 or not frozen[at - 1]))
        return max(times, default=None)

    @property
    def signed(self) -> int | None:
        """The number of the first moment at which it was signed."""
        ends = (at for at, one in enumerate(self.moments) if not LIFE[one.status].may_become)
        return next(ends, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """The commit that adopted a text, and the text as it was adopted.

    Where `is_oldest_known` git has only the end of the history, and it may have been adopted before.
    """

    commit: Commit
    source: Source
    is_oldest_known: bool = False

    @property
    def day(self) -> str:
        """The day of the commit: "2021-10-12"."""
        return self.commit.day


def adoption(project: Project, reference: str) -> Adoption | None:
    """When a document was adopted; None where it is not, or git does not tell.

    An adoption that has not been committed is none yet.
    """
    found = project.source_of(reference)
    return None if isinstance(found, Refused) else adoption_in(past(project, found[1]))


def adoption_in(lived: Past) -> Adoption | None:
    """The same, of what a document has been."""
    at = lived.adopted
    if at is None or not lived.now.is_frozen:
        return None
    moment = lived.moments[at]
    if moment.commit is None:
        return None
    is_oldest = lived.begins_later and at == 0
    return Adoption(commit=moment.commit, source=moment.source, is_oldest_known=is_oldest)


def past(project: Project, source: Source) -> Past:
    """What the document has been whose text this is; the text alone where git knows nothing of it.

    A text that says no state is left out.
    """
    now = source.text.encode("utf-8", "surrogatepass")
    ask = ("rev-parse", "--is-shallow-repository", "--verify", f"{project.commit}^{{commit}}")
    head = (ask_git(project.history, *ask) or b"").decode("ascii").split()
    stored = _stored(project, source.name, head[1])[-_MOST:] if head else ()
    moments = [*_committed(project.history, stored, now), *_moment(None, source.name, now)]
    if stored and is_stored_as(now, stored[-1].blob):
        moments.pop()
    return Past(moments=tuple(moments), begins_later=bool(stored) and head[0] == "true")


def _stored(project: Project, name: str, commit: str) -> tuple[Stored, ...]:
    return lives_of(project.history, SOURCES, commit).get(name, ()) if name.startswith(f"{SOURCES}/") else ()


def _committed(folder: Path, stored: tuple[Stored, ...], now: bytes) -> Iterator[Moment]:
    blobs = tuple(dict.fromkeys(one.blob for one in stored))
    # A file that has never been changed need not be asked for.
    is_now = len(blobs) == 1 and is_stored_as(now, blobs[0])
    texts = {blobs[0]: now} if is_now else texts_of(folder, blobs)
    before = ""
    for one in stored:
        if one.blob != before and one.blob in texts:
            yield from _moment(one.commit, one.path, texts[one.blob])
        before = one.blob


def _moment(commit: Commit | None, path: str, data: bytes) -> Iterator[Moment]:
    said = value_at_top(Source(path, _text_of(data)), "status")
    status = next((state for state in LIFE if state == said), None)
    if status:
        yield Moment(commit=commit, status=status, path=path, data=data)


def _text_of(data: bytes) -> str:
    return data.decode("utf-8-sig", "replace")


def is_adopted(source: Source) -> bool:
    """Whether a text says that it is adopted, so that its words are not to be changed."""
    said = value_at_top(source, "status")
    return any(stage.is_frozen for state, stage in LIFE.items() if state == said)


# --- what a text says ---------------------------------------------------------------------------


def same_meaning(one: Source, other: Source) -> bool:
    """Whether two texts say the same, whatever their comments, their layout and how far they have come."""
    return one.text == other.text or changed_place(one, other) is None


def changed_place(old: Source, new: Source) -> Span | None:
    """The first place in `new` that says something else than `old`; None where both say the same."""
    before, after = compose(old), compose(new)
    if isinstance(after, Refused):
        return Span(new, 0, 0)
    if isinstance(before, Refused):
        return after.span
    return _first_change(_text(before), _text(after))


def _text(top: MappingNode) -> MappingNode:
    """What is frozen of a source; the names of values are the author's, whatever they are."""
    of_the_text = (key for key in top if key not in NOT_OF_THE_TEXT and key != _MARK)
    kept = {key: top[key] if key == "values" else _unmarked(top[key]) for key in of_the_text}
    return MappingNode(kept, top.span, top.keys_at)


def _unmarked(node: Node) -> Node:
    """The node without the marks that say for whom a part is, which are no words of the text."""
    match node:
        case ScalarNode():
            return node
        case SequenceNode():
            return SequenceNode(map(_unmarked, node), node.span)
        case MappingNode():
            if _has_such_a_column(node.get("columns")):
                return node
            kept = {key: _unmarked(inner) for key, inner in node.items() if key != _MARK}
            return MappingNode(kept, node.span, node.keys_at)


def _has_such_a_column(columns: Node | None) -> bool:
    """Whether a table has cells that are called as the marks are."""
    every = columns if isinstance(columns, SequenceNode) else ()
    keys = (column.get("key") for column in every if isinstance(column, MappingNode))
    return any(isinstance(key, ScalarNode) and key.text == _MARK for key in keys)


def _first_change(old: Node, new: Node) -> Span | None:
    match old, new:
        case ScalarNode(), ScalarNode():
            return None if old.text == new.text else new.span
        case SequenceNode(), SequenceNode():
            within = (_first_change(*pair) for pair in zip(old, new, strict=False))
            longer = new[len(old)].span if len(new) > len(old) else new.span
            return next(filter(None, within), None if len(old) == len(new) else longer)
        case MappingNode(), MappingNode():
            changes = (_changed_value(old, new, key) for key in new)
            return next(filter(None, changes), None if old.keys() <= new.keys() else new.span)
        case _:
            return new.span


def _changed_value(old: MappingNode, new: MappingNode, key: str) -> Span | None:
    return _first_change(old[key], new[key]) if key in old else new.keys_at[key]
