"""Whether a picture has its end: one that was cut off on its way begins as it should."""

import re

_PNG = b"\x89PNG\r\n\x1a\n"
_SHORTEST_CHUNK = 12  # bytes: length, kind and check sum
# In the data of a JPEG a marker is any that is no stuffed byte, restart or filling (ITU-T T.81, B.1.1).
_MARKER = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])")
_START_OF_SCAN, _END_OF_IMAGE = b"\xda", b"\xd9"


def is_whole(picture: bytes) -> bool:
    """Whether a PNG or JPEG goes on to its end; what comes after that does not count.

    Of other kinds nothing is known, and they are taken to be whole.
    """
    if picture.startswith(_PNG):
        return _ends_png(picture)
    return _ends_jpeg(picture) if picture.startswith(b"\xff\xd8") else True


def _ends_png(picture: bytes) -> bool:
    at = len(_PNG)
    while at + _SHORTEST_CHUNK <= len(picture):
        length = int.from_bytes(picture[at : at + 4], "big")
        is_end = picture[at + 4 : at + 8] == b"IEND"
        at += _SHORTEST_CHUNK + length
        if is_end:
            return at <= len(picture)
    return False


def _ends_jpeg(picture: bytes) -> bool:
    at, begun = 2, False
    while marker := _MARKER.search(picture, at):
        at = marker.end()
        if marker[1] == _END_OF_IMAGE:
            return begun
        begun = begun or marker[1] == _START_OF_SCAN
        at += int.from_bytes(picture[at : at + 2], "big")
    return False
