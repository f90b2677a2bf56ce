"""How signatures look: alike, in the house's font, in the language of the file, and never too large."""

import re
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from asn1crypto import x509
from certificates import MOMENT, PASSPHRASE, pki
from pyhanko.pdf_utils.generic import NameObject, TextStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko.sign.signers import SimpleSigner
from signed_files import SOEREN, TORBEN, two, unsigned
from tools import tool

from kdnet_docs.signing.making.appearance import Appearance, lines
from kdnet_docs.signing.making.pades import sign_field
from kdnet_docs.signing.making.pkcs12 import open_pkcs12

LONG = "Birthe Margrethe von Knudsen-Østergaard Thorvaldsen Vestergaard"
SHOWN_AT = "12. oktober 2021 kl. 12.00"


def certificate(name: str) -> x509.Certificate:
    return x509.Certificate.load(pki().holder(name).der)


def poppler(program: str, *arguments: str, content: bytes, folder: Path) -> str:
    file = folder / "file.pdf"
    file.write_bytes(content)
    command = [tool(program), *(str(file) if word == "FILE" else word for word in arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def with_field(box: tuple[int, int, int, int], language: str = "da-DK") -> bytes:
    """The final file with one more field, in another language."""
    writer = IncrementalPdfFileWriter(BytesIO(unsigned()))
    append_signature_field(writer, SigFieldSpec("ekstra", box=box))
    writer.root[NameObject("/Lang")] = TextStringObject(language)
    writer.update_root()
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def signed_in(pdf: bytes, name: str) -> bytes:
    signer = open_pkcs12(pki().pkcs12(name), PASSPHRASE)
    assert isinstance(signer, SimpleSigner)
    return sign_field(pdf, "ekstra", signer, moment=MOMENT, look=Appearance(signer.signing_cert, MOMENT))


def test_who_when_and_by_whose_word_can_be_read_and_copied(tmp_path: Path) -> None:
    text = poppler("pdftotext", "FILE", "-", content=two(), folder=tmp_path)
    for line in ("Underskrevet elektronisk af", SHOWN_AT, "Certifikat udstedt af Prøveudsteder 1"):
        assert text.count(line) == 2
    for name in (TORBEN, SOEREN):
        assert text.count(f"{name}, Erhvervshus Midtjylland") == 1


def test_the_letters_are_the_house_s_and_lie_in_the_file(tmp_path: Path) -> None:
    table = poppler(
        "pdffonts", "FILE", content=signed_in(with_field((60, 60, 240, 110)), TORBEN), folder=tmp_path
    )
    fonts = [line for line in table.splitlines() if "SourceSansPro-Regular" in line]
    assert fonts
    assert all(re.search(r"\syes\s+yes\s+yes\s", line) for line in fonts), "embedded, subset, readable"


def test_a_file_in_english_is_signed_in_english(tmp_path: Path) -> None:
    text = poppler(
        "pdftotext",
        "FILE",
        "-",
        content=signed_in(with_field((60, 60, 240, 110), "en"), TORBEN),
        folder=tmp_path,
    )
    assert "Signed electronically by" in text
    assert "12 October 2021, 12:00 Danish time" in text


@pytest.mark.parametrize(
    "box", [(60, 60, 240, 110), (60, 60, 160, 90), (60, 60, 120, 160), (60, 60, 400, 80)]
)
def test_nothing_is_outside_the_field_however_long_the_name(
    box: tuple[int, int, int, int], tmp_path: Path
) -> None:
    pdf = signed_in(with_field(box), LONG)
    left, bottom, right, top = box
    page = poppler("pdftotext", "-bbox", "-f", "1", "-l", "1", "FILE", "-", content=pdf, folder=tmp_path)
    height = float(re.findall(r'<page width="[\d.]+" height="([\d.]+)"', page)[0])
    words = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<', page)
    # What is in the field comes last on the page; poppler takes a line of it for one word.
    first = next(at for at, word in enumerate(words) if word[4].startswith("Underskrevet"))
    drawn = words[first:]
    assert " ".join(word[4] for word in drawn) == (
        f"Underskrevet elektronisk af {LONG}, Erhvervshus Midtjylland {SHOWN_AT} "
        "Certifikat udstedt af Prøveudsteder 1"
    )
    for x_min, y_min, x_max, y_max, word in drawn:
        assert left - 1 <= float(x_min) <= float(x_max) <= right + 1, word
        assert bottom - 2 <= height - float(y_max) <= height - float(y_min) <= top + 2, word


def test_somebody_without_an_organisation_has_no_stray_comma() -> None:
    name = certificate(TORBEN).subject
    assert name.native["organization_name"] == "Erhvervshus Midtjylland"
    alone = x509.Certificate.load(pki().holder(TORBEN, organisation=TORBEN).der)
    assert lines(alone, MOMENT, "da")[1].text == TORBEN
