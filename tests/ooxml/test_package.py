from pathlib import Path
from zipfile import ZipFile

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.ooxml.package import W, read_parts

STYLES = f'<w:styles xmlns:w="{W[1:-1]}"/>'
DOCUMENT = f'<w:document xmlns:w="{W[1:-1]}"><w:body><w:p>{{}}</w:p></w:body></w:document>'


def template(folder: Path, document: str) -> Path:
    file = folder / "templates" / "word" / "house.docx"
    file.parent.mkdir(parents=True)
    with ZipFile(file, "w") as package:
        package.writestr("word/styles.xml", STYLES)
        package.writestr("word/document.xml", document)
    return file


def reason(file: Path) -> str:
    found = read_parts(file)
    assert isinstance(found, Refused)
    (diagnostic,) = found.diagnostics
    assert "templates/word/house.docx" in str(diagnostic.message)
    return str(diagnostic.message)


def test_a_template_that_came_by_mail_reads_no_file_of_ours(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hemmeligt")
    entity = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    parts = read_parts(template(tmp_path, entity + DOCUMENT.format("&x;")))
    assert isinstance(parts, Refused) or "hemmeligt" not in "".join(parts["document.xml"].itertext())


def test_a_template_that_lacks_its_words_or_is_of_another_kind_is_named(tmp_path: Path) -> None:
    assert "Strict Open XML" in reason(template(tmp_path / "strict", "<document/>"))
    file = template(tmp_path / "empty", DOCUMENT)
    with ZipFile(file, "w") as package:
        package.writestr("word/styles.xml", STYLES)
    assert "document.xml" in reason(file)
    file.unlink()
    file.mkdir()
    assert "does not exist" in reason(file)
