"""The parts of a Word file that hold what a reader sees, from a file as from one not yet saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from itertools import chain
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, cast
from zipfile import ZipFile

from kdnet_docs.ooxml.package import parse
from kdnet_docs.ooxml.xml import Element, descendants, find_all, get

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.opc.part import XmlPart
    from docx.opc.rel import Relationships

_EMBEDDED = "/image"
_KINDS = ("footnotes", "numbering")


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A part with words, and what its relationships lead to: an address, or a picture's digest."""

    root: Element
    targets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordParts:
    """What a reader sees of a Word file; `edges` holds "default header", "first footer" and the like."""

    body: Story
    footnotes: Story | None = None
    numbering: Element | None = None
    edges: Mapping[str, Story] = field(default_factory=dict)

    def stories(self) -> tuple[Story, ...]:
        """All parts with words."""
        return tuple(chain((self.body,), (self.footnotes,) if self.footnotes else (), self.edges.values()))


def parts_of(word: "Word") -> WordParts:
    """The parts of a Word file as python-docx holds them; they are not copied."""
    notes, numbering = part_of_kind(word, "footnotes"), part_of_kind(word, "numbering")
    return WordParts(
        body=Story(root=word.part.element, targets=_targets(word.part.rels)),
        footnotes=None if notes is None else Story(root=notes.element, targets=_targets(notes.rels)),
        numbering=None if numbering is None else numbering.element,
        edges={
            name: Story(root=part.element, targets=_targets(part.rels))
            for name, part in edges_of(word).items()
        },
    )


def part_of_kind(word: "Word", kind: str) -> "XmlPart | None":
    """The document's part with the footnotes or the numbering, if it has one."""
    related = (
        relation.target_part for relation in word.part.rels.values() if relation.reltype.endswith(f"/{kind}")
    )
    return cast("XmlPart | None", next(related, None))


def edges_of(word: "Word") -> Mapping[str, "XmlPart"]:
    """The headers and footers of the last section: "default header", "first footer" and the like."""
    return {
        name: cast("XmlPart", word.part.related_parts[identity])
        for name, identity in _edges(word.part.element).items()
    }


def read_parts_of(content: bytes) -> WordParts:
    """The parts of a Word file as they stand in its bytes."""
    with ZipFile(BytesIO(content)) as package:
        return _Package(package, frozenset(package.namelist())).parts()


@dataclass(frozen=True, slots=True)
class _Package:
    package: ZipFile
    names: frozenset[str]

    def parts(self) -> WordParts:
        relations = self._relations("word/document.xml")
        whole = {
            kind: target
            for held, target in relations.values()
            for kind in _KINDS
            if held.endswith(f"/{kind}")
        }
        body = self._story("word/document.xml")
        numbering = whole.get("numbering")
        notes = whole.get("footnotes")
        return WordParts(
            body=body,
            footnotes=self._story(notes) if notes else None,
            numbering=parse(self.package.read(numbering)) if numbering else None,
            edges={name: self._story(relations[identity][1]) for name, identity in _edges(body.root).items()},
        )

    def _story(self, name: str) -> Story:
        targets = {
            identity: sha256(self.package.read(target)).hexdigest() if kind.endswith(_EMBEDDED) else target
            for identity, (kind, target) in self._relations(name).items()
        }
        return Story(root=parse(self.package.read(name)), targets=targets)

    def _relations(self, name: str) -> Mapping[str, tuple[str, str]]:
        """The kind and the target of each relationship of a part, by its id."""
        folder, _, file = name.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels"
        if rels not in self.names:
            return {}
        return {
            found.get("Id"): (
                found.get("Type"),
                found.get("Target")
                if found.get("TargetMode") == "External"
                else normpath(join(dirname(name), found.get("Target"))).lstrip("/"),
            )
            for found in parse(self.package.read(rels))
        }


def _edges(root: Element) -> dict[str, str]:
    """The relationships of the last section's headers and footers by their names."""
    sections = find_all(root, "w:body/w:sectPr")
    return {
        f"{get(found, 'w:type')} {kind}": get(found, "r:id") or ""
        for section in sections[-1:]
        for kind in ("header", "footer")
        for found in descendants(section, f"w:{kind}Reference")
    }


def _targets(relations: "Relationships") -> Mapping[str, str]:
    return {
        identity: relation.target_ref
        if relation.is_external
        else sha256(relation.target_part.blob).hexdigest()
        for identity, relation in relations.items()
        if relation.is_external or relation.reltype.endswith(_EMBEDDED)
    }
