from pathlib import Path
from subprocess import run

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from tools import tool

from kdnet_docs.ooxml.fonts import embed_fonts, font_files

HOUSE = Path(__file__).parents[2] / "templates" / "word" / "house.docx"


def saved(folder: Path, *families: str) -> Path:
    word = docx.Document(str(HOUSE))
    embed_fonts(word, families)
    file = folder / "embedded.docx"
    word.save(str(file))
    return file


def test_has_the_four_faces_of_the_house_font_and_none_of_another() -> None:
    assert [file.is_file() for file in font_files("Source Sans Pro")] == [True] * 4
    assert font_files("Times New Roman") == ()


def test_an_embedded_font_is_used_where_it_is_not_installed(tmp_path: Path) -> None:
    soffice, pdffonts, installed = tool("soffice"), tool("pdffonts"), tool("fc-list")
    if "Source Sans Pro" in run([installed], check=True, capture_output=True, text=True).stdout:
        pytest.skip("Source Sans Pro is installed here")
    file = saved(tmp_path, "Source Sans Pro")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [soffice, "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    run(command, check=True, capture_output=True)
    fonts = run([pdffonts, str(file.with_suffix(".pdf"))], check=True, capture_output=True, text=True).stdout
    for face in ("Regular", "Bold", "It", "BoldIt"):
        assert f"SourceSansPro-{face} " in fonts


def test_the_font_is_hidden_as_the_standard_says_and_comes_out_whole(tmp_path: Path) -> None:
    word = docx.Document(str(saved(tmp_path, "Source Sans Pro")))
    (table,) = (rel.target_part for rel in word.part.rels.values() if rel.reltype.endswith("/fontTable"))
    (part,) = (rel.target_part for rel in table.rels.values() if "SourceSansPro-Regular" in rel.target_ref)
    (entry,) = parse_xml(table.blob).iter(qn("w:embedRegular"))
    key = str(entry.get(qn("w:fontKey"))).strip("{}").replace("-", "")
    mask = bytes.fromhex(key)[::-1] * 2
    start = bytes(a ^ b for a, b in zip(part.blob[:32], mask, strict=True))
    assert start + part.blob[32:] == font_files("Source Sans Pro")[0].read_bytes()


def test_a_font_we_do_not_have_is_left_to_the_readers_machine(tmp_path: Path) -> None:
    assert saved(tmp_path, "Times New Roman").stat().st_size < 40_000


def test_embedding_twice_leaves_each_face_once(tmp_path: Path) -> None:
    word = docx.Document(str(saved(tmp_path, "Source Sans Pro")))
    embed_fonts(word, ["Source Sans Pro"])
    (table,) = (rel.target_part for rel in word.part.rels.values() if rel.reltype.endswith("/fontTable"))
    assert len(list(parse_xml(table.blob).iter(qn("w:embedBold")))) == 1
    assert len([rel for rel in table.rels.values() if rel.reltype.endswith("/font")]) == 4
