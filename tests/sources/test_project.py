"""Names stand for files, and a file is what its name says."""

from pathlib import Path

import pytest
from command_line import CONTRACT, project

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.model.contract import Contract
from kdnet_docs.sources.project import Project, find_project, project_in


def refused(outcome: object) -> Diagnostic:
    assert isinstance(outcome, Refused)
    return outcome.diagnostics[0]


def test_what_there_is(tmp_path: Path) -> None:
    there = Project(project(tmp_path))
    assert there.references() == ("aftale@2022",)
    assert there.meetings() == ("2022-03",)
    assert isinstance(there.read("aftale@2022"), Contract)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("aftale@2023", 'did you mean "aftale@2022"?'),
        ("aftale", 'did you mean "aftale@2022"?'),
        ("2022-3", 'did you mean "2022-03"?'),
        ("xyzzy", "there are aftale@2022, 2022-03"),
        ("../../etc/passwd@1", "there are aftale@2022, 2022-03"),
        ("", "there are aftale@2022, 2022-03"),
    ],
)
def test_what_there_is_not(name: str, hint: str, tmp_path: Path) -> None:
    finding = refused(Project(project(tmp_path)).read(name))
    assert finding.code is Code.UNKNOWN_REFERENCE
    assert str(finding.hint) == hint


@pytest.mark.parametrize(
    ("file", "name", "right"),
    [
        ("meetings/2030-01.yaml.txt", "2030-01", "2030-01.yaml"),
        ("meetings/2030-01.yml", "2030-01", "2030-01.yaml"),
        ("contracts/aftale/2030.YAML", "aftale@2030", "2030.yaml"),
        ("status/havn/2030.1.yml.txt", "havn@2030.1", "2030.1.yaml"),
    ],
)
def test_a_file_with_a_wrong_ending_is_told_of(file: str, name: str, right: str, tmp_path: Path) -> None:
    there = Project(project(tmp_path))
    path = tmp_path / "contract_sources" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(CONTRACT, encoding="utf-8")
    assert (
        str(refused(there.read(name)).hint)
        == f'the file contract_sources/{file} is not read; call it "{right}"'
    )
    assert [(str(one.span), str(one.hint)) for one in there.misnamed()] == [
        (f"contract_sources/{file}:1:1", f'call it "{right}"')
    ]


@pytest.mark.parametrize("file", ["meetings/note.txt", "meetings/.x.yml", "attachments/a/b.yml", "x.yml"])
def test_what_is_meant_to_be_no_source_is_left_alone(file: str, tmp_path: Path) -> None:
    there = Project(project(tmp_path))
    path = tmp_path / "contract_sources" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    assert there.misnamed() == ()


@pytest.mark.parametrize(
    ("right", "wrong"), [("id: aftale", "id: kontrakt"), ("version: 2022", "version: 2021")]
)
def test_a_file_that_says_it_is_another(right: str, wrong: str, tmp_path: Path) -> None:
    finding = refused(Project(project(tmp_path, CONTRACT.replace(right, wrong))).read("aftale@2022"))
    assert finding.code is Code.WRONG_PLACE
    assert finding.span is not None
    assert finding.span.text == wrong.partition(": ")[2]


def test_a_file_outside_the_project_may_be_called_anything(tmp_path: Path) -> None:
    (tmp_path / "kladde.yaml").write_text(CONTRACT, encoding="utf-8")
    assert isinstance(Project(project(tmp_path / "p")).read(str(tmp_path / "kladde.yaml")), Contract)


def test_one_name_for_two_files_is_refused_and_both_are_named(tmp_path: Path) -> None:
    root = project(tmp_path)
    other = root / "contract_sources/status/aftale/2022.yaml"
    other.parent.mkdir(parents=True)
    other.write_text(CONTRACT, encoding="utf-8")
    finding = refused(Project(root).read("aftale@2022"))
    assert finding.code is Code.DUPLICATE_ID
    assert str(finding.message) == (
        "contract_sources/contracts/aftale/2022.yaml and contract_sources/status/aftale/2022.yaml"
        ' are both "aftale@2022"'
    )
    assert Project(root).references() == ("aftale@2022",)


@pytest.mark.parametrize("name", ["ÆØ", "Aftale", "a b", "a.b"])
def test_a_folder_that_is_listed_can_be_named_and_is_told_what_is_wrong(name: str, tmp_path: Path) -> None:
    root = project(tmp_path)
    (root / "contract_sources/contracts/aftale").rename(root / "contract_sources/contracts" / name)
    (listed,) = Project(root).references()
    assert listed == f"{name}@2022"
    assert refused(Project(root).read(listed)).code is Code.WRONG_PLACE


@pytest.mark.parametrize(
    ("path", "name"),
    [("meetings/2022-03", "2022-03"), ("contracts/aftale/2022", "aftale@2022")],
)
def test_a_path_to_a_source_is_called_by_its_name(
    path: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path)
    (tmp_path / "link").symlink_to(root)
    monkeypatch.chdir(root / "contract_sources" / "meetings")
    for spelled in (root, tmp_path / "link", Path("../..")):
        assert Project(root).called(f"{spelled}/contract_sources/{path}.yaml") == name
    assert Project(root).called(name) == name


@pytest.mark.parametrize("name", ["kladde.yaml", "./mangler.yaml", "aftale@2023", "a\0b.yaml", ""])
def test_what_is_no_source_of_the_project_is_called_what_it_is(name: str, tmp_path: Path) -> None:
    assert Project(project(tmp_path)).called(name) == name


def test_a_project_is_found_from_below_and_named_exactly(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    below = root / "contract_sources" / "meetings"
    found = find_project(below)
    assert isinstance(found, Project)
    assert found.root.resolve() == root.resolve()
    assert isinstance(project_in(root), Project)
    assert refused(project_in(below)).code is Code.NO_PROJECT
    assert refused(find_project(tmp_path)).code is Code.NO_PROJECT


def test_a_sources_name_is_its_path_in_the_project(tmp_path: Path) -> None:
    there = Project(project(tmp_path, CONTRACT.replace("kind", "slags")))
    finding = refused(there.read("aftale@2022"))
    assert finding.span is not None
    assert finding.span.source.name == "contract_sources/contracts/aftale/2022.yaml"
