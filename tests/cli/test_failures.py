"""What is said when something fails that no source is to blame for."""

import errno
import sys
from pathlib import Path

import pytest
from command_line import environment_of, kdnet, project
from python_files import ROOT

from kdnet_docs.cli import exits
from kdnet_docs.cli.failures import tell_of


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "there is no room left on the disk"),
        (errno.EACCES, 'ud/aftale.docx" cannot be read or written'),
        (errno.EROFS, 'ud/aftale.docx" cannot be written: the disk is read-only'),
        (errno.EIO, 'ud/aftale.docx" cannot be used: Input/output error'),
    ],
)
def test_trouble_with_files_is_a_finding_with_the_name_people_know(
    number: int, words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    error = OSError(
        number, {errno.EIO: "Input/output error"}.get(number, ""), ".tmp123", None, "ud/aftale.docx"
    )
    assert tell_of(error) == exits.FINDINGS
    shown = capsys.readouterr().err
    assert shown.startswith("error[KD604]: ")
    assert words in shown


@pytest.mark.parametrize(
    ("file", "out"),
    [
        ("build", "build"),
        ("build/.kdnet", "build"),
        ("build/meeting-2022-03", "build"),
        ("build/meeting-2022-03 (gemt)", "build"),
        ("ud.txt", "ud.txt/mappe"),
    ],
)
def test_a_file_where_a_folder_belongs_is_named_in_the_readers_language(
    file: str, out: str, tmp_path: Path
) -> None:
    here = project(tmp_path)
    (here / file).parent.mkdir(exist_ok=True)
    (here / file).write_bytes(b"")
    if "gemt" in file:
        (here / "build/meeting-2022-03").mkdir()
        (here / "build/meeting-2022-03/notat.txt").write_bytes(b"x")
    run = kdnet("build", "2022-03", "--format", "txt", "--out", out, here=here, language="da")
    assert run.returncode != exits.OK
    assert f'{file}" er en fil; her skal stå en mappe' in run.stderr
    assert (here / file).read_bytes() == b""


@pytest.mark.parametrize(
    "number", [errno.ENOENT, errno.EISDIR, errno.EEXIST, errno.ENOTDIR, errno.ENAMETOOLONG]
)
def test_what_often_fails_is_said_in_danish(
    number: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "da")
    tell_of(OSError(number, "No such thing", __file__))
    shown = capsys.readouterr().err
    assert "No such thing" not in shown
    assert "tip:" in shown


def test_a_mistake_of_ours_is_owned_up_to(tmp_path: Path) -> None:
    import subprocess

    script = (
        "import sys\n"
        "import kdnet_docs.cli.commands.list as command\n"
        "command.project = None\n"
        "sys.argv = ['kdnet', 'list']\n"
        "from kdnet_docs.cli.main import main\n"
        "main()\n"
    )

    def run(**environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", script],
            cwd=tmp_path,
            env=environment_of("da", **environment),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    calm = run()
    assert calm.returncode == exits.BUG
    assert "det er ikke din skyld" in calm.stderr
    assert "Traceback" not in calm.stderr
    assert "Traceback" in run(KDNET_DEBUG="1").stderr
    assert ROOT.name not in calm.stdout
