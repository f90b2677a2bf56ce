"""The Word copy that goes along with the final PDF."""

from dataclasses import replace
from pathlib import Path

from samples import DOCUMENT
from word_files import converted, part_names

from kdnet_docs.final.word_copy import write_copy

TEMPLATES = Path(__file__).parents[2] / "templates"


def test_libreoffice_opens_it_and_its_parts_are_those_of_any_other(tmp_path: Path) -> None:
    copy = write_copy(replace(DOCUMENT, watermark=None, author=""), TEMPLATES, {"commit": "abc"})
    assert isinstance(copy, bytes)
    assert "docProps/custom.xml" in part_names(copy)
    assert converted(copy, "pdf", tmp_path).startswith(b"%PDF")
