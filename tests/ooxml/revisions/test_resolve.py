import pytest
from lxml import etree

from kdnet_docs.ooxml.revisions.resolve import accept, reject
from kdnet_docs.ooxml.xml import NAMESPACES, Element, descendants

_NAMES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items() if prefix != "xml")


def part(content: str) -> Element:
    return etree.fromstring(f"<w:body {_NAMES}>{content}</w:body>")


def paragraph(content: str, mark: str = "", style: str = "") -> str:
    looks = f'<w:pStyle w:val="{style}"/>' if style else ""
    marked = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{looks}{marked}</w:pPr>{content}</w:p>"


def run(words: str, kind: str = "t") -> str:
    return f"<w:r><w:{kind}>{words}</w:{kind}></w:r>"


def came(words: str) -> str:
    return f"<w:ins>{run(words)}</w:ins>"


def went(words: str) -> str:
    return f"<w:del>{run(words, 'delText')}</w:del>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, mark: str = "") -> str:
    return f"<w:tr><w:trPr>{mark}</w:trPr>{''.join(cells)}</w:tr>"


def both(content: str) -> tuple[list[str], list[str]]:
    """The paragraphs, with their style, once all is accepted and once all is rejected."""
    results = []
    for resolve in (accept, reject):
        root = part(content)
        resolve(root)
        assert not list(descendants(root, "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:delText"))
        results.append([_read(found) for found in descendants(root, "w:p")])
    return results[0], results[1]


def _read(found: Element) -> str:
    style = next((str(one.get(one.keys()[0])) for one in descendants(found, "w:pStyle")), "")
    words = "".join(text.text or "" for text in descendants(found, "w:t"))
    return f"{style}:{words}" if style else words


@pytest.mark.parametrize(
    ("content", "new", "old"),
    [
        (
            paragraph(run("et ") + went("gammelt") + came("nyt") + run(" ord")),
            ["et nyt ord"],
            ["et gammelt ord"],
        ),
        (paragraph(came("ny"), "<w:ins/>") + paragraph(run("b")), ["ny", "b"], ["b"]),
        (paragraph(went("væk"), "<w:del/>") + paragraph(run("b")), ["b"], ["væk", "b"]),
        # A paragraph that is split: its first half ends with a new mark, and old is the second's style.
        (
            paragraph(run("a"), "<w:ins/>", "Ny") + paragraph(run("b"), style="Gammel"),
            ["Ny:a", "Gammel:b"],
            ["Gammel:ab"],
        ),
        (
            paragraph(run("a"), "<w:del/>") + paragraph(run("b"), "<w:del/>") + paragraph(run("c")),
            ["abc"],
            ["a", "b", "c"],
        ),
        (
            paragraph(f"<w:moveFrom>{run('flyttet')}</w:moveFrom>", "<w:moveFrom/>")
            + paragraph(run("imellem"))
            + paragraph(f"<w:moveToRangeStart/><w:moveTo>{run('flyttet')}</w:moveTo>", "<w:moveTo/>")
            + paragraph(run("sidst")),
            ["imellem", "flyttet", "sidst"],
            ["flyttet", "imellem", "sidst"],
        ),
        # What is inserted and deleted again vanishes both ways.
        (
            paragraph(f"<w:ins>{went('resumé')}</w:ins>", "<w:ins/><w:del/>") + paragraph(run("b")),
            ["b"],
            ["b"],
        ),
        # The mark of a cell's last paragraph cannot go.
        (table(row(cell(paragraph(went("a"), "<w:del/>")))), [""], ["a"]),
        # Nor that of the last paragraph of all.
        (paragraph(run("a")) + paragraph(came("b"), "<w:ins/>"), ["a", "b"], ["a", ""]),
        (
            table(row(cell(paragraph(went("a"))), mark="<w:del/>"), row(cell(paragraph(run("b"))))),
            ["b"],
            ["a", "b"],
        ),
        (table(row(cell(paragraph(came("a"))), mark="<w:ins/>")), ["a"], []),
        (
            table(row(cell(paragraph(run("a"))), cell(paragraph(came("b")), "<w:cellIns/>"))),
            ["a", "b"],
            ["a"],
        ),
        (
            table(row(cell(paragraph(run("a"))), cell(paragraph(went("b")), "<w:cellDel/>"))),
            ["a"],
            ["a", "b"],
        ),
    ],
)
def test_all_accepted_is_the_new_and_all_rejected_the_old(
    content: str, new: list[str], old: list[str]
) -> None:
    assert both(content) == (new, old)


@pytest.mark.parametrize(
    ("holder", "change", "stays"),
    [
        ("pPr", "pPrChange", ["rPr"]),
        ("rPr", "rPrChange", []),
        ("tcPr", "tcPrChange", []),
        ("trPr", "trPrChange", []),
        ("tblPr", "tblPrChange", []),
        ("sectPr", "sectPrChange", ["headerReference"]),
    ],
)
def test_what_properties_were_comes_back_when_rejected(holder: str, change: str, stays: list[str]) -> None:
    kept = "".join(f"<w:{name}/>" for name in stays)
    content = (
        f"<w:{holder}>{kept}<w:jc/><w:{change}><w:{holder}><w:ind/></w:{holder}></w:{change}></w:{holder}>"
    )
    names = []
    for resolve in (accept, reject):
        root = part(content)
        resolve(root)
        names.append(sorted(str(child.tag).rpartition("}")[2] for child in root[0]))
    assert names == [sorted([*stays, "jc"]), sorted([*stays, "ind"])]


def test_a_grid_comes_back_when_rejected() -> None:
    content = (
        '<w:tblGrid><w:gridCol w:w="9"/><w:tblGridChange><w:tblGrid><w:gridCol w:w="4"/><w:gridCol w:w="5"/>'
        "</w:tblGrid></w:tblGridChange></w:tblGrid>"
    )
    widths = []
    for resolve in (accept, reject):
        root = part(content)
        resolve(root)
        widths.append([str(found.get(found.keys()[0])) for found in descendants(root, "w:gridCol")])
    assert widths == [["9"], ["4", "5"]]
