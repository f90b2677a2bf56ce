"""How many points a picture has, read from its first bytes before anything is unpacked."""

import struct

_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
# JPEG: the markers of a frame (ITU-T T.81, table B.1), and those that stand alone.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF or JPEG as it is stored; None where the file does not say."""
    try:
        if content.startswith(_PNG):
            width, height = struct.unpack_from(">II", content, len(_PNG))
        elif content.startswith(b"GIF8"):
            width, height = struct.unpack_from("<HH", content, 6)
        else:
            height, width = struct.unpack_from(">HH", content, _frame(content) + 5)
    except (struct.error, IndexError):
        return None
    return (width, height) if width and height else None


def _frame(content: bytes) -> int:
    """Where the marker of a JPEG's frame is followed by its length. Raises IndexError where there is none."""
    at = 2
    while content[at] == 0xFF:  # noqa: PLR2004 - what every marker begins with
        marker = content[at + 1]
        if marker in _FRAMES:
            return at
        if marker == 0xFF:  # noqa: PLR2004 - filling
            at += 1
        elif marker in _ALONE:
            at += 2
        else:
            at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    raise IndexError(at)
