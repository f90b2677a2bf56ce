"""The class map of the whole: named attributes of structure elements (ISO 32000-1, 14.7.5.3)."""

from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from kdnet_docs.tagged_pdf.merging.values import pdf
from kdnet_docs.tagged_pdf.reading.access import resolved


class ClassMap:
    """The classes that are used so far."""

    def __init__(self) -> None:
        self.entries = DictionaryObject()

    def add(self, classes: DictionaryObject | None) -> dict[str, str]:
        """Takes a part's classes; gives each its name, a new one where another part means something else."""
        renamed = {}
        for own, value in (classes or {}).items():
            meaning = resolved(value)
            name, number = str(own), 1
            while name in self.entries and self.entries[name] != meaning:
                number += 1
                name = f"{own}_{number}"
            self.entries[NameObject(name)] = meaning
            renamed[str(own)] = name
        return renamed


def rename_classes(element: DictionaryObject, renamed: dict[str, str]) -> None:
    """Have an element name its classes as they are called now, those that its part defines."""
    found = resolved(element.get("/C"))
    if isinstance(found, NameObject):
        found = ArrayObject([found])
    if isinstance(found, ArrayObject):
        names = [resolved(one) for one in found]
        known = [renamed[str(one)] for one in names if isinstance(one, str) and str(one) in renamed]
        element[NameObject("/C")] = pdf(known)
