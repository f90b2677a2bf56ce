"""`kdnet history`: who changed a clause, a target, a row, when, and what it said then."""

from pathlib import Path

import pytest
from command_line import kdnet
from repositories import commit, git
from versions import FOLDER, SECOND, copy_of, versions

from kdnet_docs.cli import exits


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return versions(tmp_path_factory.mktemp("versions"))


def told(reference: str, here: Path) -> list[list[str]]:
    """The events from the last to the first, each as its lines."""
    run = kdnet("history", reference, here=here, language="da")
    assert (run.returncode, run.stderr) == (exits.OK, "")
    return [block.splitlines() for block in run.stdout.rstrip().split("\n\n")]


def test_the_life_of_a_target_with_its_values(there: Path) -> None:
    raised, _passed_over, came = told("aftale@2022#kendskab-procent", there)
    assert raised[0] == "2021-11-05  Bo  Hæv målet"
    assert raised[1].endswith(f"  {FOLDER}/2022.yaml")
    assert "hævet fra 40 pct. til 45 pct." in " ".join(raised)
    assert came[0] == "2020-11-01  Ann Ås  Begynd på aftalen"
    assert "40 pct." in " ".join(came)


def test_the_life_of_a_row_goes_back_to_the_version_before(there: Path) -> None:
    _passed_over, fell, rose, came = told("aftale@2022#fordeling/odder", there)
    assert fell[0] == "2021-11-03  Ann Ås  Aftalen for 2022"
    assert "673" in " ".join(fell)
    assert rose[0] == "2020-12-02  Bo  Hæv beløbet til Odder"
    assert rose[1].endswith(f"  {FOLDER}/2021.yaml")
    assert "+" in came[2]


def test_the_life_of_a_clause_ends_when_it_is_dropped(there: Path) -> None:
    gone, passed_over, stricter, came = told("aftale@2022#samarbejde", there)
    assert gone == ["2021-12-06  Ann Ås  Drop afsnittet om samarbejde", gone[1], "- findes ikke længere"]
    assert passed_over[2].startswith("! sprunget over, for den kan ikke læses: ")
    assert "“skal”" in " ".join(stricter) or "”skal”" in " ".join(stricter)
    assert came[2] == "+ ”Samarbejde” står her for første gang"


def test_the_life_of_a_whole_document_has_every_change_once(there: Path) -> None:
    assert [event[0].rpartition("  ")[2] for event in told("aftale@2022", there)] == [
        "Drop afsnittet om samarbejde",
        "Hæv målet",
        "Tab et tegn",
        "Aftalen for 2022",
        "Hæv beløbet til Odder",
        "Begynd på aftalen",
    ]


def test_up_to_a_state_in_git(there: Path) -> None:
    assert told("aftale@2022:HEAD~3#kendskab-procent", there)[0][0] == "2020-11-01  Ann Ås  Begynd på aftalen"


def test_what_is_not_committed_yet_comes_first(there: Path, tmp_path: Path) -> None:
    root = copy_of(there, tmp_path)
    path = root / FOLDER / "2022.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("value: 45", "value: 50"), encoding="utf-8")
    first = told("aftale@2022#kendskab-procent", root)[0]
    assert first[0] == f"Endnu ikke lagt i git  {FOLDER}/2022.yaml"
    assert "fra 45 pct. til 50 pct." in " ".join(first)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n").replace(b"value: 50", b"value: 45"))
    assert told("aftale@2022#kendskab-procent", root)[0][0] == "2021-11-05  Bo  Hæv målet"


def test_a_file_that_was_renamed_keeps_its_life(there: Path, tmp_path: Path) -> None:
    root = copy_of(there, tmp_path)
    git(root, "mv", f"{FOLDER}/2022.yaml", f"{FOLDER}/2022-b.yaml")
    commit(root, "Kald den 2022-b", day="2022-01-07")
    path = root / FOLDER / "2022-b.yaml"
    text = path.read_text(encoding="utf-8").replace("version: 2022", "version: 2022-b")
    path.write_text(text.replace("value: 45", "value: 48"), encoding="utf-8")
    commit(root, "Hæv igen", day="2022-01-08")
    events = told("aftale@2022-b#kendskab-procent", root)
    assert [event[0].rpartition("  ")[2] for event in events] == [
        "Hæv igen",
        "Hæv målet",
        "Tab et tegn",
        "Begynd på aftalen",
    ]


def renamed(there: Path, folder: Path) -> Path:
    """The project with other ids in the newest version: of the target, of a clause and of a row."""
    root = copy_of(there, folder)
    path = root / FOLDER / "2022.yaml"
    text = path.read_text(encoding="utf-8").replace("kendskab-procent", "kendskab-2022")
    path.write_text(text.replace("id: oekonomi", "id: penge").replace("45", "48"), encoding="utf-8")
    commit(root, "Nye navne", day="2022-01-07")
    return root


@pytest.mark.parametrize(
    ("part", "asked", "before"),
    [
        ("kendskab-2022", ["Nye navne", "Hæv målet", "Tab et tegn", "Begynd på aftalen"], "kendskab-procent"),
        ("kendskab-procent", ["Nye navne", "Hæv målet", "Tab et tegn", "Begynd på aftalen"], ""),
        ("penge", ["Tab et tegn", "Aftalen for 2022", "Hæv beløbet til Odder"], "oekonomi"),
    ],
)
def test_a_part_is_followed_to_the_name_it_had_before(
    part: str, asked: list[str], before: str, there: Path, tmp_path: Path
) -> None:
    events = told(f"aftale@2022#{part}", renamed(there, tmp_path))
    subjects = [event[0].rpartition("  ")[2] for event in events]
    assert [subject for subject in subjects if subject in asked] == asked
    assert events[-1][1].endswith(f"/2021.yaml#{before}" if before else "/2021.yaml")
    if part.startswith("kendskab"):
        assert "fra 45 pct. til 48 pct." in " ".join(events[0])


def test_all_ids_are_told_of_also_where_there_are_many(there: Path, tmp_path: Path) -> None:
    root = copy_of(there, tmp_path)
    path = root / FOLDER / "2022.yaml"
    sections = "".join(
        f"  - section: Afsnit {number}\n    id: et-langt-navn-{number}\n    text: Ord.\n"
        for number in range(60)
    )
    path.write_text(path.read_text(encoding="utf-8").replace("body:\n", f"body:\n{sections}", 1), "utf-8")
    said = kdnet("history", "aftale@2022#xyzzy", here=root).stderr
    assert "…" not in said
    assert {f"et-langt-navn-{number}" for number in range(60)} <= set(said.replace(",", " ").split())


def test_a_meeting_and_a_path(there: Path) -> None:
    assert len(told("2022-03", there)) == 1
    assert told(f"{FOLDER}/2022.yaml#kendskab-procent", there)[0][0] == "2021-11-05  Bo  Hæv målet"


def test_strange_names_in_the_history_do_nothing_to_the_screen(there: Path, tmp_path: Path) -> None:
    root = copy_of(there, tmp_path)
    (root / FOLDER / "2022.yaml").write_text(SECOND, encoding="utf-8")
    commit(root, "Slet \x1b[2J skærmen", author="Ond\x1b[31m", day="2022-01-09")
    run = kdnet("history", "aftale@2022", here=root)
    assert run.returncode == exits.OK
    assert "\x1b" not in run.stdout


def test_a_history_that_begins_in_the_middle_says_so(there: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "2", there.as_uri(), "kopi")
    run = kdnet("history", "aftale@2022", here=tmp_path / "kopi")
    assert run.returncode == exits.OK
    assert "git fetch --unshallow" in run.stdout.splitlines()[0]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), exits.USAGE, "whose history is to be told?"),
        (("aftale@2022#kendskab-procen",), exits.FINDINGS, 'did you mean "kendskab-procent"?'),
        (("aftale@2022#kendskab-antal",), exits.FINDINGS, "There are kendskab, kendskab-procent\n"),
        (("aftale@2023",), exits.FINDINGS, 'did you mean "aftale@2022"?'),
        (("aftale@2022#xyzzy",), exits.FINDINGS, "there are indledning, "),
        (("aftal@2022#indledning",), exits.FINDINGS, 'did you mean "aftale@2022"?'),
        (("aftale@2022:HEAD~99",), exits.FINDINGS, "the history of HEAD has 6 commits"),
        (("aftale@2022", "kendskab"), exits.USAGE, '"kendskab" is one word too many'),
    ],
)
def test_what_a_tired_person_types(arguments: tuple[str, ...], code: int, said: str, there: Path) -> None:
    run = kdnet("history", *arguments, here=there)
    assert run.returncode == code
    assert said in run.stderr
    assert run.stdout == ""


def test_without_a_repository_there_is_no_history(there: Path, tmp_path: Path) -> None:
    from shutil import rmtree

    root = copy_of(there, tmp_path)
    rmtree(root / ".git")
    run = kdnet("history", "aftale@2022", here=root)
    assert run.returncode == exits.FINDINGS
    assert "error[KD701]" in run.stderr
