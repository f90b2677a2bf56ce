"""The output intent of the whole: which colours its device colours mean (ISO 32000-1, 14.11.5)."""

from collections.abc import Iterator

from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.values import array_in, dictionary_in, name_in, number_in, resolved


class OutputIntents:
    """The first intent for archiving that a part has, and whether the others agree with it."""

    def __init__(self) -> None:
        self.agree = True
        """Whether all mean colours of as many components: grey, RGB or CMYK."""
        self._kept: DictionaryObject | None = None

    def add(self, catalog: DictionaryObject) -> None:
        """Takes the intents of a part, whose objects are adopted."""
        for intent in _intents(catalog):
            self._kept = self._kept or intent
        self.compare(catalog)

    def compare(self, catalog: DictionaryObject) -> None:
        """Looks at the intents of a PDF that is no part."""
        for intent in _intents(catalog):
            if self._kept is not None and _components(intent) != _components(self._kept):
                self.agree = False

    def reference(self, objects: Objects) -> IndirectObject | None:
        """The intent that is kept."""
        return None if self._kept is None else objects.add(self._kept)


def _intents(catalog: DictionaryObject) -> Iterator[DictionaryObject]:
    for one in array_in(catalog, "/OutputIntents") or ():
        intent = resolved(one)
        if isinstance(intent, DictionaryObject) and name_in(intent, "/S") == "/GTS_PDFA1":
            yield intent


def _components(intent: DictionaryObject) -> float | None:
    profile = dictionary_in(intent, "/DestOutputProfile")
    return number_in(profile, "/N") if isinstance(profile, StreamObject) else None
