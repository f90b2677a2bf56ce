"""A digest changes with everything that a file is made of, and with nothing else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copytree, rmtree

import pytest
from authored import ROOT
from command_line import CONTRACT, project

from kdnet_docs.document.tree import Contents
from kdnet_docs.meeting.engines import Wish
from kdnet_docs.meeting.keys import build_key, engine_key, templates_key
from kdnet_docs.meeting.package import Package, plan
from kdnet_docs.meeting.provenance import CheckedOut
from kdnet_docs.render.writers import WRITERS
from kdnet_docs.sources.project import Project

WISH = Wish(name="2022-03", formats=("pdf",), engine="typst")
COMMIT = CheckedOut(head="a" * 40, is_shallow=False, blobs={})


@pytest.fixture
def home(tmp_path: Path) -> Project:
    root = project(tmp_path / "p")
    (root / "templates").unlink()
    copytree(ROOT / "templates", root / "templates")
    return Project(root)


def test_the_engine_is_known_by_its_templates_and_its_name(home: Project) -> None:
    key = engine_key(home, "typst")
    assert engine_key(home, "typst") == key
    assert engine_key(home, "libreoffice") != key
    (home.templates / "ny.typ").touch()
    assert engine_key(home, "typst") != key


def test_a_project_in_another_place_is_made_with_the_same(home: Project, tmp_path: Path) -> None:
    copytree(home.root, tmp_path / "kopi")
    there = Project(tmp_path / "kopi")
    assert engine_key(there, "typst") == engine_key(home, "typst")
    assert build_key(there, WISH, "e", COMMIT) == build_key(home, WISH, "e", COMMIT)


@pytest.mark.parametrize(
    "change",
    [
        lambda home: build_key(home, replace(WISH, name="2022-04"), "e", COMMIT),
        lambda home: build_key(home, replace(WISH, formats=("pdf", "docx")), "e", COMMIT),
        lambda home: build_key(home, WISH, "another", COMMIT),
        lambda home: build_key(home, WISH, "e", replace(COMMIT, head="b" * 40)),
        lambda home: build_key(home, WISH, "e", None),
    ],
)
def test_a_build_is_known_by_what_is_wished(change: Callable[[Project], str], home: Project) -> None:
    assert change(home) != build_key(home, WISH, "e", COMMIT)


def test_a_build_is_known_by_all_that_lies_among_the_sources(home: Project) -> None:
    keys = {build_key(home, WISH, "e", COMMIT)}
    attachment = home.root / "contract_sources/attachments/notat.pdf"
    attachment.parent.mkdir()
    for content in (b"1", b"2"):
        attachment.write_bytes(content)
        keys.add(build_key(home, WISH, "e", COMMIT))
    attachment.rename(attachment.with_name("andet.pdf"))
    keys.add(build_key(home, WISH, "e", COMMIT))
    assert len(keys) == 4


READ = {"docx": {"word", "typst"}, "pdf": {"word", "typst"}, "html": {"word", "html"}, "txt": {"word"}}


@pytest.mark.parametrize("form", READ)
@pytest.mark.parametrize("folder", ["word", "typst", "html"])
def test_a_format_is_known_by_the_templates_that_it_reads_and_by_no_others(
    form: str, folder: str, home: Project
) -> None:
    key = templates_key(home.templates, form)
    (home.templates / folder / "ny").touch()
    assert (templates_key(home.templates, form) != key) == (folder in READ[form])


@pytest.mark.parametrize("form", READ)
def test_a_format_reads_no_template_that_it_is_not_known_by(form: str, home: Project) -> None:
    (home.root / "contract_sources/contracts/aftale/2022.yaml").write_text(
        CONTRACT + "contents: true\n", encoding="utf-8"
    )
    package = plan(home, "aftale@2022")
    assert isinstance(package, Package), package
    (document,) = package.documents
    assert any(isinstance(block, Contents) for block in document.blocks)
    whole = WRITERS[form](document, home.templates)
    for folder in home.templates.iterdir():
        if folder.name not in READ[form]:
            rmtree(folder)
    assert isinstance(whole, bytes)
    assert WRITERS[form](document, home.templates) == whole
