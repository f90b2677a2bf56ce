"""Spreadsheets as Excel writes them, no more of them than a test needs."""

from io import BytesIO
from zipfile import ZipFile

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def xlsx(*cells: tuple[int, str]) -> bytes:
    """One row of numbers, each with the id of the format that is built in for it (ECMA-376, 18.8.30)."""
    formats = "".join(f'<xf numFmtId="{format_id}" applyNumberFormat="1"/>' for format_id, _ in cells)
    row = "".join(f'<c s="{style}"><v>{value}</v></c>' for style, (_, value) in enumerate(cells))
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/sheet.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
        "_rels/.rels": _relationships(officeDocument="xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": _relationships(worksheet="sheet.xml", styles="styles.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}">'
        '<sheets><sheet name="Ark" sheetId="1" r:id="worksheet"/></sheets></workbook>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts><font><sz val="11"/></font></fonts>'
        "<fills><fill/></fills>"
        f"<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs>{formats}</cellXfs></styleSheet>",
        "xl/sheet.xml": f'<worksheet xmlns="{_MAIN}">'
        '<cols><col min="1" max="9" width="17" customWidth="1"/></cols>'
        f"<sheetData><row>{row}</row></sheetData></worksheet>",
    }
    output = BytesIO()
    with ZipFile(output, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return output.getvalue()


def _relationships(**targets: str) -> str:
    links = "".join(
        f'<Relationship Id="{kind}" Type="{_LINKS}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
