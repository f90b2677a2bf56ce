"""Word's own watermark: WordArt in every header, which Design > Watermark > Remove takes away."""

from collections.abc import Iterator

from docx.document import Document as Word
from docx.section import _Header

from kdnet_docs.ooxml.styles import Styles
from kdnet_docs.ooxml.xml import Element, build, element, find, value

_REACH = 620.0  # points: width and height together, so that the slanted word stays within A4's margins
_LETTER = 0.65  # the width of a capital over its height
_FORMULAS = (
    "sum #0 0 10800",
    "prod #0 2 1",
    "sum 21600 0 @1",
    "sum 0 0 @2",
    "sum 21600 0 @3",
    "if @0 @3 0",
    "if @0 21600 @1",
    "if @0 0 @2",
    "if @0 @4 21600",
    "mid @5 @6",
    "mid @8 @5",
    "mid @7 @8",
    "mid @6 @7",
    "sum @6 0 @5",
)


def add_watermark(word: Word, text: str, font: str, styles: Styles) -> None:
    """Put the word across every page: into the default, first and even headers of all sections."""
    for number, header in enumerate(_headers(word, styles), start=1):
        paragraph = find(header, "w:p")
        if paragraph is None:
            paragraph = element("p")
            header.insert(0, paragraph)
        at = 0 if find(paragraph, "w:pPr") is None else 1
        paragraph.insert(at, _content_control(number, text, font))


def _headers(word: Word, styles: Styles) -> Iterator[Element]:
    """Each header once; the first section gets those it lacks, later ones take over what they lack."""
    seen: set[str] = set()
    for number, section in enumerate(word.sections):
        for header in (section.header, section.first_page_header, section.even_page_header):
            if header.is_linked_to_previous:
                if number:
                    continue
                _make(header, styles)
            part = header.part
            if part.partname not in seen:
                seen.add(part.partname)
                yield part.element


def _make(header: _Header, styles: Styles) -> None:
    header.is_linked_to_previous = False
    root = header.part.element
    for child in list(root):
        root.remove(child)
    root.append(element("p", element("pPr", value("pStyle", styles.id("header")))))


def _content_control(number: int, text: str, font: str) -> Element:
    gallery = element("docPartObj", value("docPartGallery", "Watermarks"), element("docPartUnique"))
    picture = build("w:pict", None, _shape_type(), _shape(number, text, font))
    run = element("r", element("rPr", element("noProof")), picture)
    return element(
        "sdt", element("sdtPr", value("id", 357476640 + number), gallery), element("sdtContent", run)
    )


def _shape_type() -> Element:
    """The shape "plain text" of WordArt, as Word describes it in every file."""
    return build(
        "v:shapetype",
        {
            "id": "_x0000_t136",
            "coordsize": "21600,21600",
            "o:spt": "136",
            "adj": "10800",
            "path": "m@7,l@8,m@5,21600l@6,21600e",
        },
        build("v:formulas", None, *(build("v:f", {"eqn": formula}) for formula in _FORMULAS)),
        build(
            "v:path",
            {
                "textpathok": "t",
                "o:connecttype": "custom",
                "o:connectlocs": "@9,0;@10,10800;@11,21600;@12,10800",
                "o:connectangles": "270,180,90,0",
            },
        ),
        build("v:textpath", {"on": "t", "fitshape": "t"}),
        build("v:handles", None, build("v:h", {"position": "#0,bottomRight", "xrange": "6629,14971"})),
        build("o:lock", {"v:ext": "edit", "text": "t", "shapetype": "t"}),
    )


def _shape(number: int, text: str, font: str) -> Element:
    ratio = _LETTER * max(len(text), 2)
    width = _REACH * ratio / (1 + ratio)
    place = (
        f"position:absolute;margin-left:0;margin-top:0;width:{width:.1f}pt;height:{width / ratio:.1f}pt;"
        "rotation:315;z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        "mso-position-vertical-relative:margin"
    )
    return build(
        "v:shape",
        {
            "id": f"PowerPlusWaterMarkObject{357476640 + number}",
            "o:spid": f"_x0000_s{2048 + number}",
            "type": "#_x0000_t136",
            "style": place,
            "o:allowincell": "f",
            "fillcolor": "silver",
            "stroked": "f",
        },
        build("v:fill", {"opacity": ".5"}),
        build("v:textpath", {"style": f'font-family:"{font}";font-size:1pt', "string": text}),
        build("w10:wrap", {"anchorx": "margin", "anchory": "margin"}),
    )
