import subprocess
from pathlib import Path

import pytest
from samples import DOCUMENT
from tools import tool

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.render.pdf.libreoffice import print_word
from kdnet_docs.render.pdf.writer import heading_pages
from kdnet_docs.render.word.writer import write_word

TEMPLATES = Path(__file__).parents[3] / "templates"


def test_the_word_file_is_printed(tmp_path: Path) -> None:
    tool("soffice")
    pages = heading_pages(DOCUMENT, TEMPLATES)
    assert not isinstance(pages, Refused)
    word = write_word(DOCUMENT, TEMPLATES, pages)
    assert isinstance(word, bytes)
    printed = print_word(word)
    assert isinstance(printed, bytes)
    (tmp_path / "printed.pdf").write_bytes(printed)
    info = subprocess.run([tool("pdfinfo"), str(tmp_path / "printed.pdf")], capture_output=True, check=True)
    assert b"Pages:           5" in info.stdout


def test_what_is_no_word_file_is_a_finding() -> None:
    tool("soffice")
    refused = print_word(b"PK\x03\x04 no word file at all")
    assert isinstance(refused, Refused)
    assert [finding.code for finding in refused.diagnostics] == [Code.ENGINE_FAILED]


def test_without_libreoffice_the_finding_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    refused = print_word(b"")
    assert isinstance(refused, Refused)
    [finding] = refused.diagnostics
    assert finding.code is Code.ENGINE_MISSING
    assert "apt-get install libreoffice-writer" in str(finding.hint)
