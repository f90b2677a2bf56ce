"""`kdnet install-git`: git itself shows what was changed clause by clause, and works where kdnet does not."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from command_line import environment_of, kdnet
from repositories import commit, git
from tools import tool
from versions import FOLDER, copy_of, versions

from kdnet_docs.cli import exits

WORD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>Parterne er {word}.</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return versions(tmp_path_factory.mktemp("versions"))


@pytest.fixture
def root(there: Path, tmp_path: Path) -> Path:
    """A copy in which git is set up."""
    copy = copy_of(there, tmp_path)
    assert kdnet("install-git", here=copy).returncode == exits.OK
    return copy


def shown(root: Path, *arguments: str) -> str:
    """What git shows a person who types this."""
    run = subprocess.run(
        [tool("git"), "-c", "core.quotePath=false", *arguments],
        cwd=root,
        env={**environment_of("da"), "GIT_PAGER": "cat"},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return run.stdout


def edit(root: Path, old: str, new: str) -> None:
    path = root / FOLDER / "2022.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def word(path: Path, said: str) -> None:
    with ZipFile(path, "w") as file:
        file.writestr("word/document.xml", WORD.replace("{word}", said))


def test_a_change_is_shown_by_its_sentence_and_clause(root: Path) -> None:
    edit(root, "Parterne er enige. Aftalen", "Parterne er ikke enige. Aftalen")
    edit(root, "value: 45", "value: 50")
    lines = shown(root, "diff").splitlines()
    assert "-Parterne er enige." in lines
    assert "+Parterne er ikke enige." in lines
    assert not any(line.startswith("-") and "Aftalen" in line for line in lines)
    assert "+target kendskab-procent: 50 pct. (2022): kendskab til huset" in lines


def test_in_log_and_show_too(root: Path) -> None:
    log = shown(root, "log", "-p", "--format=%s")
    assert "Drop afsnittet om samarbejde" in log
    assert "\n-## 1. Samarbejde {#samarbejde}" in log or "{#samarbejde}" in log
    assert "Huset skal holde møder med kommunerne." in shown(root, "show")


def test_a_source_that_cannot_be_read_is_shown_as_it_is(root: Path) -> None:
    edit(root, "body:", "body")
    lines = shown(root, "diff").splitlines()
    assert "+body" in lines
    why = next(line for line in lines if line.startswith("+# vist, som den er skrevet"))
    assert "[KD106]" in why


def test_a_word_file_that_would_fill_the_machine_is_not_unpacked(root: Path) -> None:
    word(root / "bombe.docx", "enige")
    commit(root, "Bilag")
    with ZipFile(root / "bombe.docx", "w", ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", WORD.replace("{word}", "enige" * 10_000_000))
    peak = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, "-c", peak, sys.executable, "-m", "kdnet_docs", "git-textconv"]
    run = subprocess.run(
        [*command, str(root / "bombe.docx")], env=environment_of("da"), capture_output=True, check=True
    )
    *lines, most = run.stdout.decode().splitlines()
    assert ["SHA-256" in line for line in lines] == [True]
    assert int(most) < 200_000, "kB"


def test_a_source_that_is_too_large_is_one_line(root: Path) -> None:
    path = root / FOLDER / "2022.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}# {'x' * 4_000_000}\n", encoding="utf-8")
    assert "SHA-256" in next(
        line for line in shown(root, "diff").splitlines() if line.startswith("+a") or "SHA" in line
    )
    assert len(shown(root, "diff")) < 20_000


def test_word_files_are_shown_as_text(root: Path) -> None:
    file = root / "bilag æøå.docx"
    word(file, "enige")
    commit(root, "Bilag")
    word(file, "uenige")
    lines = shown(root, "diff").splitlines()
    assert "-Parterne er enige." in lines
    assert "+Parterne er uenige." in lines
    file.write_bytes(b"PK\x03\x04 og mere")
    assert "SHA-256" in shown(root, "diff")


def test_the_difftool_tells_facts(root: Path) -> None:
    edit(root, "value: 45", "value: 50")
    told = shown(root, "difftool")
    assert f"{FOLDER}/2022.yaml" in told
    assert "hævet fra 45 pct. til 50 pct." in told
    assert "2022.yaml:36 (før 2022.yaml:36)" in told
    assert "@old" not in told
    commit(root, "Hæv")
    edit(root, "kind: contract", "# En bemærkning.\nkind: contract")
    assert "git diff --no-textconv" in shown(root, "difftool")


def test_the_difftool_shows_other_files_and_new_ones_by_their_lines(root: Path) -> None:
    (root / "note.txt").write_text("et\nto\n", encoding="utf-8")
    commit(root, "Note")
    (root / "note.txt").write_text("et\ntre\n", encoding="utf-8")
    assert "--- note.txt (før)\n+++ note.txt (nu)\n" in shown(root, "difftool")
    assert "-to\n+tre\n" in shown(root, "difftool")
    assert "+title: Aftale 2022\n" in shown(root, "difftool", "HEAD~5", "HEAD", "--", FOLDER)


def test_a_second_time_there_is_nothing_to_do(root: Path) -> None:
    before = (root / ".gitattributes").read_bytes(), (root / ".git/config").read_bytes()
    run = kdnet("install-git", here=root)
    assert run.stdout == "Git is set up already; nothing to change.\n"
    assert ((root / ".gitattributes").read_bytes(), (root / ".git/config").read_bytes()) == before


def test_a_fresh_clone_works_without_it_and_with_it(root: Path, tmp_path: Path) -> None:
    commit(root, "Git viser klausuler")
    git(tmp_path, "clone", "--quiet", root.as_uri(), "klon")
    clone = tmp_path / "klon"
    edit(clone, "value: 45", "value: 50")
    assert "value: 50" in shown(clone, "diff")
    kdnet("install-git", here=clone)
    assert "+target kendskab-procent: 50 pct." in shown(clone, "diff")


def test_where_kdnet_is_gone_git_shows_what_it_would_have_shown(root: Path) -> None:
    word(root / "b.docx", "enige")
    commit(root, "Bilag")
    for key in ("diff.kdnet.textconv", "diff.kdnet-word.textconv", "difftool.kdnet.cmd"):
        command = git(root, "config", key)
        words = command.split(" ")
        python = next(at for at, each in enumerate(words) if each == "-P") - 1
        words[python] = "/findes/ikke/python"
        git(root, "config", key, " ".join(words))
    edit(root, "value: 45", "value: 50")
    word(root / "b.docx", "uenige")
    assert "value: 50" in shown(root, "diff")
    assert "b.docx" in shown(root, "diff")
    assert "value: 50" in shown(root, "difftool", "--", FOLDER)


def test_nothing_in_the_folder_is_run_or_imported(root: Path) -> None:
    for name in ("click.py", "lxml.py", "sitecustomize.py"):
        (root / name).write_text("open('kørt', 'w')", encoding="utf-8")
    edit(root, "value: 45", "value: 50")
    assert "+target kendskab-procent: 50 pct." in shown(root, "diff")
    assert not (root / "kørt").exists()


def test_attributes_and_tools_of_ones_own_are_kept(there: Path, tmp_path: Path) -> None:
    root = copy_of(there, tmp_path)
    (root / ".gitattributes").write_bytes(b"*.png binary\r\n*.docx binary")
    git(root, "config", "diff.tool", "meld")
    run = kdnet("install-git", here=root)
    assert "git difftool --tool=kdnet" in run.stdout
    assert (root / ".gitattributes").read_bytes().startswith(b"*.png binary\r\n*.docx binary\r\n")
    assert b"\r\ncontract_sources/**/*.yaml diff=kdnet\r\n" in (root / ".gitattributes").read_bytes()
    assert git(root, "config", "diff.tool") == "meld"


def test_outside_a_repository_nothing_is_written(there: Path, tmp_path: Path) -> None:
    from shutil import rmtree

    root = copy_of(there, tmp_path)
    rmtree(root / ".git")
    run = kdnet("install-git", here=root)
    assert run.returncode == exits.FINDINGS
    assert "error[KD701]" in run.stderr
    assert not (root / ".gitattributes").exists()


def test_a_link_in_the_place_of_the_attributes_is_left(there: Path, tmp_path: Path) -> None:
    root = copy_of(there, tmp_path)
    (tmp_path / "udenfor").write_text("", encoding="utf-8")
    (root / ".gitattributes").symlink_to(tmp_path / "udenfor")
    assert kdnet("install-git", here=root).returncode == exits.FINDINGS
    assert (tmp_path / "udenfor").read_text(encoding="utf-8") == ""
