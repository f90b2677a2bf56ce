"""Reads the pictures of covers, headers and footers: a logo that stands in the line, PNG or JPEG."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Literal
from zipfile import ZipFile

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.ooxml.house import Picture
from kdnet_docs.ooxml.package import DRAWING, Parts, R

_WORD = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_POINT = 12700  # of Word's units for drawings
_KINDS: Mapping[str, Literal["png", "jpeg"]] = {"image/png": "png", "image/jpeg": "jpeg"}
_TURNS = frozenset(("rot", "flipH", "flipV"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """The pictures in a part by their relationship; those that are only linked to are not there.

    Where `described`, a picture needs words for those who do not see it.
    """

    files: Mapping[str, bytes]
    described: bool = False

    def read(self, drawing: Any) -> Picture | Message:
        """The picture in a `w:drawing`, or what to do about one that not every format can show."""
        inline, blip = drawing.find(f"{_WORD}inline"), drawing.find(f".//{DRAWING}blip")
        if blip is None:
            return msg("put only pictures there, as PNG or JPEG; no shapes, diagrams or text boxes")
        if inline is None:
            return msg("right click the picture, and choose Wrap Text > In Line with Text")
        content = self.files.get(blip.get(f"{R}embed", ""))
        if content is None or blip.get(f"{R}link"):
            return msg("insert the picture again from a file, without a link to it")
        if _is_changed(drawing):
            return msg("crop or turn the picture in another program, and insert it as it shall be")
        kind = _kind(content)
        if kind is None:
            return msg("save the picture as PNG or JPEG, and insert it again")
        description = inline.find(f"{_WORD}docPr").get("descr", "").strip()
        if self.described and not description:
            return msg("say what the picture shows: right click it, and choose View Alt Text")
        extent = inline.find(f"{_WORD}extent")
        width, height = (int(extent.get(side)) / _POINT for side in ("cx", "cy"))
        return Picture(content=content, format=kind, width=width, height=height, description=description)


def pictures_in(part: Any) -> Pictures:
    """The pictures of a header or footer that python-docx has opened."""
    found = (relation for relation in part.rels.values() if relation.reltype.endswith("/image"))
    return Pictures(
        files={relation.rId: relation.target_part.blob for relation in found if not relation.is_external}
    )


def cover_pictures(file: Path, parts: Parts) -> Pictures:
    """The pictures of a cover's file, whose parts have been read."""
    relations = parts.get("_rels/document.xml.rels", ())
    wanted = {
        found.get("Id", ""): str(PurePosixPath("/word", found.get("Target", "")).relative_to("/"))
        for found in relations
        if found.get("Type", "").endswith("/image") and found.get("TargetMode") != "External"
    }
    with ZipFile(file) as package:
        names = set(package.namelist())
        files = {identity: package.read(name) for identity, name in wanted.items() if name in names}
    return Pictures(files=files, described=True)


def _is_changed(drawing: Any) -> bool:
    """Whether the picture has been cropped or turned, which only Word would show."""
    cropped = any(found.attrib for found in drawing.iter(f"{DRAWING}srcRect"))
    return cropped or any(_TURNS.intersection(found.attrib) for found in drawing.iter(f"{DRAWING}xfrm"))


def _kind(content: bytes) -> Literal["png", "jpeg"] | None:
    """What the bytes are, whatever the file is named, if python-docx can write them again."""
    from docx.image.exceptions import (
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
    )
    from docx.image.image import Image

    try:
        return _KINDS.get(Image.from_blob(content).content_type)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):
        return None
