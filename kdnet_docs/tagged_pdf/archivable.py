"""What PDF/A-3 forbids and a merge keeps (ISO 19005-3, 6.1 and 6.2), where it is cheaply seen."""

from pypdf.generic import DictionaryObject, StreamObject

from kdnet_docs.tagged_pdf.walk import items, name, true

BLEND_MODES = frozenset({
    "/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten",
    "/ColorDodge", "/ColorBurn",
    "/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation", "/Color", "/Luminosity",
})  # fmt: skip


def forbidden(one: DictionaryObject) -> str | None:
    """The entry of a dictionary that no PDF/A-3 may have."""
    if isinstance(one, StreamObject):
        return _in_stream(one)
    if name(one, "/Type") == "/ExtGState" or "/BM" in one:
        return _in_graphics_state(one)
    if name(one, "/Type") == "/Catalog" and "/Requirements" in one:
        return "/Requirements"
    return None


def _in_stream(one: StreamObject) -> str | None:
    if true(one, "/Interpolate"):
        return "/Interpolate"
    if "/LZWDecode" in _names(one, "/Filter"):
        return "/LZWDecode"
    if name(one, "/Subtype") in {"/Image", "/Form"}:
        return next((key for key in ("/Alternates", "/OPI") if key in one), None)
    return None


def _in_graphics_state(one: DictionaryObject) -> str | None:
    if "/TR" in one or name(one, "/TR2") not in {None, "/Default"} or "/HTP" in one:
        return "/TR"
    return None if BLEND_MODES.issuperset(_names(one, "/BM")) else "/BM"


def _names(one: DictionaryObject, key: str) -> list[str]:
    """The name of a key, or the names in its array."""
    single = name(one, key)
    return [single] if single else [str(item.get_object()) for item in items(one, key)]
