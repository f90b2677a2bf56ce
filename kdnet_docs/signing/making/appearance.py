"""What a signature looks like on the page: who signed, when, and who vouches for it, in the house's font.

The words are in the language of the file, and the same for all signatories. They are there for people
who look at the page; that a signature holds is seen from `kdnet verify` or a PDF reader's own panel.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final

from asn1crypto import x509
from pyhanko.pdf_utils.font.opentype import GlyphAccumulator
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from kdnet_docs.base.messages import Language
from kdnet_docs.base.times import DanishTime
from kdnet_docs.ooxml.fonts import font_files
from kdnet_docs.signing.certificates import issuer_of, name_of, organisation_of

_SIZE: Final = 9.0
_LEADING: Final = 1.22
_ASCENT: Final = 0.98
_DESCENT: Final = 0.28
"""Points, and shares of the size: from one line to the next, and above and below the letters."""

_SHRINKING: Final = tuple(1 - step / 20 for step in range(16))
"""How much smaller the letters are made, until all of it has room."""

_FONT: Final = "/SourceSansPro"

_WORDS: Mapping[Language, Mapping[str, str]] = MappingProxyType(
    {
        "da": MappingProxyType(
            {
                "signed": "Underskrevet elektronisk af",
                "when": "{time}",
                "issuer": "Certifikat udstedt af {issuer}",
                "timestamp": "Tidsstempel",
            }
        ),
        "en": MappingProxyType(
            {
                "signed": "Signed electronically by",
                "when": "{time} Danish time",
                "issuer": "Certificate issued by {issuer}",
                "timestamp": "Time-stamp",
            }
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the appearance, at a share of the size of the others."""

    text: str
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class Appearance:
    """What the signature with a certificate, made at a moment, looks like."""

    certificate: x509.Certificate
    moment: datetime

    def __call__(self, writer: IncrementalPdfFileWriter, widget: DictionaryObject) -> None:
        """Gives it to the field, as large as there is room for; to none that is not to be seen."""
        left, bottom, right, top = (float(side) for side in widget["/Rect"])
        width, height = abs(right - left), abs(top - bottom)
        if width and height:
            language = language_of(writer)
            picture = _drawn(writer, lines(self.certificate, self.moment, language), width, height, language)
            widget[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer.add_object(picture)})


def language_of(writer: IncrementalPdfFileWriter) -> Language:
    """The language of a file, of those that we speak; Danish where it says none, else English."""
    stated = str(writer.root.get("/Lang", "da")).lower().split("-")[0]
    return "da" if stated == "da" else "en"


def timestamp_label(language: Language) -> str:
    """What the field of a time-stamp over the file is called for people."""
    return _WORDS[language]["timestamp"]


def lines(certificate: x509.Certificate, moment: datetime, language: Language) -> tuple[Line, ...]:
    """What is written in the field."""
    words = _WORDS[language]
    return (
        Line(words["signed"], 0.8),
        Line(", ".join(filter(None, (name_of(certificate), organisation_of(certificate)))), 1.1),
        Line(words["when"].format(time=DanishTime(moment).to(language))),
        Line(words["issuer"].format(issuer=issuer_of(certificate)), 0.8),
    )


def _drawn(
    writer: IncrementalPdfFileWriter, wanted: Sequence[Line], width: float, height: float, language: Language
) -> StreamObject:
    """The lines as a picture of this size in points."""
    with font_files("Source Sans Pro")[0].open("rb") as file:
        font = GlyphAccumulator(writer, file, _SIZE, bcp47_lang_code=language)
        content = b"\n".join(_operators(font, _fitted(font, wanted, width, height), height))
        font.prepare_write()
    fonts = DictionaryObject({NameObject(_FONT): font.as_resource()})
    entries = {
        NameObject("/Type"): NameObject("/XObject"),
        NameObject("/Subtype"): NameObject("/Form"),
        NameObject("/BBox"): ArrayObject(FloatObject(side) for side in (0, 0, width, height)),
        NameObject("/Resources"): DictionaryObject({NameObject("/Font"): fonts}),
    }
    return StreamObject(entries, stream_data=content)


def _fitted(font: GlyphAccumulator, wanted: Sequence[Line], width: float, height: float) -> tuple[Line, ...]:
    """The lines with sizes in points, broken where they are too long."""
    fitting: tuple[Line, ...] = ()
    for scale in _SHRINKING:
        fitting = tuple(
            Line(text, scale * _SIZE * line.size)
            for line in wanted
            for text in _broken(font, line.text, width / (scale * _SIZE * line.size))
        )
        high = sum(line.size for line in fitting) * _LEADING
        wide = max(font.shape(line.text).x_advance * line.size for line in fitting)
        if high <= height and wide <= width:
            break
    return fitting


def _broken(font: GlyphAccumulator, text: str, room: float) -> Iterator[str]:
    """The text in lines of at most `room` ems, broken between words."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.shape(longer).x_advance > room:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _operators(font: GlyphAccumulator, fitting: Sequence[Line], height: float) -> Iterator[bytes]:
    """The content of the appearance: the lines from the top of the field, in black."""
    yield b"q 0 g"
    top = height
    for line in fitting:
        baseline = top - _ASCENT * line.size * _LEADING / (_ASCENT + _DESCENT)
        yield b"BT %s %.2f Tf 0 %.2f Td" % (_FONT.encode(), line.size, baseline)
        yield font.shape(line.text).graphics_ops
        yield b"ET"
        top -= line.size * _LEADING
    yield b"Q"
