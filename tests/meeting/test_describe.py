"""The manifest of a built package says what is true, in the form that its schema describes."""

import json
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import jsonschema
import pytest
from command_line import project
from tools import tool

import kdnet_docs
from kdnet_docs.meeting.build import Built, build
from kdnet_docs.meeting.manifest import Manifest, read_manifest
from kdnet_docs.sources.project import Project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "projekt")


def built(root: Path) -> Path:
    package = build(Project(root), "2022-03", root / "ud", ("pdf", "txt"), "typst")
    assert isinstance(package, Built), package
    assert package.folder is not None
    return package.folder


def manifest_in(folder: Path) -> Any:
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def git(root: Path, *arguments: str) -> str:
    me = ("-c", "user.name=En", "-c", "user.email=en@example.dk")
    run = subprocess.run([tool("git"), *me, *arguments], cwd=root, check=True, capture_output=True, text=True)
    return run.stdout.strip()


def test_it_describes_every_file_but_itself_and_the_zip(root: Path) -> None:
    folder = built(root)
    told = {file["name"]: file for file in manifest_in(folder)["files"]}
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert files.keys() - told.keys() == {"manifest.json", "meeting-2022-03.zip"}
    for name, file in told.items():
        assert (file["size"], file["sha256"]) == (len(files[name]), sha256(files[name]).hexdigest())
        assert (file["pages"] is None) == (not name.endswith(".pdf"))
        assert file["sources"]


def test_it_says_what_the_combined_pdf_claims_as_the_file_itself_does(root: Path) -> None:
    folder = built(root)
    told = {file["name"]: file["claims"] for file in manifest_in(folder)["files"]}
    whole = "00 Dagsorden med bilag.pdf"
    assert {name for name, claims in told.items() if claims} == {whole}
    assert told[whole] == {"pdf_ua": True, "pdf_a": "3a"}
    command = [tool("pdfinfo"), "-meta", str(folder / whole)]
    metadata = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert "pdfuaid:part>1<" in metadata
    assert "pdfaid:part>3<" in metadata


def test_the_zip_holds_all_of_it_in_a_folder_of_its_name(root: Path) -> None:
    folder = built(root)
    with ZipFile(folder / "meeting-2022-03.zip") as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    assert packed == {
        f"meeting-2022-03/{path.name}": path.read_bytes()
        for path in folder.iterdir()
        if path.suffix != ".zip"
    }


def test_every_source_is_told_with_its_digest_and_without_git_no_commit(root: Path) -> None:
    manifest = manifest_in(built(root))
    assert manifest["commit"] is None
    named = {path for file in manifest["files"] for path in file["sources"]}
    assert {source["path"] for source in manifest["sources"]} == named
    for source in manifest["sources"]:
        assert source["sha256"] == sha256((root / source["path"]).read_bytes()).hexdigest()
        assert (source["commit"], source["state"]) == (None, None)


def test_it_says_at_which_commit_and_whether_anything_differs_from_it(root: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", "contract_sources")
    git(root, "commit", "-qm", "kilder")
    head = git(root, "rev-parse", "HEAD")
    manifest = manifest_in(built(root))
    assert manifest["commit"] == {"id": head, "state": "changed"}  # the templates are not in it
    assert {(source["commit"], source["state"]) for source in manifest["sources"]} == {(head, "clean")}
    contract = root / "contract_sources/contracts/aftale/2022.yaml"
    contract.write_text(contract.read_text("utf-8") + "# rettet\n", encoding="utf-8")
    states = {source["path"]: source["state"] for source in manifest_in(built(root))["sources"]}
    assert states["contract_sources/contracts/aftale/2022.yaml"] == "changed"
    assert states["contract_sources/meetings/2022-03.yaml"] == "clean"


def test_another_commit_is_another_manifest_of_the_same_files(root: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", "contract_sources")
    git(root, "commit", "-qm", "kilder")
    first = manifest_in(built(root))
    git(root, "commit", "-qm", "andet", "--allow-empty")
    second = manifest_in(built(root))
    assert second["commit"]["id"] == git(root, "rev-parse", "HEAD") != first["commit"]["id"]
    assert second["files"] == first["files"]


def test_it_says_what_made_it(root: Path) -> None:
    manifest = manifest_in(built(root))
    assert manifest["tool"]["version"] == kdnet_docs.__version__
    assert {"typst", "pypdf", "python-docx"} <= manifest["tool"]["libraries"].keys()
    assert "templates/typst/document.typ" in {template["path"] for template in manifest["templates"]}


def test_it_is_written_for_people_too(root: Path) -> None:
    folder = built(root)
    written = (folder / "manifest.json").read_text(encoding="utf-8")
    assert '\n  "package": {\n' in written
    assert "Møde i marts" in written
    assert written.endswith("}\n")


def test_it_is_in_the_form_that_its_schema_describes_and_is_read_again(root: Path) -> None:
    folder = built(root)
    jsonschema.Draft202012Validator(Manifest.model_json_schema()).validate(manifest_in(folder))
    manifest = read_manifest((folder / "manifest.json").read_bytes())
    assert isinstance(manifest, Manifest)
    assert manifest.to_json() == (folder / "manifest.json").read_bytes()
