"""A source as git has it: found by the same names, also where it is not any more."""

from pathlib import Path

import pytest
from command_line import CONTRACT, project
from repositories import commit, git

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.sources.project import Project
from kdnet_docs.sources.revisions import split_reference

FILE = "contract_sources/contracts/aftale/2022.yaml"


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project in a folder of a repository: a contract, reworded, joined by another, and that removed."""
    top = tmp_path_factory.mktemp("arkiv med æøå")
    root = top / "projekt"
    root.mkdir()
    project(root)
    git(top, "init", "--quiet")
    commit(top, "Begynd", day="2022-01-01")
    (root / FILE).write_text(CONTRACT.replace("er enige", "er helt enige"), encoding="utf-8")
    other = root / "contract_sources/contracts/aftale/2023.yaml"
    other.write_text(CONTRACT.replace("2022", "2023"), encoding="utf-8")
    commit(top, "Skærp", day="2022-02-02")
    git(top, "tag", "v1")
    other.unlink()
    commit(top, "Fjern 2023", day="2022-03-03")
    (root / "contract_sources/contracts/aftale/2024.yaml").write_text(
        CONTRACT.replace("2022", "2024"), encoding="utf-8"
    )
    return Project(root)


def contract(project: Project, reference: str) -> Contract:
    model = project.read(reference)
    assert isinstance(model, Contract), model
    return model


def refused(project: Project, reference: str) -> Diagnostic:
    model = project.read(reference)
    assert isinstance(model, Refused)
    return model.diagnostics[0]


@pytest.mark.parametrize(
    ("reference", "parts"),
    [
        ("aftale@2022", ("aftale@2022", None)),
        ("aftale@2022:HEAD~3", ("aftale@2022", "HEAD~3")),
        ("2021-09:v1", ("2021-09", "v1")),
        ("mappe/fil.yaml:main@{2022-01-01 12:00}", ("mappe/fil.yaml", "main@{2022-01-01 12:00}")),
        (r"C:\mappe\fil.yaml", (r"C:\mappe\fil.yaml", None)),
        (r"C:\mappe\fil.yaml:HEAD", (r"C:\mappe\fil.yaml", "HEAD")),
        ("aftale@2022:", ("aftale@2022", "")),
    ],
)
def test_what_stands_after_the_colon_is_a_state_in_git(reference: str, parts: tuple[str, str | None]) -> None:
    assert split_reference(reference) == parts


def test_a_file_that_is_there_is_meant_as_it_is_called(tmp_path: Path) -> None:
    odd = tmp_path / "a:b.yaml"
    odd.write_text(CONTRACT, encoding="utf-8")
    assert split_reference(str(odd)) == (str(odd), None)


def test_a_document_as_a_commit_a_tag_and_a_branch_have_it(history: Project) -> None:
    first = git(history.root, "rev-list", "--max-parents=0", "HEAD")
    for revision in ("HEAD~2", first, first[:8]):
        text = contract(history, f"aftale@2022:{revision}").span_of("id").source.text
        assert "er enige" in text
    for revision in ("HEAD", "v1", "main"):
        assert "er helt enige" in contract(history, f"aftale@2022:{revision}").span_of("id").source.text


def test_findings_name_the_state_they_speak_of(history: Project) -> None:
    assert contract(history, "aftale@2022:HEAD~2").span_of("id").source.name == f"{FILE}@HEAD~2"


def test_a_document_that_is_gone_is_read_all_the_same(history: Project) -> None:
    assert contract(history, "aftale@2023:v1").version == "2023"


def test_a_meeting_and_a_path(history: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(history.read("2022-03:HEAD"), Meeting)
    monkeypatch.chdir(history.root / "contract_sources")
    assert contract(history, "contracts/aftale/2022.yaml:HEAD~2").id == "aftale"
    assert contract(history, f"{history.root / FILE}:HEAD~2").id == "aftale"
    # of a folder that is not there any more
    assert refused(history, "contracts/nedlagt/2022.yaml:HEAD").code is Code.NOT_IN_REVISION


@pytest.mark.parametrize(
    ("reference", "code", "hint"),
    [
        ("aftale@2022:mian", Code.UNKNOWN_REVISION, 'did you mean "main"?'),
        (
            "aftale@2022:HEAD~7",
            Code.UNKNOWN_REVISION,
            "the history of HEAD has 3 commits; `git log` shows them",
        ),
        ("aftale@2022:", Code.UNKNOWN_REVISION, "HEAD is the last commit, "),
        ("aftale@2022:--help", Code.UNKNOWN_REVISION, ""),
        ("aftale@2022:HEAD^{tree}", Code.UNKNOWN_REVISION, ""),
        ("aftale@2022:HEAD..v1", Code.UNKNOWN_REVISION, ""),
        ("aftale@2023:HEAD", Code.NOT_IN_REVISION, "it came with "),
        ("aftale@2024:HEAD", Code.NOT_IN_REVISION, "the file has not been committed yet"),
        ("aftal@2022:HEAD", Code.NOT_IN_REVISION, 'did you mean "aftale@2022"?'),
    ],
)
def test_what_git_does_not_have(history: Project, reference: str, code: Code, hint: str) -> None:
    finding = refused(history, reference)
    assert finding.code is code
    assert str(finding.hint).startswith(hint)


def test_when_a_file_came_and_went_is_told(history: Project) -> None:
    hint = str(refused(history, "aftale@2023:HEAD").hint)
    assert "(2022-02-02), and was removed with" in hint
    assert hint.endswith("(2022-03-03)")


def test_a_history_that_begins_in_the_middle_says_so(history: Project, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", history.root.parent.as_uri(), "kopi")
    finding = refused(Project(tmp_path / "kopi/projekt"), "aftale@2022:HEAD~1")
    assert "git fetch --unshallow" in str(finding.hint)


def test_without_git_or_a_repository_that_is_said(
    history: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refused(Project(project(tmp_path)), "aftale@2022:HEAD").code is Code.NO_GIT
    git(tmp_path, "init", "--quiet")
    assert str(refused(Project(tmp_path), "aftale@2022:HEAD").hint) == "nothing has been committed yet"
    monkeypatch.setenv("PATH", "")
    assert refused(history, "aftale@2022:HEAD").code is Code.NO_GIT


def test_where_git_does_not_answer_it_says_itself_why(tmp_path: Path) -> None:
    root = project(tmp_path)
    (root / ".git").write_text("gitdir: /findes/ikke", encoding="utf-8")
    finding = refused(Project(root), "aftale@2022:HEAD")
    assert (finding.code, str(finding.hint)) == (Code.NO_GIT, "`git status` there tells why")


def test_what_is_no_text_or_no_source_in_a_state_is_refused_as_now(tmp_path: Path) -> None:
    root = project(tmp_path / "projekt")
    git(root, "init", "--quiet")
    (root / FILE).write_bytes(b"kind: contract\n\xff")
    commit(root, "Ødelæg")
    (root / FILE).write_bytes(b"#" * 5_000_000)
    commit(root, "Fyld")
    assert refused(Project(root), "aftale@2022:HEAD~1").code is Code.ENCODING
    assert refused(Project(root), "aftale@2022:HEAD").code is Code.TOO_LARGE


def test_only_what_can_be_read_may_be_a_state(history: Project) -> None:
    path = history.path_of("aftale@2022:HEAD")
    assert isinstance(path, Refused)
    assert path.diagnostics[0].code is Code.REVISION_OUT_OF_PLACE
