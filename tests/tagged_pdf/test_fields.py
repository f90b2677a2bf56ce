"""Signature fields: what readers and other people's programs find of them in a file."""

import io
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typst
from hand_made_pdf import Tagged
from hypothesis import given, settings
from pdf_damage import Damaged, damaged
from pypdf import PdfReader
from small_pdfs import PROPERTIES, SmallPdf, part
from tools import tool

from kdnet_docs.tagged_pdf.fields import MAX_FIELDS, NewField, placing, read_fields
from kdnet_docs.tagged_pdf.merger import merge
from kdnet_docs.tagged_pdf.merging.values import text
from kdnet_docs.tagged_pdf.rewriting import rewritten
from kdnet_docs.tagged_pdf.verdicts import Reason, Unusable

ROOT = Path(__file__).parents[2]
BUYER = NewField(name="kkr-2", label="Underskrift for køberen: Åse Ærø")
SELLER = NewField(name="seller", label="Signature of the seller")
WANTED = {"place:1": BUYER, "place:2": SELLER}


def with_placeholders(*addresses: str, words: bool = False) -> bytes:
    """A file with a link to each address on a page of its own, with words in it or without."""
    file = SmallPdf(pages=len(addresses))
    nums: list[Any] = []
    for page, address in enumerate(addresses):
        link = file.add(
            {
                "/Type": "/Annot",
                "/Subtype": "/Link",
                "/Rect": [100, 40, 20, 90],
                "/A": {"/S": "/URI", "/URI": text(address)},
                "/StructParent": 10 + page,
                "/Contents": text(address),
            }
        )
        file.put(file.pages[page], {"/Annots": [link]})
        kids = [{"/Type": "/OBJR", "/Obj": link, "/Pg": file.pages[page]}, *([0] if words else [])]
        nums += [10 + page, file.element("/Link", K=kids)]
    file.tree.update({"/ParentTree": file.add({"/Nums": nums})})
    return file.bytes()


def dressed(*addresses: str) -> bytes:
    return rewritten(with_placeholders(*addresses), placing(WANTED))


def test_a_placeholder_becomes_a_field_where_it_stands() -> None:
    root: Any = PdfReader(io.BytesIO(dressed("place:1", "https://www.example.org", "place:2"))).root_object
    assert root["/AcroForm"]["/SigFlags"] == 1
    first, second = [field.get_object() for field in root["/AcroForm"]["/Fields"]]
    pages = [page.get_object() for page in root["/Pages"]["/Kids"]]
    assert first == pages[0]["/Annots"][0].get_object()
    assert second == pages[2]["/Annots"][0].get_object()
    assert pages[1]["/Annots"][0]["/Subtype"] == "/Link"
    assert (first["/Subtype"], first["/FT"], first["/T"], first["/TU"]) == (
        "/Widget",
        "/Sig",
        "kkr-2",
        "Underskrift for køberen: Åse Ærø",
    )
    assert (first["/F"], first["/P"], first["/Rect"]) == (4, pages[0], [100, 40, 20, 90])
    assert first["/AP"]["/N"]["/BBox"] == [0, 0, 80, 50]
    assert first["/AP"]["/N"].get_data() == b""
    assert not {"/A", "/Contents", "/V"} & first.keys()


def test_a_field_is_read_where_its_placeholder_is() -> None:
    root: Any = PdfReader(io.BytesIO(dressed("place:1", "https://www.example.org", "place:2"))).root_object
    tree = root["/StructTreeRoot"]
    [document] = tree["/K"]
    assert [kid["/S"] for kid in document["/K"]] == ["/Form", "/Link", "/Form"]
    held = dict(zip(tree["/ParentTree"]["/Nums"][::2], tree["/ParentTree"]["/Nums"][1::2], strict=True))
    for field, element in zip(root["/AcroForm"]["/Fields"], document["/K"][::2], strict=True):
        assert held[field["/StructParent"]].get_object() == element.get_object()
        [item] = element["/K"]
        assert item["/Obj"] == field.get_object()


def test_what_is_written_is_read_back() -> None:
    fields = read_fields(dressed("place:1", "place:2"))
    assert not isinstance(fields, Unusable)
    assert [(one.name, one.label, one.page, one.is_signed) for one in fields] == [
        ("kkr-2", "Underskrift for køberen: Åse Ærø", 1, False),
        ("seller", "Signature of the seller", 2, False),
    ]
    assert fields[0].rectangle == (20, 40, 100, 90)


def test_other_programs_find_the_fields(tmp_path: Path) -> None:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.fields import enumerate_sig_fields

    file = tmp_path / "fields.pdf"
    file.write_bytes(dressed("place:1", "place:2"))
    listed = subprocess.run([tool("pdfsig"), file], capture_output=True, text=True, check=False).stdout
    assert [line.split(": ")[1] for line in listed.splitlines() if "Field Name" in line] == [
        "kkr-2",
        "seller",
    ]
    assert listed.count("is not signed") == 2
    subprocess.run([tool("qpdf"), "--check", file], capture_output=True, check=True)
    found = enumerate_sig_fields(PdfFileReader(io.BytesIO(file.read_bytes())), filled_status=False)
    assert [name for name, _, _ in found] == ["kkr-2", "seller"]


def test_the_fields_of_two_files_are_told_apart_when_they_are_merged() -> None:
    merged = merge([part(dressed("place:1", "place:2"))] * 2, PROPERTIES, outline=())
    fields = read_fields(merged.pdf)
    assert not isinstance(fields, Unusable)
    assert [(one.name, one.page) for one in fields] == [
        ("part1.kkr-2", 1),
        ("part1.seller", 2),
        ("part2.kkr-2", 3),
        ("part2.seller", 4),
    ]


@pytest.mark.parametrize(
    "addresses", [("place:1",), ("place:1", "place:1", "place:2"), ("place:1", "place:2", "place:2")]
)
def test_a_placeholder_is_there_once_or_there_is_no_file(addresses: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="placeholder"):
        dressed(*addresses)


def test_a_link_with_words_is_no_placeholder() -> None:
    with pytest.raises(ValueError, match="something in it"):
        rewritten(with_placeholders("place:1", "place:2", words=True), placing(WANTED))


def test_a_file_with_a_form_gets_no_other() -> None:
    once = dressed("place:1", "place:2", "place:3")
    with pytest.raises(ValueError, match="form already"):
        rewritten(once, placing({"place:3": NewField(name="third", label="Third")}))


@pytest.mark.parametrize("names", [("a", "a"), ("a.b", "c"), ("", "c")])
def test_names_are_such_as_fields_can_have(names: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="names"):
        placing({name + str(at): NewField(name=name, label="x") for at, name in enumerate(names)})


def test_a_file_without_signatories_gets_no_form() -> None:
    assert read_fields(rewritten(with_placeholders("x"), placing({}))) == ()


def test_the_example_of_the_docs_runs(tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "tagged-pdf.md").read_text("utf-8")
    _, example = re.findall(r"^```python\n(.*?)^```", guide, re.DOTALL | re.MULTILINE)
    [placeholder] = re.findall(r"`(#link.*?)`", guide)
    words = f'#set document(title: "Contract")\n#set text(lang: "en")\nSign here: {placeholder}'
    source: Any = {"main.typ": words.encode()}
    contract = typst.compile(source, format="pdf", pdf_standards=["a-3a", "ua-1"])
    (tmp_path / "contract.pdf").write_bytes(contract)
    run = subprocess.run(
        [sys.executable, "-c", example],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.startswith("(Field(name='buyer', label='Signature of the buyer: Ann Lee', page=1,")
    assert run.stdout.endswith("{'commit': '4f1c09d'}\n")


# --- fields that others made -------------------------------------------------------------------------


def in_form(fields: str, **objects: str | bytes) -> bytes:
    numbered = {int(name[1:]): content for name, content in objects.items()}
    return Tagged(catalogue=f"/AcroForm <</Fields [{fields}]>>", objects=numbered).pdf()


def names(pdf: bytes) -> list[tuple[str, bool]]:
    fields = read_fields(pdf)
    assert not isinstance(fields, Unusable)
    return [(one.name, one.is_signed) for one in fields]


def test_fields_below_fields_have_the_names_and_the_kind_of_those_above() -> None:
    pdf = in_form(
        "90 0 R 93 0 R",
        _90="<</T (a) /FT /Sig /Kids [91 0 R 92 0 R]>>",
        _91="<</T (b) /Parent 90 0 R /V <</Type /Sig>>>>",
        _92="<</T (c) /Parent 90 0 R /Kids [<</Subtype /Widget /Rect [1 2 3 4]>>]>>",
        _93="<</T (text) /FT /Tx>>",
    )
    assert names(pdf) == [("a.b", True), ("a.c", False)]


@pytest.mark.parametrize(
    ("fields", "objects"),
    [
        ("null 7 (x) 99 0 R", {}),
        ("90 0 R 90 0 R", {"_90": "<</T (a) /FT /Sig /Kids [90 0 R]>>"}),
        ("90 0 R", {"_90": "<</T (a) /FT /Sig /Rect [1 2 3]>>"}),
        ("90 0 R", {"_90": "<</T /name /FT /Sig /Rect (x) /V 7 /Kids 3>>"}),
    ],
)
def test_what_is_no_field_does_no_harm(fields: str, objects: dict[str, str]) -> None:
    assert isinstance(read_fields(in_form(fields, **objects)), tuple)


def test_fields_without_end_are_refused_within_seconds() -> None:
    many = in_form("90 0 R " * 3 + "<</FT /Sig /T (x)>>" * (MAX_FIELDS + 1), _90="<<>>")
    deep = {f"_{90 + n}": f"<</T ({'x' * 900}) /FT /Sig /Kids [{91 + n} 0 R]>>" for n in range(2000)}
    for pdf in (many, in_form("90 0 R", **deep)):
        found = read_fields(pdf)
        assert isinstance(found, Unusable)
        assert found.reason is Reason.TOO_LARGE


def test_a_file_that_cannot_be_read_is_said_to_be_so() -> None:
    found = read_fields(b"no PDF")
    assert isinstance(found, Unusable)
    assert found.reason is Reason.BROKEN


@settings(max_examples=80, deadline=None)
@given(damaged())
def test_a_damaged_file_raises_nothing(file: Damaged) -> None:
    assert isinstance(read_fields(file.content), tuple | Unusable)
