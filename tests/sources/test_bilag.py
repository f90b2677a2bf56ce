"""A meeting is read with its bilag, and nothing twice."""

from pathlib import Path

import pytest
from command_line import CONTRACT, MEETING, project

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.sources.bilag import MeetingSources, Written, with_bilag
from kdnet_docs.sources.project import Project


def given(there: Project, *names: str) -> list[str]:
    """The id of each source in order, or the message where there is none."""
    return [_name(source) for source in with_bilag(there, names)]


def _name(source: Written | MeetingSources | Refused) -> str:
    match source:
        case Refused():
            return str(source.diagnostics[0].message)
        case MeetingSources():
            return source.meeting.id
        case _:
            return source.id


def add(root: Path, text: str, name: str) -> None:
    (root / f"contract_sources/meetings/{name}.yaml").write_text(
        text.replace("id: 2022-03", f"id: {name}"), encoding="utf-8"
    )


def refused(there: Project, name: str) -> list[tuple[str, str, str]]:
    """The code, words pointed at and message of the first finding of each source that is refused."""
    sources = [source for source in with_bilag(there, (name,)) if isinstance(source, Refused)]
    firsts = [source.diagnostics[0] for source in sources]
    return [(one.code.value, one.span.text if one.span else "", str(one.message)) for one in firsts]


def test_a_meeting_comes_before_its_bilag_and_a_document_alone(tmp_path: Path) -> None:
    there = Project(project(tmp_path))
    assert given(there, "2022-03") == ["2022-03", "aftale"]
    assert given(there, "aftale@2022") == ["aftale"]


def test_each_source_is_read_once_however_it_is_named(tmp_path: Path) -> None:
    root = project(tmp_path)
    again = MEETING.replace("2022-03", "2022-04")
    (root / "contract_sources/meetings/2022-04.yaml").write_text(again, encoding="utf-8")
    by_path = str(root / "contract_sources/contracts/aftale/2022.yaml")
    names = ("2022-03", "2022-04", "aftale@2022", by_path, "2022-03")
    assert given(Project(root), *names) == ["2022-03", "aftale", "2022-04"]


def test_a_missing_bilag_is_refused_in_every_meeting_that_names_it(tmp_path: Path) -> None:
    missing = MEETING.replace("aftale@2022", "aftale@2023")
    root = project(tmp_path, CONTRACT, missing)
    add(root, missing, "2022-04")
    message = 'there is no document or meeting "aftale@2023"'
    assert given(Project(root), "2022-03", "2022-04") == ["2022-03", message, "2022-04", message]


def test_a_meeting_has_the_documents_that_are_its_bilag_and_no_files(tmp_path: Path) -> None:
    file = "      - {title: Brev, file: attachments/brev.pdf}\n"
    there = Project(project(tmp_path, CONTRACT, MEETING + file))
    source = next(with_bilag(there, ("2022-03",)))
    assert isinstance(source, MeetingSources)
    assert [(name, one.status) for name, one in source.documents.items()] == [("aftale@2022", "udkast")]
    assert given(there, "2022-03") == ["2022-03", "aftale"]


@pytest.mark.parametrize("kind", ["by its name", "in a folder of documents"])
def test_a_meeting_is_no_bilag(kind: str, tmp_path: Path) -> None:
    name = "2022-03" if kind == "by its name" else "moede@2022-04"
    root = project(tmp_path, CONTRACT, MEETING.replace("aftale@2022", name))
    folder = root / "contract_sources/contracts/moede"
    folder.mkdir()
    (folder / "2022-04.yaml").write_text(MEETING.replace("2022-03", "2022-04"), encoding="utf-8")
    assert refused(Project(root), "2022-03") == [
        ("KD407", name, f'"{name}" is a meeting, and a meeting cannot be a bilag')
    ]


# --- tillæg

TILLAEG = """\
kind: meeting
id: 2022-03
title: Tillæg
date: 2022-03-02
supplements: BASE
agenda: [{number: 1}]
"""


def test_a_tillaeg_is_read_with_all_that_was_sent_before_it(tmp_path: Path) -> None:
    root = project(tmp_path)
    add(root, TILLAEG.replace("BASE", "2022-03"), "a")
    add(root, TILLAEG.replace("BASE", "a"), "b")
    source = next(with_bilag(Project(root), ("b",)))
    assert isinstance(source, MeetingSources)
    assert [meeting.id for meeting in source.sent] == ["2022-03", "a"]


@pytest.mark.parametrize(
    ("bases", "message"),
    [
        ({"a": "a"}, "the meeting supplements itself"),
        ({"a": "b", "b": "a"}, "the meetings b, a supplement each other"),
        ({"a": "b", "b": "c", "c": "b"}, "the meetings c, b supplement each other"),
        ({"a": "2022-3"}, 'there is no meeting "2022-3" to supplement'),
        ({"a": "aftale@2022"}, 'there is no meeting "aftale@2022" to supplement'),
    ],
)
def test_a_tillaeg_to_nothing_or_in_a_ring_is_refused(
    bases: dict[str, str], message: str, tmp_path: Path
) -> None:
    root = project(tmp_path)
    for name, base in bases.items():
        add(root, TILLAEG.replace("BASE", base), name)
    ((code, words, said),) = refused(Project(root), "a")
    assert (code, said) == ("KD405", message)
    assert words in bases.values()


def test_what_is_wrong_in_the_meeting_that_was_sent_is_told_of(tmp_path: Path) -> None:
    root = project(tmp_path, CONTRACT, MEETING.replace("date:", "dato:"))
    add(root, TILLAEG.replace("BASE", "2022-03"), "a")
    assert [code for code, _, _ in refused(Project(root), "a")] == ["KD202"]


def sources_of(root: Path, name: str) -> MeetingSources:
    source = next(with_bilag(Project(root), (name,)))
    assert isinstance(source, MeetingSources)
    return source


def add_tillaeg(root: Path, name: str, base: str, date: str = "2022-03-02") -> None:
    add(root, TILLAEG.replace("BASE", base).replace("2022-03-02", date), name)


def test_a_tillaeg_has_as_rival_the_one_before_it_by_date_and_then_by_name(tmp_path: Path) -> None:
    root = project(tmp_path)
    add_tillaeg(root, "a", "2022-03", "2022-03-05")
    add_tillaeg(root, "b", "2022-03", "2022-03-04")
    add_tillaeg(root, "c", "'2022-03' # igen", "2022-03-04")
    rivals = {name: {one: by.id for one, by in sources_of(root, name).rivals.items()} for name in "abc"}
    assert rivals == {"a": {"a": "c"}, "b": {}, "c": {"c": "b"}}
    assert sources_of(root, "2022-03").rivals == {}


def test_a_tillaeg_knows_the_rivals_of_those_it_goes_on_from(tmp_path: Path) -> None:
    root = project(tmp_path)
    for name, base in {"a": "2022-03", "b": "2022-03", "c": "b"}.items():
        add_tillaeg(root, name, base)
    assert {one: by.id for one, by in sources_of(root, "c").rivals.items()} == {"b": "a"}


def test_a_meeting_knows_the_last_tillaeg_of_the_chain_that_goes_on_from_it(tmp_path: Path) -> None:
    root = project(tmp_path)
    for name, base in {"a": "2022-03", "b": "a", "x": "2022-04"}.items():
        add_tillaeg(root, name, base)
    newest = {name: sources_of(root, name).newest for name in ("2022-03", "a", "b")}
    assert newest == {"2022-03": "b", "a": "b", "b": ""}


def test_a_tillaeg_with_a_mistake_is_one_all_the_same(tmp_path: Path) -> None:
    root = project(tmp_path)
    add(root, TILLAEG.replace("BASE", "2022-03").replace("title", "titel"), "a")
    assert sources_of(root, "2022-03").newest == "a"
    add_tillaeg(root, "b", "2022-03")
    assert sources_of(root, "2022-03").newest == "b"
