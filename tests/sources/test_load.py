"""A file's bytes to text."""

from pathlib import Path

import pytest

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.sources.load import decode, load


def only(outcome: Source | Refused) -> Diagnostic:
    assert isinstance(outcome, Refused)
    (finding,) = outcome.diagnostics
    return finding


def test_a_file_is_text_with_the_name_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("titel: æøå\n".encode())
    source = load(tmp_path / "a.yaml", "kilder/a.yaml")
    assert isinstance(source, Source)
    assert (source.name, source.text) == ("kilder/a.yaml", "titel: æøå\n")


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    source = decode(b"\xef\xbb\xbfa: b\n", "a.yaml")
    assert isinstance(source, Source)
    assert source.text == "a: b\n"


def test_another_encoding_is_pointed_at() -> None:
    finding = only(decode("titel: x\nforfatter: Økonomi\n".encode("latin-1"), "a.yaml"))
    assert finding.code is Code.ENCODING
    assert finding.span is not None
    assert (finding.span.line, finding.span.column) == (2, 12)


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x08", "\x7f", "\u202e", "\u2066", "\ufffe", "\x9b"])
def test_invisible_signs_are_pointed_at(sign: str) -> None:
    finding = only(decode(f"a: b{sign}c\n".encode(), "a.yaml"))
    assert finding.code is Code.CONTROL_CHARACTER
    assert finding.span is not None
    assert (finding.span.column, finding.span.text) == (5, sign)
    assert f"U+{ord(sign):04X}" in str(finding.message)


@pytest.mark.parametrize("sign", ["\t", "\u00a0", "\u00ad", "\u200d", "\U0001f642", "–", "日", "\u0301"])
def test_letters_and_signs_of_all_scripts_are_not(sign: str) -> None:
    assert isinstance(decode(f"a: b{sign}c\n".encode(), "a.yaml"), Source)


def test_what_is_no_file_says_so(tmp_path: Path) -> None:
    assert str(only(load(tmp_path, "mappe")).message) == "mappe is a folder, not a file"
    assert only(load(tmp_path / "x", "x")).code is Code.UNREADABLE
