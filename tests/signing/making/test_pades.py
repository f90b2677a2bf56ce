"""Signatures at every level, by one signatory after another: what pyHanko wrote is judged by others."""

import re
import subprocess
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest
from certificates import MOMENT
from pypdf import PdfReader
from signed_files import SOEREN, TORBEN, one, two, unsigned
from tools import tool
from verapdf import failures

from kdnet_docs.signing.verdict import Level

LEVELS: tuple[Level, ...] = get_args(Level)
PAIRS = tuple(product(LEVELS, LEVELS))


def pdfsig(file: Path) -> str:
    """What poppler says of the signatures; of certificates it knows nothing here."""
    run = subprocess.run(
        [tool("pdfsig"), "-nocert", file], capture_output=True, text=True, check=False, timeout=60
    )
    return run.stdout


@pytest.mark.parametrize("level", LEVELS)
def test_what_was_there_before_stays_as_it_was(level: Level) -> None:
    assert one(level).startswith(unsigned())
    assert two(level, level).startswith(one(level))


def test_after_each_signature_the_file_is_still_archivable_and_accessible(tmp_path: Path) -> None:
    files = {"unsigned": unsigned()}
    files |= {level: one(level) for level in LEVELS}
    files |= {f"{first}-{second}": two(first, second) for first, second in PAIRS}
    for name, content in files.items():
        (tmp_path / f"{name}.pdf").write_bytes(content)
    assert failures(sorted(tmp_path.iterdir())) == []


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_poppler_finds_both_signatures_valid(first: Level, second: Level, tmp_path: Path) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(two(first, second))
    told = pdfsig(file)
    kinds = re.findall("Signature Type: (.*)", told)
    assert kinds.count("ETSI.CAdES.detached") == 2
    assert told.count("Signature is Valid.") == 2
    assert f"Signer Certificate Common Name: {TORBEN}" in told
    assert f"Signer Certificate Common Name: {SOEREN}" in told
    assert set(re.findall("Signing Hash Algorithm: (.*)", told)) == {"SHA-256"}


@pytest.mark.parametrize("level", ["B-B", "B-T", "B-LTA"])
def test_the_last_signature_covers_the_whole_file(level: Level, tmp_path: Path) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(two("B-LT", level))
    assert pdfsig(file).rstrip().rpartition("Signature #")[2].count("Total document signed") == 1


def test_the_evidence_is_filed_under_the_signature_that_it_is_for() -> None:
    store = root_of(two("B-LT", "B-LT"))["/DSS"]
    assert len(store["/VRI"]) == 2
    for entry in store["/VRI"].values():
        assert len(entry["/OCSP"]) >= 1
        assert len(entry["/Cert"]) >= 3
    assert len(store["/CRLs"]) >= 1


def test_a_time_stamp_over_the_file_is_not_to_be_seen_and_tells_what_it_is() -> None:
    [stamp] = [
        field
        for field in (each.get_object() for each in root_of(one("B-LTA"))["/AcroForm"]["/Fields"])
        if field["/T"].startswith("timestamp-")
    ]
    left, bottom, right, top = stamp["/Rect"]
    assert right - left == top - bottom == 0
    assert right < 0
    assert stamp["/TU"] == "Tidsstempel"
    assert stamp["/V"]["/SubFilter"] == "/ETSI.RFC3161"


def test_nothing_is_locked_for_those_who_sign_later() -> None:
    content = one("B-LTA")
    for lock in (b"/FieldMDP", b"/DocMDP", b"/Lock", b"/Perms"):
        assert lock not in content


def test_a_signature_says_when_it_was_made() -> None:
    [field] = [each for each in root_of(one())["/AcroForm"]["/Fields"] if "/V" in each.get_object()]
    assert field.get_object()["/V"]["/M"].startswith(f"D:{MOMENT:%Y%m%d%H%M%S}")


def root_of(content: bytes) -> Any:
    return PdfReader(BytesIO(content)).trailer["/Root"]
