"""`kdnet compare`: two versions, typed as people type them, on the screen and in files."""

import json
import os
from pathlib import Path
from shutil import rmtree

import pytest
from command_line import kdnet
from versions import FOLDER, SECOND, copy_of, versions

from kdnet_docs.cli import exits

PAIR = ("aftale@2021", "aftale@2022")


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return versions(tmp_path_factory.mktemp("versions"))


def test_what_changed_is_told_by_clause_with_both_places(there: Path) -> None:
    run = kdnet("compare", *PAIR, here=there, language="da")
    assert (run.returncode, run.stderr) == (exits.OK, "")
    lines = run.stdout.splitlines()
    assert lines[:4] == [
        "Før: Aftale 2021",
        f"    {FOLDER}/2021.yaml",
        "Nu: Aftale 2022",
        f"    {FOLDER}/2022.yaml",
    ]
    clauses = [line for line in lines[4:] if line and line[0].isupper()]
    assert any(line.endswith("Økonomi") for line in clauses)
    fact = next(at for at, line in enumerate(lines) if "700 t.kr." in line or "fra 700" in line)
    assert lines[fact].startswith("~ ")
    assert lines[fact + 1].strip() == "2022.yaml:24 (før 2021.yaml:27)"
    assert "hævet fra 40 pct. til 45 pct." in run.stdout
    assert "Samarbejde" in run.stdout


def test_nothing_but_an_answer_is_written_where_the_output_is_no_screen(there: Path) -> None:
    assert "\x1b" not in kdnet("compare", *PAIR, here=there).stdout


def test_lines_keep_within_the_screen(there: Path) -> None:
    run = kdnet("compare", *PAIR, here=there, COLUMNS="60")
    told = [line for line in run.stdout.splitlines() if not line.startswith("    ")]
    assert max(map(len, told)) <= 60


def test_equal_versions_are_said_to_be_so_and_only_they(there: Path) -> None:
    run = kdnet("compare", "aftale@2022", "aftale@2022:HEAD", here=there, language="da")
    assert run.stdout.splitlines()[-1] == "Ingen ændringer."
    assert "Ingen ændringer." not in kdnet("compare", *PAIR, here=there, language="da").stdout


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("aftale@2022:HEAD~1", "aftale@2022"),
        (f"{FOLDER}/2022.yaml:HEAD~1", f"{FOLDER}/2022.yaml"),
        ("aftale@2022:main~1", f"{FOLDER}/2022.yaml:main"),
    ],
)
def test_a_state_in_git_is_named_in_every_way(old: str, new: str, there: Path) -> None:
    run = kdnet("compare", old, new, here=there)
    assert (run.returncode, run.stderr) == (exits.OK, "")
    assert f"{FOLDER}/2022.yaml@{old.partition(':')[2]}" in run.stdout
    assert "Samarbejde" in run.stdout


def test_a_meeting_and_a_file_from_elsewhere(there: Path, tmp_path: Path) -> None:
    assert kdnet("compare", "2022-03:HEAD~5", "2022-03", here=there).stdout.endswith("No changes.\n")
    elsewhere = tmp_path / "fra kollegaen.yaml"
    elsewhere.write_text(SECOND, encoding="utf-8")
    run = kdnet("compare", str(elsewhere), "aftale@2022", here=there)
    assert (run.returncode, run.stderr) == (exits.OK, "")
    assert "from 40 pct. to 45 pct." in run.stdout


# --- what a tired person types -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "which two versions are to be compared?"),
        (("aftale@2022",), 'what is "aftale@2022" to be compared with?'),
        ((*PAIR, "aftale@2020"), '"aftale@2020" is one word too many'),
        ((*PAIR, "--redline", "ud.pdf"), "it must end in .docx"),
        ((*PAIR, "--summary", "ud"), "it must end in .docx / .pdf"),
        ((*PAIR, "--html", ""), "write --html F.html"),
        ((*PAIR, "--html", "contract_sources"), '"contract_sources" is a folder; a file belongs here'),
        (("brev.docx", "aftale@2022"), '"brev.docx" cannot be compared'),
        (("aftale@2022", "brev.pdf:HEAD~1"), "sources (.yaml) can be compared"),
        ((*PAIR, "--html", "-"), '"-" is no name for --html'),
        ((*PAIR, "--json", "mangler/ud.json"), 'there is no folder "mangler"'),
        ((*PAIR, "--pdf", "ud.pdf", "--summary", "UD.pdf"), '--pdf and --summary both name "UD.pdf"'),
        ((*PAIR, "--json", "-", "--markdown", "-"), '--json and --markdown both name "-"'),
        ((*PAIR, "--pdf", "templates/ud.pdf"), "lies among the sources or templates"),
        ((*PAIR, "--author", "Ann"), "add --redline FILE.docx, or leave --author out"),
        ((*PAIR, "--with-facts"), "--with-facts is for a redline"),
        ((*PAIR, "--redline", "ud.docx", "--date", "i går"), '"i går" is no date'),
        ((*PAIR, "--redlin"), 'did you mean "--redline"?'),
    ],
)
def test_a_command_line_that_is_wrong(arguments: tuple[str, ...], said: str, there: Path) -> None:
    run = kdnet("compare", *arguments, here=there)
    assert run.returncode == exits.USAGE
    assert said in run.stderr
    assert run.stdout == ""


def test_versions_that_cannot_be_read_are_told_of_together(there: Path) -> None:
    run = kdnet("compare", "aftale@2020", "aftale@2022:HEAD~2", here=there)
    assert run.returncode == exits.FINDINGS
    assert "error[KD401]" in run.stderr
    assert f"--> {FOLDER}/2022.yaml@HEAD~2:8:1" in run.stderr


def test_versions_in_the_wrong_order_are_compared_with_a_warning(there: Path) -> None:
    for old, new in (("aftale@2022", "aftale@2021"), ("aftale@2022", "aftale@2022:HEAD~1")):
        run = kdnet("compare", old, new, here=there)
        assert run.returncode == exits.OK
        assert f"kdnet compare {new} {old}" in " ".join(run.stderr.split())


def test_documents_of_two_kinds_are_compared_with_a_warning(there: Path) -> None:
    run = kdnet("compare", "2022-03", "aftale@2022", here=there)
    assert run.returncode == exits.OK
    assert "warning[KD706]" in run.stderr


@pytest.mark.parametrize("word", ["sammenlign", "diff", "comapre"])
def test_another_word_for_it_leads_there(word: str, there: Path) -> None:
    assert 'did you mean "compare"?' in kdnet(word, *PAIR, here=there).stderr


# --- files ---------------------------------------------------------------------------------------


def test_every_file_that_is_asked_for_is_written_and_named(there: Path, tmp_path: Path) -> None:
    names = {
        "--redline": "rettelser.docx",
        "--html": "rapport.html",
        "--pdf": "rapport.pdf",
        "--summary": "resumé.docx",
        "--json": "æ.json",
        "--markdown": "æ.md",
    }
    options = [word for option, name in names.items() for word in (option, str(tmp_path / name))]
    run = kdnet("compare", *PAIR, *options, here=there)
    assert (run.returncode, run.stderr) == (exits.OK, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names.values())
    assert run.stdout.count("written: ") == len(names)
    first = {name: (tmp_path / name).read_bytes() for name in names.values()}
    kdnet("compare", *PAIR, *options, here=there)
    assert {name: (tmp_path / name).read_bytes() for name in names.values()} == first


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="a folder in which nobody can write, be it root")
def test_where_one_file_cannot_be_written_none_is(there: Path, tmp_path: Path) -> None:
    (tmp_path / "gammel.md").write_text("som den var", encoding="utf-8")
    out = ("--markdown", str(tmp_path / "gammel.md"), "--json", "/proc/ud.json")
    run = kdnet("compare", *PAIR, *out, here=there)
    assert (run.returncode, run.stdout) == (exits.FINDINGS, "")
    assert '"/proc/ud.json"' in run.stderr
    assert (tmp_path / "gammel.md").read_text(encoding="utf-8") == "som den var"


def test_a_file_that_is_protected_is_said_to_be_so_and_to_root_it_is_not(there: Path, tmp_path: Path) -> None:
    out = tmp_path / "ud.md"
    out.write_text("", encoding="utf-8")
    out.chmod(0o400)
    run = kdnet("compare", *PAIR, "--markdown", str(out), here=there)
    if os.geteuid() == 0:
        assert (run.returncode, bool(out.read_text(encoding="utf-8"))) == (exits.OK, True)
    else:
        assert run.returncode == exits.FINDINGS
        assert "is write-protected" in run.stderr
        assert out.read_text(encoding="utf-8") == ""


def test_two_meetings_are_compared_without_a_warning(there: Path, tmp_path: Path) -> None:
    root = copy_of(there, tmp_path)
    folder = root / "contract_sources/meetings"
    text = (folder / "2022-03.yaml").read_text(encoding="utf-8")
    (folder / "2022-06.yaml").write_text(text.replace("2022-03", "2022-06"), encoding="utf-8")
    run = kdnet("compare", "2022-03", "2022-06", here=root)
    assert (run.returncode, run.stderr) == (exits.OK, "")
    assert "KD706" in kdnet("compare", "2022-03", "aftale@2022", here=root).stderr


def test_two_files_are_compared_from_outside_their_project(there: Path, tmp_path: Path) -> None:
    pair = (str(there / FOLDER / "2021.yaml"), str(there / FOLDER / "2022.yaml"))
    run = kdnet("compare", *pair, here=tmp_path)
    assert (run.returncode, run.stderr) == (exits.OK, "")
    assert "hævet fra 40 pct. til 45 pct." in kdnet("compare", *pair, here=tmp_path, language="da").stdout
    assert "KD404" in kdnet("compare", *PAIR, here=tmp_path).stderr


def test_files_are_written_also_where_a_project_takes_no_notes(there: Path, tmp_path: Path) -> None:
    root = copy_of(there, tmp_path)
    rmtree(root / "build", ignore_errors=True)
    (root / "build").write_text("", encoding="utf-8")
    run = kdnet("compare", *PAIR, "--markdown", str(tmp_path / "æ.md"), here=root)
    assert (run.returncode, run.stderr) == (exits.OK, "")
    assert (tmp_path / "æ.md").exists()


def test_what_somebody_changed_is_kept_and_what_we_wrote_is_written_over(there: Path, tmp_path: Path) -> None:
    root = copy_of(there, tmp_path)
    out = root / "rettelser.md"
    assert kdnet("compare", *PAIR, "--markdown", "rettelser.md", here=root).stderr == ""
    made = out.read_bytes()
    path = root / FOLDER / "2022.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("enige", "uenige"), encoding="utf-8")
    assert kdnet("compare", *PAIR, "--markdown", "rettelser.md", here=root).stderr == ""
    assert out.read_bytes() != made
    out.write_text("mine egne ord", encoding="utf-8")
    run = kdnet("compare", *PAIR, "--markdown", "rettelser.md", here=root)
    assert "warning[KD607]" in run.stderr
    assert (root / "rettelser (gemt)/rettelser.md").read_text(encoding="utf-8") == "mine egne ord"
    assert b"uenige" in out.read_bytes()


def test_what_goes_on_to_another_program_stands_alone(there: Path, tmp_path: Path) -> None:
    page = tmp_path / "rapport.html"
    run = kdnet("compare", *PAIR, "--json", "-", "--html", str(page), here=there)
    assert json.loads(run.stdout)["schema"] == "kdnet-comparison/1"
    assert page.exists()
    assert kdnet("compare", *PAIR, "--markdown", "-", here=there).stdout.startswith("## Aftale 2021 → ")


def test_a_redline_is_by_whom_and_when_it_is_said(there: Path, tmp_path: Path) -> None:
    from zipfile import ZipFile

    def document(*options: str, **environment: str) -> str:
        out = tmp_path / "rettelser.docx"
        run = kdnet("compare", *PAIR, "--redline", str(out), *options, here=there, **environment)
        assert run.returncode == exits.OK, run.stderr
        return ZipFile(out).read("word/document.xml").decode()

    assert 'w:date="2022-01-01T00:00:00Z"' in document()
    text = document("--author", "Ann Ås", "--date", "2022-02-03")
    assert 'w:author="Ann Ås"' in text
    assert 'w:date="2022-02-03T00:00:00Z"' in text
    assert 'w:date="2009-02-13T23:31:30Z"' in document(SOURCE_DATE_EPOCH="1234567890")


def test_uncommitted_changes_count(there: Path, tmp_path: Path) -> None:
    root = copy_of(there, tmp_path)
    path = root / FOLDER / "2022.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("enige", "uenige"), encoding="utf-8")
    assert "uenige" in kdnet("compare", "aftale@2022:HEAD", "aftale@2022", here=root).stdout


def test_of_closed_parts_it_is_said_that_the_files_are_not_to_be_published(tmp_path: Path) -> None:
    there = versions(tmp_path)
    assert "LUKKET" not in kdnet("compare", *PAIR, "--html", "a.html", here=there, language="da").stdout
    source = there / FOLDER / "2021.yaml"
    source.write_text(f"closed: [title]\n{source.read_text('utf-8')}", encoding="utf-8")
    told = kdnet("compare", *PAIR, "--html", "a.html", here=there, language="da").stdout
    assert "LUKKET" in told
    assert "må ikke offentliggøres" in told
