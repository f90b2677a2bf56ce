"""What PDF/A-3 forbids to draw with and a merge keeps (ISO 19005-3, 6.1.7 and 6.2), where cheaply seen."""

from collections.abc import Iterator

from pypdf.generic import DictionaryObject

from kdnet_docs.tagged_pdf.reading.access import items, name_in, true_in, under, value_in

BLEND_MODES = frozenset({
    "/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten",
    "/ColorDodge", "/ColorBurn", "/HardLight", "/SoftLight", "/Difference", "/Exclusion",
    "/Hue", "/Saturation", "/Color", "/Luminosity",
})  # fmt: skip


def forbidden(resources: DictionaryObject) -> Iterator[str]:
    """The entries in a resource dictionary that no PDF/A-3 may have, as `/Interpolate`."""
    drawings, states = under(resources, "/XObject"), under(resources, "/ExtGState")
    for key in drawings:
        yield from _of_drawing(under(drawings, key))
    for key in states:
        yield from _of_state(under(states, key))


def _of_drawing(one: DictionaryObject) -> Iterator[str]:
    if true_in(one, "/Interpolate"):
        yield "/Interpolate"
    if "/LZWDecode" in _names(one, "/Filter"):
        yield "/LZWDecode"
    yield from (key for key in ("/Alternates", "/OPI") if key in one)


def _of_state(one: DictionaryObject) -> Iterator[str]:
    if "/TR" in one or (value_in(one, "/TR2") is not None and name_in(one, "/TR2") != "/Default"):
        yield "/TR"
    if "/HTP" in one:
        yield "/HTP"
    if not BLEND_MODES.issuperset(_names(one, "/BM")):
        yield "/BM"


def _names(one: DictionaryObject, key: str) -> list[str]:
    """The name of a key, or the names in its array."""
    single = name_in(one, key)
    return [single] if single else [str(item.get_object()) for item in items(one, key)]
