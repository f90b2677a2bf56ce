"""How words may be written down in a file so that a program, and then a person, reads them."""

import html
import re
import zlib
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterator
from urllib.parse import unquote

LARGEST = 64 << 20
"""Bytes that anything packed may unpack to; our own files are far below."""

_ENTITY = re.compile(r"&#?\w+;")
_TAGS = re.compile(r"<[^<>]*>")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_JSON = re.compile(r"\\u([0-9A-Fa-f]{4})")
_OCTAL = re.compile(r"\\([0-7]{3})")
_NAME = re.compile(r"#([0-9A-Fa-f]{2})")
_HEX = re.compile(r"<([0-9A-Fa-f\s]{12,})>|\b([0-9A-Fa-f]{24,})\b")
_BASE64 = re.compile(r"[A-Za-z0-9+/\r\n]{40,}={0,2}")


def decoded(data: bytes) -> tuple[str, ...]:
    """Bytes as text: UTF-8, and what else has a letter in one byte or two.

    What UTF-16 has between the letters of our languages is no letter, so it reads as Latin-1 does.
    """
    try:
        texts = [data.decode("utf-8")]
    except UnicodeDecodeError:
        texts = [data.decode("utf-8", "ignore"), data.decode("latin-1")]
    if b"\0" in data:
        texts.append(data.decode("latin-1"))
    return tuple(dict.fromkeys(texts))


def spellings(text: str) -> Iterator[str]:
    """The text as it stands, and read as programs read it."""
    yield text
    if "<" in text:
        # What is within tags is told of beside: an address, an alternative text. A tag may stand within a
        # word, and it may be all there is between two.
        yield from (html.unescape(_TAGS.sub(between, text)) for between in ("", " "))
    if _ENTITY.search(text):
        yield html.unescape(text)
    if _PERCENT.search(text):
        yield unquote(text)
    if "\\" in text:
        yield _JSON.sub(lambda match: chr(int(match[1], 16)), text)
        yield _two_ways(_OCTAL.sub(lambda match: chr(int(match[1], 8) & 0xFF), text))
    if _NAME.search(text):
        yield _two_ways(_NAME.sub(lambda match: chr(int(match[1], 16)), text))
    for match in _HEX.finditer(text):
        digits = re.sub(r"\s", "", match[1] or match[2])
        yield from decoded(bytes.fromhex(digits[: len(digits) // 2 * 2]))


def _two_ways(text: str) -> str:
    """Letters of one byte each as UTF-8 where they are that."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def unpacked(text: str) -> Iterator[bytes]:
    """What is packed into letters: base64, perhaps of something that was packed before."""
    for match in _BASE64.finditer(text):
        letters = re.sub(r"\s", "", match[0]).rstrip("=")
        try:
            data = b64decode(letters + "=" * (-len(letters) % 4), validate=True)
        except (Base64Error, ValueError):
            continue
        yield inflated(data) or data


def inflated(data: bytes) -> bytes:
    """What bytes unpack to; nothing where they are not packed."""
    for window in (zlib.MAX_WBITS, zlib.MAX_WBITS | 16):
        unpacker = zlib.decompressobj(window)
        try:
            made = unpacker.decompress(data, LARGEST)
        except zlib.error:
            continue
        if made:
            return made
    return b""
