"""The output intent of the whole: which colours its device colours mean (ISO 32000-1, 14.11.5)."""

from collections.abc import Iterator

from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.reading.access import array_in, dictionary_in, name_in, number_in, resolved


class OutputIntents:
    """The first intent for archiving that a part has, which the others agree with or not."""

    def __init__(self) -> None:
        self._kept: DictionaryObject | None = None

    def add(self, catalog: DictionaryObject) -> bool:
        """Takes the intents of a part, whose objects are adopted; says whether they agree with others."""
        for intent in _intents(catalog):
            self._kept = self._kept or intent
        return self.agree(catalog)

    def agree(self, catalog: DictionaryObject) -> bool:
        """Whether the intents of a PDF mean colours of as many components: grey, RGB or CMYK."""
        kept = self._kept
        return kept is None or all(_components(one) == _components(kept) for one in _intents(catalog))

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
