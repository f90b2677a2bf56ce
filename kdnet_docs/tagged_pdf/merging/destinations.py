"""Named destinations, unique in the whole, and actions: those that lead somewhere stay.

ISO 32000-1, 12.3.2.3 and 12.6. A name of PDF 1.1 (in the catalogue's Dests) becomes a string like the rest.
"""

from collections.abc import Mapping
from urllib.parse import unquote, urljoin

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject

from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.trees import name_tree, names
from kdnet_docs.tagged_pdf.merging.values import dictionary, pdf, text
from kdnet_docs.tagged_pdf.reading.access import array_in, dictionary_in, name_in, octets, resolved
from kdnet_docs.tagged_pdf.reading.active import KEPT_ACTIONS, NAMED_ACTIONS
from kdnet_docs.tagged_pdf.reading.attached_files import named
from kdnet_docs.tagged_pdf.reading.links import is_local

Key = tuple[bool, bytes]
"""A destination's name in its part: whether it is a name of PDF 1.1, and the bytes."""


class Destinations:
    """The names that are used so far."""

    def __init__(self) -> None:
        self._entries: dict[bytes, PdfObject] = {}
        self._numbers: dict[bytes, int] = {}

    def add(self, old: DictionaryObject | None, tree: DictionaryObject | None) -> dict[Key, bytes]:
        """Takes a part's named destinations; gives the name that each has now."""
        found: list[tuple[Key, PdfObject]] = [
            ((True, _bytes(name)), value) for name, value in (old or {}).items()
        ]
        found += [((False, name), value) for name, value in names(tree)]
        renamed: dict[Key, bytes] = {}
        for key, value in found:
            if key not in renamed and isinstance(resolved(value), ArrayObject | DictionaryObject):
                renamed[key] = self._free(key[1])
                self._entries[renamed[key]] = value
        return renamed

    def tree(self, objects: Objects) -> IndirectObject | None:
        """The name tree of all destinations."""
        return name_tree(objects, list(self._entries.items())) if self._entries else None

    def _free(self, wanted: bytes) -> bytes:
        name = wanted
        while name in self._entries:
            self._numbers[wanted] = self._numbers.get(wanted, 1) + 1
            name = b"%b-%d" % (wanted, self._numbers[wanted])
        return name


class Links:
    """What annotations and outline entries of one part lead to in the whole."""

    def __init__(self, renamed: Mapping[Key, bytes], files: Mapping[str, ArrayObject], base: bytes) -> None:
        self._renamed = renamed
        self._base = base
        """What the part's addresses are relative to; nothing where they are to the file itself."""
        self._files = files
        """Destinations in the whole, by the address that a part gives for them."""
        self._led: set[int] = set()

    def lead(self, holder: DictionaryObject) -> None:
        """Have an annotation or outline entry lead where it led; what did something else does nothing."""
        if id(holder) in self._led:
            return
        self._led.add(id(holder))
        for dropped in ("/AA", "/PA"):
            holder.pop(dropped, None)
        _rewrite(holder, "/Dest", self._renamed)
        if "/A" not in holder:
            return
        action = dictionary_in(holder, "/A")
        if action is None or not _stays(action):
            del holder["/A"]
        elif (found := self._inside(action)) is not None:
            holder[NameObject("/A")] = dictionary({"/Type": "/Action", "/S": "/GoTo", "/D": found})
        else:
            action.pop("/Next", None)
            led = self._action(action)
            holder[NameObject("/A")] = led
            if is_local(octets(resolved(led.get("/URI"))) or octets(resolved(led.get("/F"))) or b""):
                del holder["/A"]

    def _inside(self, action: DictionaryObject) -> ArrayObject | None:
        """Where in the whole an action leads that leads out of its part; None where that is outside too."""
        match name_in(action, "/S"):
            case "/URI":
                address = (octets(resolved(action.get("/URI"))) or b"").decode("utf-8", "replace")
            case "/GoToR":
                address = _file_name(action)
            case _:
                return None
        return self._files.get(address) or self._files.get(unquote(address))

    def _action(self, action: DictionaryObject) -> DictionaryObject:
        """The action, rewritten in a copy, for several annotations may share it."""
        copy = DictionaryObject()
        copy.update(action)
        if name_in(copy, "/S") == "/GoTo":
            _rewrite(copy, "/D", self._renamed)
        specification = dictionary_in(copy, "/F")
        if name_in(copy, "/S") == "/GoToR" and specification is not None:
            if name_in(specification, "/FS") == "/URL":
                return dictionary({"/Type": "/Action", "/S": "/URI", "/URI": text(_file_name(copy))})
            # PDF/A-3 asks more of a specification than of a name (ISO 19005-3, 6.8).
            copy[NameObject("/F")] = text(_file_name(copy))
        address = octets(resolved(copy.get("/URI")))
        if self._base and address is not None:
            copy[NameObject("/URI")] = pdf(_joined(self._base, address))
        return copy


def lead_annotations(page: IndirectObject, links: Links) -> None:
    """Have a page's annotations lead where they led."""
    for one in array_in(resolved(page), "/Annots") or ():
        annotation = resolved(one)
        if isinstance(annotation, DictionaryObject):
            links.lead(annotation)


def base_of(catalog: DictionaryObject) -> bytes:
    """What a part's addresses are relative to (ISO 32000-1, table 207); nothing where it does not say."""
    found = dictionary_in(catalog, "/URI")
    return (octets(resolved(found.get("/Base"))) if found is not None else None) or b""


def _joined(base: bytes, address: bytes) -> bytes:
    try:
        return urljoin(base.decode("latin-1"), address.decode("latin-1")).encode("latin-1")
    except ValueError:  # what is no address stays as it is
        return address


def _file_name(action: DictionaryObject) -> str:
    """The name of the file beside that an action leads to."""
    found = resolved(action.get("/F"))
    if isinstance(found, DictionaryObject):
        return next(iter(named(found)), "").strip()
    return (octets(found) or b"").decode("utf-8", "replace")


def _bytes(name: str) -> bytes:
    return name[1:].encode("latin-1")


def _stays(action: DictionaryObject) -> bool:
    kind = name_in(action, "/S")
    return kind in KEPT_ACTIONS and (kind != "/Named" or name_in(action, "/N") in NAMED_ACTIONS)


def _rewrite(holder: object, key: str, renamed: Mapping[Key, bytes]) -> None:
    """Have a named destination under a key go by the name that it has now."""
    if not isinstance(holder, DictionaryObject):
        return
    value = resolved(holder.get(key))
    if isinstance(value, NameObject):
        wanted: Key = (True, _bytes(value))
    elif (string := octets(value)) is not None:
        wanted = (False, string)
    else:
        return
    if wanted in renamed:
        holder[NameObject(key)] = pdf(renamed[wanted])
