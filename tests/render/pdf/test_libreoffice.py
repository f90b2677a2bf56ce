import os
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from select import select
from threading import Thread
from typing import Any

import pytest
from samples import DOCUMENT
from spreadsheets import xlsx
from tools import tool

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.render.pdf.libreoffice import convert, print_word
from kdnet_docs.render.pdf.writer import heading_pages
from kdnet_docs.render.word.writer import write_word

TEMPLATES = Path(__file__).parents[3] / "templates"


def test_the_word_file_is_printed(tmp_path: Path) -> None:
    tool("soffice")
    pages = heading_pages(DOCUMENT, TEMPLATES)
    assert not isinstance(pages, Refused)
    word = write_word(DOCUMENT, TEMPLATES, pages)
    assert isinstance(word, bytes)
    printed = print_word(word, "da")
    assert isinstance(printed, bytes)
    (tmp_path / "printed.pdf").write_bytes(printed)
    info = subprocess.run([tool("pdfinfo"), str(tmp_path / "printed.pdf")], capture_output=True, check=True)
    assert b"Pages:           5" in info.stdout


def test_what_is_no_word_file_is_a_finding() -> None:
    tool("soffice")
    refused = print_word(b"PK\x03\x04 no word file at all", "da")
    assert isinstance(refused, Refused)
    assert [finding.code for finding in refused.diagnostics] == [Code.ENGINE_FAILED]


def test_without_libreoffice_the_finding_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    refused = print_word(b"", "da")
    assert isinstance(refused, Refused)
    [finding] = refused.diagnostics
    assert finding.code is Code.ENGINE_MISSING
    assert "apt-get install libreoffice-writer" in str(finding.hint)


SENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.2"
  xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
  xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"><office:body><office:text>
  <text:h text:outline-level="1">Notat om æbler</text:h>
  <text:section text:name="a"><text:section-source xlink:href="ADDRESS/section.odt"/><text:p>Ord</text:p>
  </text:section><text:p>
  <draw:frame svg:width="3cm" svg:height="3cm"><draw:image xlink:href="ADDRESS/picture.png"/></draw:frame>
  <draw:frame svg:width="3cm" svg:height="3cm"><draw:object xlink:href="ADDRESS/table.ods"/></draw:frame>
</text:p></office:text></office:body></office:document>"""

SENT_TABLE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet" office:version="1.2"
  xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
  <table:table table:name="Ark"><table:table-row>
  <table:table-cell office:value-type="string"><text:p>Budget</text:p></table:table-cell>
  <table:table-cell table:formula='of:=WEBSERVICE("ADDRESS/service")'/>
  <table:table-cell table:formula="of:='ADDRESS/other.ods'#$Ark.A1"/>
  </table:table-row></table:table></office:spreadsheet></office:body></office:document>"""


def words_of(converted: bytes | Refused) -> list[str]:
    assert isinstance(converted, bytes)
    command = [tool("pdftotext"), "-", "-"]
    return subprocess.run(command, input=converted, capture_output=True, check=True).stdout.decode().split()


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this machine, and what it has been asked for."""
    seen: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def __getattr__(self, name: str) -> Any:
            if name.startswith("do_"):
                return self.refuse
            raise AttributeError(name)

        def refuse(self) -> None:
            seen.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", seen
    server.shutdown()
    server.server_close()


def test_what_a_text_points_at_elsewhere_is_not_fetched(asked: tuple[str, list[str]]) -> None:
    tool("soffice")
    address, seen = asked
    words = words_of(convert(SENT.replace("ADDRESS", address).encode(), ".fodt", "writer", "da"))
    assert words[:4] == ["Notat", "om", "æbler", "Ord"]
    assert seen == []


def test_what_a_spreadsheet_points_at_elsewhere_is_not_fetched(asked: tuple[str, list[str]]) -> None:
    tool("soffice")
    address, seen = asked
    assert "Budget" in words_of(
        convert(SENT_TABLE.replace("ADDRESS", address).encode(), ".fods", "calc", "da")
    )
    assert seen == []


def test_no_other_file_of_the_machine_is_read(tmp_path: Path) -> None:
    tool("soffice")
    secret = SENT.replace("Ord", "Hemmeligt").encode()
    (tmp_path / "section.odt").write_bytes(secret)
    words = words_of(convert(SENT.replace("ADDRESS", tmp_path.as_uri()).encode(), ".fodt", "writer", "da"))
    assert "Ord" in words
    assert "Hemmeligt" not in words


def test_what_is_converted_is_tagged_and_has_its_fonts() -> None:
    tool("soffice")
    converted = convert(SENT.replace("ADDRESS", "file:///nowhere").encode(), ".fodt", "writer", "da")
    assert isinstance(converted, bytes)
    command = [tool("pdfinfo"), "-struct", "-"]
    said = subprocess.run(command, input=converted, capture_output=True, check=True).stdout.decode()
    assert "H1" in said
    command = [tool("pdffonts"), "-"]
    fonts = subprocess.run(command, input=converted, capture_output=True, check=True).stdout.decode()
    assert all(line.split()[-5] == "yes" for line in fonts.splitlines()[2:])


# Excel's own formats: two decimals, the date, per cent, date and time, none.
FORMATTED = xlsx((4, "1200500.5"), (14, "45357"), (10, "0.125"), (22, "45357.5"), (0, "1.5"))


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("da", "1.200.500,50 06-03-2024 12,50 % 06-03-2024 12:00 1,5"),
        ("en", "1,200,500.50 06/03/2024 12.50% 06/03/2024 12:00 1.5"),
    ],
)
def test_numbers_dates_and_paper_are_those_of_the_files_language(language: str, written: str) -> None:
    tool("soffice")
    converted = convert(FORMATTED, ".xlsx", "calc", language)
    assert " ".join(words_of(converted)) == written
    assert isinstance(converted, bytes)
    info = subprocess.run([tool("pdfinfo"), "-"], input=converted, capture_output=True, check=True)
    assert b"(A4)" in info.stdout


def test_a_libreoffice_that_does_not_answer_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alive = tmp_path / "alive"  # whoever runs holds it open
    os.mkfifo(alive)
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n(while :; do :; done) >{alive} & wait\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    reader = os.open(alive, os.O_RDONLY | os.O_NONBLOCK)
    refused = convert(b"", ".docx", "writer", "da", seconds=0.5)
    assert isinstance(refused, Refused)
    assert "no answer within" in str(refused.diagnostics[0].message)
    assert select([reader], [], [], 10)[0]
    assert os.read(reader, 1) == b""
    os.close(reader)
