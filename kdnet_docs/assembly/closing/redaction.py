"""A source without what is closed in it: the same text, with other words in the places of what is closed.

The open version is read from that text like any source. So what goes along in open files is an ordinary
source, and gives the open document again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kdnet_docs.assembly.closing.closed_parts import within
from kdnet_docs.assembly.closing.edits import Edit, Edited, edited
from kdnet_docs.assembly.closing.stubs import Stub, Stubs, quoted, written
from kdnet_docs.assembly.labels import words as label_words
from kdnet_docs.assembly.plan import Plan, parts_of
from kdnet_docs.base.nodes import MappingNode
from kdnet_docs.base.spans import Wording
from kdnet_docs.model.authored import Authored
from kdnet_docs.model.closable import Closable
from kdnet_docs.model.contract import Contract, TableBlock
from kdnet_docs.model.meeting import Bilag, Meeting
from kdnet_docs.model.status import Initiative, StatusTable
from kdnet_docs.model.tables import TableSpec
from kdnet_docs.sources.comments import comment_places
from kdnet_docs.sources.cuts import cuts, end_of
from kdnet_docs.sources.read import Authored as Model

_NAMES = {
    "title": "closed-part",
    "section": "closed-part",
    "group": "closed-part",
    "appendix": "closed-bilag",
}
"""The keys that name a part, with the label that stands for the name where it is closed."""


def redacted(model: Model) -> Edited:
    """The source of a model without what is closed, and without comments, which may speak of it."""
    words = label_words(model.language, model.labels)
    stubs = Stubs(words=words, text=model.span.source.text, ids=_ids(model))
    redaction = _Redaction(stubs)
    redaction.of(model)
    references = (edit for edit in stubs.closings.edits(model.node) if _is_outside(edit, redaction.edits))
    comments = (Edit(start, end, "") for start, end in comment_places(model.node))
    return edited(model.span.source, (*redaction.edits, *references, *comments))


def _is_outside(edit: Edit, others: Sequence[Edit]) -> bool:
    return not any(other.start <= edit.start < other.end for other in others)


def _ids(model: Model) -> dict[int, str]:
    """The ids by which other words of the source may speak of its parts."""
    match model:
        case Contract():
            plan = Plan(model, [])
            parties = {id(party): party.id for party in model.parties}
            return parties | {id(part): plan.id_of(part) for part in parts_of(model)}
        case Meeting():
            return {id(one): one.id for one in within(model) if isinstance(one, Bilag) and one.id}
        case StatusTable():
            return {id(one): one.id for one in within(model) if isinstance(one, Initiative)}


@dataclass(slots=True)
class _Redaction:
    """Collects what becomes of a source."""

    stubs: Stubs
    edits: list[Edit] = field(default_factory=list)

    def of(self, part: Authored) -> None:
        """What becomes of a part and all in it."""
        if _is_closed(part):
            self._replace(part, self.stubs.of(part))
            return
        dropped: list[str] = []
        if isinstance(part, Closable) and part.closed_keys:
            dropped += [key.partition(".")[0] for key in part.closed_keys if not self._field(part, key)]
            dropped += _that_go_along(part)
            self._rename(part)
        if isinstance(part, TableSpec) and part.closed_rows:
            dropped += self._rows(part)
        if isinstance(part, Closable) and "closed" in part.node and not _stays_marked(part):
            dropped.append("closed")
        self.edits.extend(_cuts(part.node, dropped))
        closed = part.closed_keys if isinstance(part, Closable) else ()
        for name, description in type(part).model_fields.items():
            if (description.alias or name) not in closed:
                value = getattr(part, name)
                for one in value if isinstance(value, tuple) else (value,):
                    if isinstance(one, Authored):
                        self.of(one)

    def _replace(self, part: Authored, stub: Stub) -> None:
        self.edits.append(Edit(part.span.start, end_of(part.node), written(stub)))

    def _put(self, node: MappingNode, key: str, stub: Stub) -> None:
        """Puts a stub in the place of the value of `key`."""
        self.edits.append(Edit(node.keys_at[key].end, end_of(node[key]), f": {written(stub)}"))

    def _field(self, part: Closable, key: str) -> bool:
        """Puts what stands for a closed field in its place; false where nothing does, and the key goes."""
        name, _, inner = key.partition(".")
        if name not in part.node:
            return True
        described = {info.alias or one: (one, info) for one, info in type(part).model_fields.items()}
        attribute, info = described[name]
        value, node = getattr(part, attribute), part.node[name]
        if isinstance(node, MappingNode) and isinstance(value, dict):
            return self._values(part, node, name, inner)
        self._forget(part, name, value)
        stub = self._instead(part, name, value, required=info.is_required())
        if stub is None:
            return False
        self._put(part.node, name, stub)
        return True

    def _values(self, part: Closable, node: MappingNode, name: str, inner: str) -> bool:
        """Takes out values with their names, which may tell of them; false where that leaves none."""
        self.stubs.closings.gone.add((name, inner) if inner else (name,))
        closed = [one for one in node if f"{name}.{one}" in part.closed_keys]
        if not inner or len(closed) == len(node):
            return False
        self.edits.extend(_cuts(node, closed))
        return True

    def _instead(self, part: Closable, name: str, value: object, *, required: bool) -> "Stub | None":
        """What stands in the place of a closed field; None where nothing need."""
        words = self.stubs.words["closed-words"]
        if isinstance(value, Wording):
            return self._name(part, name) or words
        if isinstance(value, tuple):
            return self._items(value, name, required=required)
        return words if required else None

    def _name(self, part: Closable, key: str) -> str:
        """What stands for the name of a part; empty for other words, and for a document's own title."""
        if key not in _NAMES or isinstance(part, Model):
            return ""
        return self.stubs.words["closed-bilag" if isinstance(part, Bilag) else _NAMES[key]]

    def _items(self, value: tuple[object, ...], name: str, *, required: bool) -> "Stub | None":
        words = self.stubs.words["closed-words"]
        parts = [one for one in value if isinstance(one, Authored)]
        if name == "body":
            kept = self.stubs.kept(parts)
            return kept or ([{"text": words}] if required else None)
        if name in ("bilag", "clauses", "goals", "agenda", "initiatives", "appendices"):
            return [self.stubs.of(one) for one in parts] or None
        if name == "rows":
            return []
        return [words] if required else None

    def _forget(self, part: Closable, name: str, value: object) -> None:
        """Notes which parameters have nothing to speak of any more."""
        gone = self.stubs.closings.gone
        if isinstance(part, TableSpec) and name in ("rows", "total"):
            gone.add(("tables", part.id, "total"))
        if isinstance(part, TableSpec) and name == "rows":
            gone.add(("tables", part.id))
            self.edits.extend(_cuts(part.node, ["total"] if "total" in part.node else []))
        if isinstance(part, Contract) and name == "effective":
            gone.add(("effective",))
        for one in value if isinstance(value, tuple) else ():
            if isinstance(one, Authored):
                self.stubs.forget(one)

    def _rename(self, part: Closable) -> None:
        """Gives a part whose name is closed another id, for that may follow from the name."""
        if not {*part.closed_keys} & {*_NAMES, "name"} or id(part) not in self.stubs.ids:
            return
        new = quoted(self.stubs.rename(part))
        if "id" in part.node:
            self.edits.append(Edit(part.node.keys_at["id"].end, end_of(part.node["id"]), f": {new}"))
            return
        first = next(iter(part.node.keys_at.values()))
        flow = part.span.text.startswith("{")
        between = ", " if flow else "\n" + " " * (first.column - 1)
        self.edits.append(Edit(first.start, first.start, f"id: {new}{between}"))

    def _rows(self, table: TableSpec) -> list[str]:
        """A closed row keeps its place; with the total it could be worked out, so that goes as well."""
        self.stubs.closings.gone.add(("tables", table.id, "total"))
        text = next((column.key for column in table.columns if column.type == "text"), None)
        cells: Stub = {text: self.stubs.words["closed-words"]} if text else {}
        for row in table.closed_rows:
            self.edits.append(Edit(row.span.start, end_of(row), written(cells)))
        return ["total"] if table.total else []


def _is_closed(part: Authored) -> bool:
    if isinstance(part, TableBlock):
        return part.closed is True or part.table.closed is True
    return isinstance(part, Closable) and part.closed is True


def _stays_marked(part: Closable) -> bool:
    """Whether it must be said in the open version too that something is closed: a bilag lacks its file."""
    return isinstance(part, Bilag) and bool({"document", "file"} & set(part.closed_keys))


def _that_go_along(part: Closable) -> Sequence[str]:
    """What says how a bilag is shown means nothing without it."""
    return ("compare-with", "watermark", "language") if _stays_marked(part) else ()


def _cuts(node: MappingNode, dropped: Sequence[str]) -> Iterator[Edit]:
    """The edits that take keys out of a mapping, with what lies between them."""
    return (Edit(start, end, "") for start, end in cuts(node, dropped))
