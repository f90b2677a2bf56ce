"""The optional content of the whole: each part's groups, on and off as they were (ISO 32000-1, 8.11)."""

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NullObject, PdfObject

from kdnet_docs.tagged_pdf.merging.values import Plain, dictionary, text
from kdnet_docs.tagged_pdf.reading.access import array_in, dictionary_in, name_in, resolved

_LISTS = ("/OFF", "/Order", "/RBGroups", "/Locked", "/AS")


class OptionalContent:
    """The groups so far. Of a part's configurations the default one is kept."""

    def __init__(self) -> None:
        self._groups: list[IndirectObject] = []
        self._lists: dict[str, list[PdfObject]] = {key: [] for key in _LISTS}

    def add(self, title: str, properties: DictionaryObject | None) -> None:
        """Takes the groups of a part, whose objects are adopted."""
        listed = array_in(properties, "/OCGs") or ()
        groups = [one for one in listed if isinstance(one, IndirectObject) and resolved(one) is not None]
        groups = [one for one in groups if not isinstance(resolved(one), NullObject)]
        if not groups:
            return
        config = dictionary_in(properties, "/D") or DictionaryObject()
        self._groups += groups
        off = list(array_in(config, "/OFF") or ())
        if name_in(config, "/BaseState") == "/OFF":
            on = {one.idnum for one in array_in(config, "/ON") or () if isinstance(one, IndirectObject)}
            off = [one for one in groups if one.idnum not in on]
        self._lists["/OFF"] += off
        order = array_in(config, "/Order")
        # A nested array begins with what its groups are listed under (table 101).
        self._lists["/Order"].append(ArrayObject([text(title), *(groups if order is None else order)]))
        for key in ("/RBGroups", "/Locked", "/AS"):
            self._lists[key] += array_in(config, key) or ()

    def properties(self) -> DictionaryObject | None:
        """The optional content properties of the whole."""
        if not self._groups:
            return None
        lists: dict[str, Plain] = {key: values for key, values in self._lists.items() if values}
        config = dictionary({"/Name": text("Default"), "/BaseState": "/ON"} | lists)
        return dictionary({"/OCGs": self._groups, NameObject("/D"): config})
