"""The form fields of the whole, each part's under a field of its own (ISO 32000-1, 12.7).

Fields keep their appearances, and no reader is asked to make new ones: what a part left to the reader is
drawn. Names cannot collide, for a field's
full name begins with its part's.
"""

import re
from collections.abc import Iterator

from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, IndirectObject, NameObject

from kdnet_docs.tagged_pdf.merging.field_appearance import draw_value
from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.values import Plain, dictionary, pdf, text
from kdnet_docs.tagged_pdf.merging.write import written_name
from kdnet_docs.tagged_pdf.reading.access import (
    array_in,
    as_dictionary,
    dictionary_in,
    name_in,
    octets,
    resolved,
)
from kdnet_docs.tagged_pdf.reading.operators import called
from kdnet_docs.tagged_pdf.unmergeable import reading

_NAME = re.compile(rb"/[^\s()<>\[\]{}/%]+")


class Forms:
    """The fields and their resources so far."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._fields: list[IndirectObject] = []
        self._resources = DictionaryObject()

    def add(self, part: int, form: DictionaryObject | None) -> None:
        """Takes the fields of a part, whose objects are adopted."""
        listed = array_in(form, "/Fields") or ()
        fields = [one for one in listed if isinstance(resolved(one), DictionaryObject)]
        if not fields:
            return
        own = dictionary_in(form, "/DR")
        if form is not None and resolved(form.get("/NeedAppearances")) == BooleanObject(True):  # noqa: FBT003 - pypdf's
            with reading(part, "form field"):
                for field in _all(fields):
                    draw_value(self._objects, field, own)
        renamed = self._share(own)
        entries: dict[str, Plain] = {"/T": text(f"part{part + 1}"), "/Kids": fields}
        entries |= {key: form[key] for key in ("/DA", "/Q") if form is not None and key in form}
        node = self._objects.add(dictionary(entries))
        _rename_fonts(as_dictionary(node), renamed)
        self._fields.append(node)
        for field in fields:
            as_dictionary(field)[NameObject("/Parent")] = node
        for field in _all(fields):
            _rename_fonts(field, renamed)
            field.pop("/AA", None)
            if name_in(field, "/FT") == "/Sig":
                field.pop("/V", None)

    def form(self) -> IndirectObject | None:
        """The interactive form of the whole."""
        if not self._fields:
            return None
        entries: dict[str, Plain] = {"/Fields": self._fields}
        return self._objects.add(dictionary(entries | ({"/DR": self._resources} if self._resources else {})))

    def _share(self, resources: DictionaryObject | None) -> dict[str, bytes]:
        """Takes a part's default resources; gives the new names, as they are written, of renamed fonts."""
        renamed: dict[str, bytes] = {}
        for kind, found in (resources or {}).items():
            category = resolved(found)
            if not isinstance(category, DictionaryObject):
                continue
            shared = self._resources.setdefault(NameObject(kind), DictionaryObject())
            for own, value in category.items():
                name, number = str(own), 1
                while name in shared and shared.get(name) != value:
                    number += 1
                    name = f"{own}_{number}"
                shared[NameObject(name)] = pdf(value)
                if kind == "/Font" and name != own:
                    renamed[str(own)] = written_name(name)
        return renamed


def _rename_fonts(field: DictionaryObject, renamed: dict[str, bytes]) -> None:
    """Have a default appearance name the fonts as they are called now."""
    appearance = octets(resolved(field.get("/DA")))
    if renamed and appearance is not None:
        new = _NAME.sub(lambda name: renamed.get(called(name[0]), name[0]), appearance)
        field[NameObject("/DA")] = pdf(new)


def _all(fields: list[IndirectObject]) -> Iterator[DictionaryObject]:
    """The fields and all below them, each once."""
    waiting: list[object] = list(fields)
    seen: set[int] = set()
    while waiting:
        field = resolved(waiting.pop())
        if isinstance(field, DictionaryObject) and id(field) not in seen:
            seen.add(id(field))
            yield field
            waiting += array_in(field, "/Kids") or ArrayObject()
