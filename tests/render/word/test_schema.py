"""Our Word files against the schema and the rules of the Open XML SDK, as another project reads them."""

from pathlib import Path
from typing import Any

import openxml_audit
import pytest
from project_documents import REFERENCES, document
from samples import DOCUMENT
from word_files import TEMPLATES

from kdnet_docs.render.writers import WRITERS


def violations(file: Path) -> list[str]:
    validator = openxml_audit.OpenXmlValidator(
        file_format=openxml_audit.FileFormat.MICROSOFT_365, max_errors=50
    )
    result: Any = validator.validate(str(file))
    return [str(error) for error in result.errors]


@pytest.mark.parametrize("reference", ["sample", *REFERENCES])
def test_word_files_are_valid_against_the_schema(reference: str, tmp_path: Path) -> None:
    made = WRITERS["docx"](DOCUMENT if reference == "sample" else document(reference), TEMPLATES)
    assert isinstance(made, bytes)
    file = tmp_path / "made.docx"
    file.write_bytes(made)
    assert violations(file) == []


@pytest.mark.parametrize("template", sorted((TEMPLATES / "word").glob("*.docx")), ids=lambda path: path.name)
def test_word_templates_are_valid_against_the_schema(template: Path) -> None:
    assert violations(template) == []


def test_the_judge_sees_an_element_out_of_order(tmp_path: Path) -> None:
    import zipfile

    file = tmp_path / "spoilt.docx"
    with (
        zipfile.ZipFile(TEMPLATES / "word" / "house.docx") as good,
        zipfile.ZipFile(file, "w") as spoilt,
    ):
        for name in good.namelist():
            data = good.read(name)
            if name == "word/document.xml":
                assert b"<w:pPr><w:pStyle" in data
                data = data.replace(b"<w:pPr><w:pStyle", b"<w:pPr><w:jc w:val='center'/><w:pStyle", 1)
            spoilt.writestr(name, data)
    (violation,) = violations(file)
    assert "pStyle" in violation
