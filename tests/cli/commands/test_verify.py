"""`kdnet verify` as people run it: what it says in words, how it ends, and what it answers to misuse."""

import json
import os
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from certificates import MOMENT, pki
from command_line import kdnet
from signable import adopted, final_of, signed_by_both

NOW = {"KDNET_MOMENT": MOMENT.isoformat(), "COLUMNS": "80"}


@pytest.fixture(name="files")
def _files(tmp_path: Path) -> Path:
    """A folder with a signed file and what one may name beside it."""
    key = b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
    damaged = pki().root_pem + pki().foreign_root_pem.replace(b"M", b"!", 1)
    contents = {
        "aftale.pdf": signed_by_both(),
        "usigneret.pdf": final_of(adopted()),
        "rod.pem": pki().root_pem,
        "rod.cer": pki().root.der,
        "begge.pem": pki().foreign_root_pem + pki().root_pem,
        "skadet.pem": damaged,
        "noegle.pem": key,
        "mig.p12": pki().pkcs12("Anders Ask"),
        "tom.pem": b"",
        "brev.docx": b"PK\x03\x04[Content_Types].xml",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def verify(
    *words: str, here: Path, language: str = "en", project: Path | None = None
) -> CompletedProcess[str]:
    of = () if project is None else ("--project", str(project))
    return kdnet("verify", *words, *of, here=here, language=language, **NOW)


def test_it_says_in_words_that_all_is_in_order(files: Path) -> None:
    run = verify("aftale.pdf", "--trust", "rod.pem", here=files, language="da", project=adopted())
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.startswith(
        "Alt er i orden: samarbejde@2022 er underskrevet af Anders Ask og Birte Birk"
    )
    told = run.stdout.splitlines()
    assert "  I orden: Anders Ask" in told
    assert "  Bedømt pr. 12. oktober 2021 kl. 12.00 dansk tid, som KDNET_MOMENT angiver, og" in told
    assert "    12. oktober 2021 kl. 12.00 dansk tid, efter underskriverens eget ur" in told
    assert all(len(line) <= int(NOW["COLUMNS"]) for line in told)
    assert "\x1b" not in run.stdout


@pytest.mark.parametrize("roots", ["rod.cer", "begge.pem"])
def test_certificates_come_as_they_are_published(files: Path, roots: str) -> None:
    assert verify("aftale.pdf", "--trust", roots, here=files, project=adopted()).returncode == 0


def test_the_project_is_that_of_the_folder(files: Path) -> None:
    trusted = ("--trust", str(files / "rod.pem"))
    assert verify(str(files / "aftale.pdf"), *trusted, here=adopted()).returncode == 0
    run = verify("aftale.pdf", "--trust", "rod.pem", here=files)
    assert run.returncode == 1
    assert run.stdout.startswith("Nothing wrong was found, but it cannot be told here")


def test_who_is_missing_is_told(files: Path) -> None:
    run = verify("usigneret.pdf", "--trust", "rod.pem", here=files, project=adopted())
    assert run.returncode == 1
    assert run.stdout.startswith("Nobody has signed yet. The text is the one that was adopted.")


def test_json_is_all_that_is_written(files: Path) -> None:
    run = verify("aftale.pdf", "--trust", "rod.pem", "--json", here=files, project=adopted())
    whole = json.loads(run.stdout)
    assert (run.returncode, run.stderr) == (0, "")
    assert (whole["holds"], whole["file"]) == (True, "aftale.pdf")
    run = verify("brev.docx", "--json", here=files)
    assert (run.returncode, json.loads(run.stdout)["holds"]) == (1, False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "which file is to be verified?"),
        (("samarbejde@2022",), "`kdnet final samarbejde@2022` puts it into build/final/"),
        (("2021-09",), "kdnet build MEETING --verify"),
        ((".",), '"." is a folder'),
        (("-",), "save the file first"),
        (("aftale.pdf", "rod.pem"), '"rod.pem" is one word too many'),
        (("aftale.pdf", "--trust"), "the option --trust is not complete"),
        (("aftale.pdf", "--trust", "nej.pem"), 'there is no file "nej.pem"'),
        (("aftale.pdf", "--trust", "tom.pem"), "there is no certificate in the file"),
        (("aftale.pdf", "--trust", "aftale.pdf"), "this is a PDF, and no certificate"),
        (("aftale.pdf", "--trust", "mig.p12"), "this is a key with its certificate (PKCS#12)"),
        (("aftale.pdf", "--trust", "noegle.pem"), "this is a private key, and no certificate"),
        (("aftale.pdf", "--project", "nej"), 'there is no folder "nej"'),
    ],
)
def test_a_slip_is_answered_with_what_to_do(files: Path, words: tuple[str, ...], said: str) -> None:
    run = verify(*words, here=files)
    assert run.returncode == 2
    assert said in run.stderr
    assert "Traceback" not in run.stderr


def test_a_damaged_certificate_is_told_with_its_line(files: Path) -> None:
    run = verify("aftale.pdf", "--trust", "skadet.pem", here=files)
    line = 1 + pki().root_pem.count(b"\n")
    assert run.returncode == 2
    assert f"skadet.pem:{line}:1" in run.stderr


def test_a_pipe_is_not_waited_for(files: Path) -> None:
    os.mkfifo(files / "ror.pdf")
    run = verify("ror.pdf", here=files)
    assert (run.returncode, "is not a file on the disk" in run.stderr) == (2, True)


def test_the_two_ways_to_verify_name_each_other(files: Path) -> None:
    run = kdnet("build", str(files / "aftale.pdf"), "--verify", here=files)
    assert (run.returncode, "kdnet verify FILE" in run.stderr) == (1, True)
    assert "kdnet build MEETING --verify" in " ".join(kdnet("verify", "--help").stdout.split())
    assert "kdnet verify" in " ".join(kdnet("build", "--help").stdout.split())
