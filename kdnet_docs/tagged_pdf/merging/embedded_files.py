"""The files that lie in the whole, and those that belong to it (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8).

Two files of one name and one content are one; of one name and different content, the later is renamed.
"""

import hashlib
from pathlib import PurePosixPath

from pypdf.generic import DictionaryObject, IndirectObject, NameObject, StreamObject

from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.trees import name_tree, names
from kdnet_docs.tagged_pdf.merging.values import text
from kdnet_docs.tagged_pdf.reading.access import array_in, as_dictionary, dictionary_in, resolved, text_in


class EmbeddedFiles:
    """The files so far."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._named: dict[str, IndirectObject] = {}
        self._content: dict[bytes, IndirectObject] = {}
        self._met: dict[int, IndirectObject] = {}
        self._numbers: dict[str, int] = {}
        self._associated: dict[IndirectObject, None] = {}

    def associated(self) -> list[IndirectObject]:
        """The files that belong to the document as a whole."""
        return list(self._associated)

    def add(self, catalog: DictionaryObject, tree: DictionaryObject | None) -> None:
        """Takes a part's embedded and associated files, whose objects are adopted."""
        for key, value in names(dictionary_in(dictionary_in(catalog, "/Names"), "/EmbeddedFiles")):
            self._add(value, key.decode("utf-8", "replace"))
        for holder in (catalog, tree):
            for one in array_in(holder, "/AF") or ():
                known = self._add(one, "")
                if known is not None:
                    self._associated[known] = None

    def tree(self) -> IndirectObject | None:
        """The name tree of the embedded files."""
        entries = [(name.encode("utf-8"), reference) for name, reference in self._named.items()]
        return name_tree(self._objects, [*entries]) if entries else None

    def _add(self, value: object, key: str) -> IndirectObject | None:
        """A file specification's place in the whole."""
        specification = resolved(value)
        if not isinstance(specification, DictionaryObject):
            return None
        if id(specification) not in self._met:
            reference = value if isinstance(value, IndirectObject) else self._objects.add(specification)
            self._met[id(specification)] = self._place(reference, specification, key)
        return self._met[id(specification)]

    def _place(self, reference: IndirectObject, specification: DictionaryObject, key: str) -> IndirectObject:
        name = text_in(specification, "/UF") or text_in(specification, "/F") or key or "file"
        file = dictionary_in(specification, "/EF")
        if file is None:
            return reference
        for form in ("/UF", "/F"):
            if isinstance(file.get(form), IndirectObject):
                file[NameObject(form)] = self._once(file[form], file.raw_get(form))
        same = self._named.get(name)
        if same is not None and _content(as_dictionary(same)) == _content(specification):
            return same
        free = self._free(name)
        self._named[free] = reference
        specification[NameObject("/F")] = specification[NameObject("/UF")] = text(free)
        self._describe(reference, specification, file)
        return reference

    def _describe(
        self, reference: IndirectObject, specification: DictionaryObject, file: DictionaryObject
    ) -> None:
        """Say of a file what PDF/A-3 asks for: its type, and what it is to the document."""
        content = dictionary_in(file, "/F") or dictionary_in(file, "/UF")
        if content is not None and "/Subtype" not in content:
            content[NameObject("/Subtype")] = NameObject("/application/octet-stream")
        if "/AFRelationship" not in specification:
            specification[NameObject("/AFRelationship")] = NameObject("/Unspecified")
            self._associated[reference] = None

    def _once(self, stream: object, reference: IndirectObject) -> IndirectObject:
        """The object that holds a file's content, one for all that hold the same."""
        if not isinstance(stream, StreamObject):
            return reference
        entries = sorted((key, repr(value)) for key, value in stream.items() if key != "/Params")
        digest = hashlib.sha256(repr(entries).encode())
        digest.update(stream._data)  # noqa: SLF001 - as it is, without unpacking
        return self._content.setdefault(digest.digest(), reference)

    def _free(self, name: str) -> str:
        path, free = PurePosixPath(name), name
        while free in self._named:
            self._numbers[name] = self._numbers.get(name, 1) + 1
            free = f"{path.stem}-{self._numbers[name]}{path.suffix}"
        return free


def _content(specification: DictionaryObject) -> IndirectObject | None:
    """The object that holds the content of a file."""
    file = dictionary_in(specification, "/EF")
    found = None if file is None else file.get("/F", file.get("/UF"))
    return found if isinstance(found, IndirectObject) else None
