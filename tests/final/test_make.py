"""What signatories receive: the same bytes anywhere, a field for each, and no author in the metadata."""

import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from adopted import CONTRACT, PLACE, repository, write
from pypdf import PdfReader
from pypdf.generic import StreamObject
from repositories import commit, git
from verapdf import failures

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.final.make import Final, make_final
from kdnet_docs.final.origin import NAMESPACE, Origin
from kdnet_docs.sources.project import Project
from kdnet_docs.tagged_pdf.fields import read_fields
from kdnet_docs.tagged_pdf.properties import read_properties


def made(project: Project, name: str = "aftale@2022") -> Final:
    final = make_final(project, name)
    assert isinstance(final, Final), final
    return final


def pdf_of(final: Final) -> bytes:
    return final.files["aftale-2022-vedtaget.pdf"]


def test_a_field_for_each_who_signs_and_the_origin_in_both_files(tmp_path: Path) -> None:
    final = made(repository(tmp_path / "p"))
    assert set(final.files) == {"aftale-2022-vedtaget.pdf", "aftale-2022-vedtaget.docx"}
    assert [(one.field, one.name) for one in final.signatories] == [
        ("kommunen", "Anna Holm"),
        ("operatoeren", "Bo Lund"),
    ]
    fields = read_fields(pdf_of(final))
    assert isinstance(fields, tuple)
    assert [(one.name, one.is_signed) for one in fields] == [("kommunen", False), ("operatoeren", False)]
    assert final.origin.commit == git(tmp_path / "p", "rev-parse", "HEAD")
    assert final.origin.source == PLACE
    stated = read_properties(pdf_of(final), NAMESPACE)
    assert isinstance(stated, dict)
    assert Origin.from_properties(stated) == final.origin
    custom = ZipFile(BytesIO(final.files["aftale-2022-vedtaget.docx"])).read("docProps/custom.xml").decode()
    assert f'name="kdnet origin commit"><vt:lpwstr>{final.origin.commit}<' in custom


def test_the_pdf_is_pdf_a_3a_and_pdf_ua_1_with_its_source(tmp_path: Path) -> None:
    file = tmp_path / "final.pdf"
    file.write_bytes(pdf_of(made(repository(tmp_path / "p"))))
    assert failures([file]) == []
    assert list(PdfReader(file).attachments) == ["aftale-2022.yaml"]


def test_the_author_stands_where_the_template_has_it_and_in_no_metadata(tmp_path: Path) -> None:
    final = made(repository(tmp_path / "p", CONTRACT.replace("author: Anna Holm", "author: Carl Dam")))
    reader = PdfReader(BytesIO(pdf_of(final)))
    assert "/Author" not in (reader.metadata or {})
    metadata = reader.root_object["/Metadata"].get_object()
    assert isinstance(metadata, StreamObject)
    assert b"dc:creator" not in metadata.get_data()
    with ZipFile(BytesIO(final.files["aftale-2022-vedtaget.docx"])) as archive:
        named = {name for name in archive.namelist() if b"Carl Dam" in archive.read(name)}
    assert {name.partition("/")[2].rstrip("0123456789.xml") for name in named} == {"footer"}


def test_the_same_commit_gives_the_same_bytes_in_another_folder_and_with_other_line_ends(
    tmp_path: Path,
) -> None:
    first = made(repository(tmp_path / "p"))
    git(tmp_path, "clone", "--quiet", str(tmp_path / "p"), "et andet sted")
    write(tmp_path / "et andet sted", CONTRACT.replace("\n", "\r\n"))
    assert made(Project(tmp_path / "et andet sted")).files == first.files
    (tmp_path / "p" / "notat.txt").write_text("andet", "utf-8")
    commit(tmp_path / "p", "Intet, der angår aftalen")
    assert made(Project(tmp_path / "p")).files == first.files


def test_everything_in_the_way_is_told_at_once(tmp_path: Path) -> None:
    project = repository(tmp_path / "p")
    write(project.root, CONTRACT.replace("vedtaget", "udkast").replace("havnen", "xx"))
    refused = make_final(project, "aftale@2022")
    assert isinstance(refused, Refused)
    assert {one.code.value for one in refused.diagnostics} >= {"KD811", "KD812", "KD813"}


def test_what_is_closed_is_there_without_a_mark_and_it_is_told(tmp_path: Path) -> None:
    closed = CONTRACT.replace("    id: formaal\n", "    id: formaal\n    closed: true\n")
    final = made(repository(tmp_path / "p", closed))
    assert final.is_closed
    plain = made(repository(tmp_path / "q"))
    assert not plain.is_closed
    pages, others = (
        [page.extract_text() for page in PdfReader(BytesIO(pdf_of(one))).pages] for one in (final, plain)
    )
    assert pages == others


def test_a_meeting_is_no_document_to_sign(tmp_path: Path) -> None:
    project = repository(tmp_path / "p")
    (project.root / "contract_sources/meetings").mkdir()
    (project.root / "contract_sources/meetings/2022-01.yaml").write_text(
        "kind: meeting\nid: 2022-01\ntitle: Møde\ndate: 2022-01-01\nagenda: [{number: 1, title: Et}]\n",
        "utf-8",
    )
    refused = make_final(project, "2022-01")
    assert isinstance(refused, Refused)
    assert [one.code.value for one in refused.diagnostics] == ["KD811"]


def test_the_real_contract_of_2021_is_made_final(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    for folder in ("contract_sources", "templates"):
        shutil.copytree(root / folder, tmp_path / folder)
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, "Alt")
    final = made(Project(tmp_path), "erhvervshus-midtjylland@2021")
    assert [one.name for one in final.signatories] == ["Torben Hansen", "Søren Olesen"]


def test_templates_without_places_for_fields_are_a_finding(tmp_path: Path) -> None:
    project = repository(tmp_path / "p")
    block = project.templates / "typst/block.typ"
    block.write_text(block.read_text("utf-8").replace("date.field != none", "false"), "utf-8")
    commit(project.root, "Som i en tidligere udgave")
    refused = make_final(project, "aftale@2022")
    assert isinstance(refused, Refused)
    assert [one.code.value for one in refused.diagnostics] == ["KD601"]
