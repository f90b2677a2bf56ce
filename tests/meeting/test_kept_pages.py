from dataclasses import replace
from pathlib import Path

import pytest
from samples import DOCUMENT
from word_files import TEMPLATES

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Document
from kdnet_docs.meeting import kept_pages as module
from kdnet_docs.meeting.kept_pages import kept_pages
from kdnet_docs.ooxml.template import open_template
from kdnet_docs.render.pdf.writer import heading_pages


def pages(document: Document, place: Path) -> object:
    template = open_template(document, TEMPLATES)
    assert not isinstance(template, Refused)
    return kept_pages(place)(template, document, TEMPLATES)


def test_the_pages_are_found_once_and_are_the_same_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = pages(DOCUMENT, tmp_path)
    assert first == heading_pages(DOCUMENT, TEMPLATES)
    monkeypatch.setattr(module, "pages_in", lambda *_: {})  # what would find them again
    assert pages(DOCUMENT, tmp_path) == first
    assert pages(replace(DOCUMENT, title="Et andet"), tmp_path) == {}


def test_a_folder_that_cannot_be_written_keeps_nothing_and_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert pages(DOCUMENT, tmp_path / "file") == heading_pages(DOCUMENT, TEMPLATES)
