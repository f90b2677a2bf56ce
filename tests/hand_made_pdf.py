"""PDF files written by hand, object by object, for what no program writes, or none that we can run."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

HELVETICA = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"


def pdf(objects: Mapping[int, str | bytes], *, trailer: str = "/Root 1 0 R", version: str = "1.7") -> bytes:
    """A file of numbered objects, with a plain table of where they stand."""
    written = f"%PDF-{version}\n%\xe2\xe3\xcf\xd3\n".encode("latin-1")
    places: dict[int, int] = {}
    for number, content in objects.items():
        places[number] = len(written)
        body = content.encode("latin-1") if isinstance(content, str) else content
        written += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    count = max(objects) + 1
    table = b"".join(
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
        for number in range(count)
    )
    end = f"trailer\n<</Size {count} {trailer}>>\nstartxref\n{len(written)}\n%%EOF\n".encode("latin-1")
    return written + b"xref\n0 %d\n" % count + table + end


def stream(data: bytes, entries: str = "") -> bytes:
    """A stream that is not packed."""
    return f"<<{entries} /Length {len(data)}>>\nstream\n".encode("latin-1") + data + b"\nendstream"


def packed(data: bytes, entries: str = "") -> bytes:
    """A stream that is packed with zlib."""
    return stream(zlib.compress(data, 9), f"/Filter /FlateDecode {entries}")


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What makes a page of a small tagged file; each line of its text has a tag."""

    lines: tuple[tuple[str, str], ...] = (("P", "Hello"),)
    """The tag and the text of each line."""
    entries: str = "/MediaBox [0 0 595 842]"
    """The page's own entries."""
    resources: str = "/Font <</F1 3 0 R>>"
    attributes: str = ""
    """Entries of each line's element."""


@dataclass(frozen=True, kw_only=True)
class Tagged:
    """A small tagged file: the page n is object 10n, its content 10n + 1, its elements from 1000n on."""

    sheets: tuple[Sheet, ...] = (Sheet(),)
    catalogue: str = ""
    tree: str = ""
    """Entries of the structure tree's root."""
    objects: Mapping[int, str | bytes] = field(default_factory=dict)
    """More objects, or others in place of those that are written."""

    def objects_by_number(self) -> dict[int, str | bytes]:
        """All objects of the file."""
        made: dict[int, str | bytes] = {
            1: "<</Type /Catalog /Pages 2 0 R /StructTreeRoot 4 0 R /MarkInfo <</Marked true>> /Lang (en)"
            f" /ViewerPreferences <</DisplayDocTitle true>> {self.catalogue}>>",
            3: HELVETICA,
        }
        kids, elements, parents = [], [], []
        for n, sheet in enumerate(self.sheets, start=1):
            kids.append(f"{10 * n} 0 R")
            own = [f"{1000 * n + i} 0 R" for i in range(len(sheet.lines))]
            elements += own
            parents.append(f"{n - 1} [{' '.join(own)}]")
            made[10 * n] = (
                f"<</Type /Page /Parent 2 0 R /Contents {10 * n + 1} 0 R /StructParents {n - 1} /Tabs /S"
                f" /Resources <<{sheet.resources}>> {sheet.entries}>>"
            )
            made[10 * n + 1] = stream(
                "".join(
                    f"/{tag} <</MCID {i}>> BDC BT /F1 12 Tf 72 {700 - 20 * i} Td ({words}) Tj ET EMC\n"
                    for i, (tag, words) in enumerate(sheet.lines)
                ).encode("latin-1")
            )
            for i, (tag, _) in enumerate(sheet.lines):
                made[1000 * n + i] = (
                    f"<</Type /StructElem /S /{tag} /P 5 0 R /Pg {10 * n} 0 R /K {i} {sheet.attributes}>>"
                )
        made[2] = f"<</Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}]>>"
        made[4] = (
            f"<</Type /StructTreeRoot /K 5 0 R /ParentTree 6 0 R /ParentTreeNextKey {len(kids)} {self.tree}>>"
        )
        made[5] = f"<</Type /StructElem /S /Document /P 4 0 R /K [{' '.join(elements)}]>>"
        made[6] = f"<</Nums [{' '.join(parents)}]>>"
        return made | dict(self.objects)

    def pdf(self, *, version: str = "1.7") -> bytes:
        """The bytes of the file."""
        return pdf(self.objects_by_number(), version=version)
