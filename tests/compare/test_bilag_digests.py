"""A file that was replaced under its own name is another bilag, now and in git."""

from pathlib import Path

from repositories import commit, git

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.documents import read_document
from kdnet_docs.compare.fact import Kind
from kdnet_docs.document.stated import StatedBilag
from kdnet_docs.document.tree import Document
from kdnet_docs.sources.project import Project

MEETING = """\
kind: meeting
id: 2022-03
title: Møde
date: 2022-03-01
agenda:
  - {number: 1, title: Havnen, bilag: [{title: Kort, file: attachments/kort.pdf}]}
"""


def document(project: Project, reference: str) -> Document:
    made = read_document(project, reference)
    assert not isinstance(made, Refused)
    return made


def test_a_file_replaced_under_its_own_name_is_a_fact(tmp_path: Path) -> None:
    sources = tmp_path / "contract_sources"
    for folder in (sources / "meetings", sources / "attachments", tmp_path / "templates"):
        folder.mkdir(parents=True)
    (sources / "meetings/2022-03.yaml").write_text(MEETING, encoding="utf-8")
    (sources / "attachments/kort.pdf").write_bytes(b"et kort")
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, "Kort")
    project = Project(tmp_path)
    assert compare(document(project, "2022-03:HEAD"), document(project, "2022-03")).facts == ()
    (sources / "attachments/kort.pdf").write_bytes(b"et nyt kort")
    (fact,) = compare(document(project, "2022-03:HEAD"), document(project, "2022-03")).facts
    assert fact.kind is Kind.BILAG_REPLACED
    assert fact.old != fact.new


def test_no_file_outside_the_sources_is_read(tmp_path: Path) -> None:
    meetings = tmp_path / "contract_sources/meetings"
    for folder in (meetings, tmp_path / "templates"):
        folder.mkdir(parents=True)
    outside = tmp_path / "andet.pdf"
    outside.write_bytes(b"noget andet")
    named = MEETING.replace("attachments/kort.pdf", outside.as_posix())
    (meetings / "2022-03.yaml").write_text(named, encoding="utf-8")
    (bilag,) = (one for one in document(Project(tmp_path), "2022-03").stated if isinstance(one, StatedBilag))
    assert bilag.made_of == outside.as_posix()
