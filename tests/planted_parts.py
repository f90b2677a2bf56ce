"""Things that Word, or a person in Word, leaves in a file: planted in a file for a test."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

COMMENTS = (
    f'<w:comments xmlns:w="{_W}"><w:comment w:id="0" w:author="Carl Dam">'
    "<w:p><w:r><w:t>Husk!</w:t></w:r></w:p></w:comment></w:comments>"
)
PEOPLE = (
    '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
    '<w15:person w15:author="Carl Dam"/></w15:people>'
)
IN_HEADER = {
    "hidden": "<w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r>",
    "white": '<w:r><w:rPr><w:color w:val="ffffff"/></w:rPr><w:t>hvid</w:t></w:r>',
    "draft": "<w:r><w:tab/><w:t>UDKAST</w:t></w:r>",
    "placeholder": "<w:r><w:t>J.nr. xx</w:t></w:r>",
    "inserted": '<w:ins w:id="9" w:author="Carl Dam"><w:r><w:t>ny</w:t></w:r></w:ins>',
    "deleted": '<w:del w:id="9" w:author="Carl Dam"><w:r><w:delText>gammel</w:delText></w:r></w:del>',
    "moved": '<w:moveFrom w:id="9" w:author="Carl Dam"><w:r><w:t>flyttet</w:t></w:r></w:moveFrom>',
    "reformatted": '<w:r><w:rPr><w:b/><w:rPrChange w:id="9" w:author="Carl Dam"/></w:rPr></w:r>',
    "watermark": (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="PowerPlusWaterMarkObject1">'
        '<v:textpath string="UDKAST"/></v:shape></w:pict></w:r>'
    ),
    "rsid": '<w:r w:rsidR="00A1B2C3"><w:t>ord</w:t></w:r>',
    "object": "<w:r><w:object/></w:r>",
}


def in_header(file: bytes, xml: str) -> bytes:
    """The file with this at the end of the first paragraph of its first header."""
    return edited(
        file,
        "word/header1.xml",
        r"</w:p>|<w:p>\s*</w:p>|<w:p/>",
        lambda found: f"<w:p>{xml}</w:p>" if found == "<w:p/>" else f"{xml}</w:p>",
    )


def in_settings(file: bytes, xml: str) -> bytes:
    """The file with this among its settings."""
    return edited(file, "word/settings.xml", r"<w:defaultTabStop", lambda found: f"{xml}{found}")


def in_core(file: bytes, xml: str) -> bytes:
    """The file with this among its properties."""
    return edited(file, "docProps/core.xml", r"</cp:coreProperties>", lambda found: f"{xml}{found}")


def with_related(file: bytes, kind: str, target: str, content: str | None) -> bytes:
    """The file with one part more below `word/`; without content, with a relation to what lies outside."""
    relation = f'<Relationship Id="rIdPlanted" Type="{_RELATIONS}/{kind}" Target="{target}"'
    relation += ' TargetMode="External"/>' if content is None else "/>"
    with_relation = edited(
        file, "word/_rels/document.xml.rels", "</Relationships>", lambda found: f"{relation}{found}"
    )
    if content is None:
        return with_relation
    override = f'<Override PartName="/word/{target}" ContentType="application/xml"/>'
    typed = edited(with_relation, "[Content_Types].xml", "</Types>", lambda found: f"{override}{found}")
    buffer = BytesIO(typed)
    with ZipFile(buffer, "a") as archive:
        archive.writestr(f"word/{target}", content)
    return buffer.getvalue()


def edited(file: bytes, part: str, pattern: str, change: Callable[[str], str]) -> bytes:
    """The file with the first match of a pattern in a part changed."""
    buffer = BytesIO()
    with ZipFile(BytesIO(file)) as old, ZipFile(buffer, "w") as new:
        for entry in old.namelist():
            content = old.read(entry)
            if entry == part:
                text, count = re.subn(
                    pattern, lambda found: change(found[0]), content.decode("utf-8"), count=1
                )
                assert count, (part, pattern)
                content = text.encode("utf-8")
            new.writestr(entry, content)
    return buffer.getvalue()
