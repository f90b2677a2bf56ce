import io
import math

import pytest
from pypdf import PdfReader
from pypdf.generic import FloatObject, PdfObject

from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.values import Plain, dictionary, pdf, stream, text
from kdnet_docs.tagged_pdf.merging.write import write


def read_again(value: Plain) -> object:
    objects = Objects()
    info = objects.add(dictionary({}))
    reader = PdfReader(io.BytesIO(write(objects.add(dictionary({"/Type": "/Catalog", "/X": value})), info)))
    return reader.root_object["/X"]


@pytest.mark.parametrize(
    "value",
    [
        pdf("/A B#/()"),
        pdf(-7),
        pdf([1, [2.5, "/N"], {"/K": True}]),
        text("(a\\b) \u2013 æ \u4e2d\r\n"),
        pdf(b"\x00\xff()\\"),
        FloatObject(1e-5),
        FloatObject(123456.789),
        FloatObject(1 / 4096),
        FloatObject(-1 / 3),
        FloatObject(1e-12),
        FloatObject(1e20),
    ],
)
def test_a_value_comes_back_as_it_was(value: PdfObject) -> None:
    assert read_again(value) == value


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1 / 4096, b"0.000244140625"),
        (1e-9, b"0.000000001"),
        (1e20, b"100000000000000000000"),
        (-2.0, b"-2"),
        (0.1, b"0.1"),
        (-0.0, b"0"),
        (math.inf, b"0"),
        (math.nan, b"0"),
    ],
)
def test_a_number_is_written_in_the_fewest_digits_and_without_an_exponent(
    number: float, written: bytes
) -> None:
    held = stream(b"", {"/Type": "/Metadata", "/X": FloatObject(number), "/Y": 1})
    objects = Objects()
    root = objects.add(dictionary({"/Type": "/Catalog", "/X": objects.add(held)}))
    assert b"/X " + written + b" /Y" in write(root, objects.add(dictionary({})))


def test_a_stream_comes_back_as_it_was() -> None:
    objects = Objects()
    held = objects.add(stream(b"endstream " * 99, {"/K": 1}))
    root = objects.add(dictionary({"/Type": "/Catalog", "/X": held}))
    found = PdfReader(io.BytesIO(write(root, objects.add(dictionary({}))))).root_object["/X"]
    assert found.get_object().get_data() == b"endstream " * 99  # type: ignore[union-attr]


def test_what_nothing_leads_to_is_not_written() -> None:
    objects = Objects()
    root, info = objects.add(dictionary({"/Type": "/Catalog"})), objects.add(dictionary({}))
    small = write(root, info)
    objects.add(stream(b"lost", {}))
    assert write(root, info) == small
