"""Whether the fonts that a PDF writes with stand in it."""

from collections.abc import Iterator

from pypdf.generic import DictionaryObject

from kdnet_docs.tagged_pdf.reading.access import items, name_in, shown, under

FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def not_embedded(resources: DictionaryObject) -> Iterator[str]:
    """The fonts in a resource dictionary that the reader's machine would have to have."""
    fonts = under(resources, "/Font")
    for key in fonts:
        font = under(fonts, key)
        if not _embedded(font):
            yield shown(name_in(font, "/BaseFont") or str(key))


def _embedded(font: DictionaryObject) -> bool:
    """Whether the glyphs come along. Those of a Type 3 font are drawn in the file itself."""
    if name_in(font, "/Subtype") == "/Type3":
        return True
    below = [one.get_object() for one in items(font, "/DescendantFonts")]
    described = [one for one in below if isinstance(one, DictionaryObject)] or [font]
    return all(any(file in under(one, "/FontDescriptor") for file in FILES) for one in described)
