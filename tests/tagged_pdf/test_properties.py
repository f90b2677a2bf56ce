"""Properties of one's own in a file's XMP, and what hostile XMP can do."""

import io
import time
from pathlib import Path
from typing import Any

import pytest
from hand_made_pdf import Tagged, stream
from hypothesis import given, settings
from pdf_damage import SAMPLES, Damaged, damaged
from pypdf import PdfReader
from small_pdfs import PROPERTIES, part
from verapdf import failures

from kdnet_docs.tagged_pdf.merger import merge
from kdnet_docs.tagged_pdf.properties import Schema, read_properties, stating
from kdnet_docs.tagged_pdf.rewriting import rewritten
from kdnet_docs.tagged_pdf.verdicts import Reason, Unusable

ORIGIN = Schema(namespace='urn:example:origin?"1"&<', prefix="origin", title="Where it comes from <&>")
STATED = {"commit": "0123abcd", "made-by": 'Åse <"&"> ]]> \'', "empty": ""}
NAMESPACE = "urn:x"


def stated(pdf: bytes) -> bytes:
    return rewritten(pdf, stating(ORIGIN, STATED))


@pytest.mark.parametrize("sample", ["typst-a3a-ua1", "typst-a3a-ua1-twin"])
def test_they_are_read_back_and_no_standard_is_broken(sample: str, tmp_path: Path) -> None:
    pdf = stated(SAMPLES[sample])
    assert read_properties(pdf, ORIGIN.namespace) == STATED
    file = tmp_path / "stated.pdf"
    file.write_bytes(pdf)
    assert failures([file]) == []


def test_a_merged_file_can_have_them_too() -> None:
    merged = merge([part(SAMPLES["typst-a3a-ua1"])], PROPERTIES, outline=())
    assert read_properties(stated(merged.pdf), ORIGIN.namespace) == STATED


def test_only_those_of_the_namespace_are_read() -> None:
    assert read_properties(stated(SAMPLES["typst-a3a-ua1"]), "urn:example:other") == {}
    assert read_properties(SAMPLES["typst-a3a-ua1"], ORIGIN.namespace) == {}


def xmp_of(pdf: bytes) -> str:
    root: Any = PdfReader(io.BytesIO(pdf)).root_object
    packet: bytes = root["/Metadata"].get_data()
    return packet.decode()


def test_all_else_that_the_file_said_it_says_still() -> None:
    before, after = xmp_of(SAMPLES["typst-a3a-ua1"]), xmp_of(stated(SAMPLES["typst-a3a-ua1"]))
    assert after.count("<pdfaExtension:schemas>") == 1
    for piece in before.replace("<rdf:Bag>", "</rdf:RDF>").split("</rdf:RDF>"):
        assert piece in after


@pytest.mark.parametrize("name", ["", "Upper", "two words", "a:b", "1st", "a><b"])
def test_a_name_that_xml_cannot_have_is_a_mistake_of_the_caller(name: str) -> None:
    with pytest.raises(ValueError, match="names"):
        stating(ORIGIN, {name: "x"})


def test_xmp_of_another_make_is_left_alone() -> None:
    with pytest.raises(ValueError, match="XMP"):
        stated(Tagged(catalogue="/Metadata 90 0 R", objects={90: stream(b"<x/>")}).pdf())


# --- XMP of others -----------------------------------------------------------------------------------


def saying(inner: str, *, before: str = "", encoding: str = "utf-8") -> bytes:
    packet = (
        f'{before}<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:n="urn:x">'
        f"{inner}</rdf:RDF></x:xmpmeta>"
    )
    return Tagged(catalogue="/Metadata 90 0 R", objects={90: stream(packet.encode(encoding))}).pdf()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(
    "inner",
    [
        "<rdf:Description><n:a>æ &amp; ø</n:a></rdf:Description>",
        '<rdf:Description n:a="æ &amp; ø"/>',
        '<rdf:Description xmlns:m="urn:x"><m:a><![CDATA[æ & ø]]></m:a></rdf:Description>',
        "<rdf:Description><n:a>first</n:a></rdf:Description><rdf:Description n:a='æ &#38; ø'/>",
    ],
)
def test_a_property_is_read_however_xmp_writes_it(inner: str, encoding: str) -> None:
    assert read_properties(saying(inner, encoding=encoding), NAMESPACE) == {"a": "æ & ø"}


@pytest.mark.parametrize(
    "inner",
    [
        "<!-- <rdf:Description><n:a>x</n:a></rdf:Description> -->",
        "<rdf:Description><dc:b xmlns:dc='d'><n:a>x</n:a></dc:b></rdf:Description>",
        "<rdf:Description><n:a>x</rdf:Description>",
        "<rdf:Description><n:a>\x01</n:a></rdf:Description>",
        "<" * 5000,
        "",
    ],
)
def test_what_is_no_property_is_not_read(inner: str) -> None:
    assert read_properties(saying(inner), NAMESPACE) == {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE x [<!ENTITY e 'expanded'>]>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>",
        "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>",
        "<!DOCTYPE x [" + "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 12)) + "]>",
    ],
)
def test_nothing_is_expanded_or_fetched(doctype: str, encoding: str) -> None:
    inner = "<rdf:Description><n:a>&e;&e11;</n:a></rdf:Description>"
    assert read_properties(saying(inner, before=doctype, encoding=encoding), NAMESPACE) == {}


def test_a_packet_without_end_is_read_no_further_than_its_limit() -> None:
    deep = saying("<rdf:Description>" + "<n:a>" * 300_000)
    long = saying("<rdf:Description><n:a>" + "x" * 8_000_000)
    start = time.monotonic()
    assert read_properties(deep, NAMESPACE) == read_properties(long, NAMESPACE) == {}
    assert time.monotonic() - start < 5


def test_a_file_that_cannot_be_read_is_said_to_be_so() -> None:
    found = read_properties(b"no PDF", NAMESPACE)
    assert isinstance(found, Unusable)
    assert found.reason is Reason.BROKEN


@settings(max_examples=60, deadline=None)
@given(damaged())
def test_a_damaged_file_raises_nothing(file: Damaged) -> None:
    found = read_properties(file.content, NAMESPACE)
    assert found == {} or isinstance(found, Unusable)
