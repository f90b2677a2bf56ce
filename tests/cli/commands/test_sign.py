"""`kdnet sign`: typed rightly and wrongly, with the passphrase from everywhere but the command line."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from certificates import MOMENT, PASSPHRASE, pki, services
from command_line import environment_of, kdnet
from pypdf import PdfReader, PdfWriter
from signed_files import FIRST, SECOND, SOEREN, TORBEN, flipped, one, unsigned

from kdnet_docs.cli import exits
from kdnet_docs.tagged_pdf.fields import read_fields

NOW = MOMENT.isoformat()
SIGN = ("sign", "aftale.pdf", "--pkcs12", "torben.p12")
WITH_FILE = ("--passphrase-file", "kode")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a final file, two keys, and a file with their passphrase."""
    files = {
        "aftale.pdf": unsigned(),
        "torben.p12": pki().pkcs12(TORBEN),
        "søren.p12": pki().pkcs12(SOEREN),
        "kode": f"{PASSPHRASE}\r\n".encode(),
        "tom": b"\n",
        "forkert": b"1234",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def run(desk: Path, *words: str, language: str = "en", **environment: str) -> tuple[int, str, str]:
    done = kdnet(*words, here=desk, language=language, **{"KDNET_MOMENT": NOW, **environment})
    for said in (done.stdout, done.stderr):
        assert PASSPHRASE not in said
        assert "Traceback" not in said
    return done.returncode, done.stdout, done.stderr


def refused(desk: Path, *words: str, **environment: str) -> str:
    """What is complained of; the files are as they were."""
    before = {file.name: file.read_bytes() for file in desk.iterdir()}
    code, out, errors = run(desk, *words, **environment)
    assert (code in (exits.FINDINGS, exits.USAGE), out) == (True, "")
    assert {file.name: file.read_bytes() for file in desk.iterdir()} == before
    return errors


def test_both_sign_and_each_is_told_what_comes_next(desk: Path) -> None:
    there = read_fields(unsigned())
    assert isinstance(there, tuple)
    mine, next_one = (field.label for field in there)
    code, out, _ = run(desk, *SIGN, "--field", FIRST, *WITH_FILE)
    assert code == exits.OK
    assert out.splitlines() == [
        "aftale.pdf: signed by Torben Hansen in the field kkr (B-B)",
        f"  The field is     {mine}",
        "  The time is      12 October 2021, 12:00, as KDNET_MOMENT says, and not the clock",
        f"  Not signed yet   {next_one} (the field erhvervshus)",
        "Send the file to the next one, or sign it here:",
        "  kdnet sign aftale.pdf --field erhvervshus --pkcs12 F.p12",
    ]
    (desk / "søren.p12").write_bytes(pki().pkcs12(SOEREN))
    last = ("sign", "aftale.pdf", "--pkcs12", "søren.p12", "--field", SECOND)
    code, out, _ = run(desk, *last, language="da", KDNET_PASSPHRASE=PASSPHRASE)
    assert code == exits.OK
    assert "Alle har skrevet under." in out
    assert "  kdnet verify aftale.pdf --trust CA.pem" in out
    written = (desk / "aftale.pdf").read_bytes()
    assert written.startswith(unsigned())
    fields = read_fields(written)
    assert isinstance(fields, tuple)
    assert [field.is_signed for field in fields] == [True, True]


def test_elsewhere_leaves_the_file_as_it_is_and_writes_over_nothing(desk: Path) -> None:
    code, _, _ = run(desk, *SIGN, "--field", FIRST, *WITH_FILE, "--out", "underskrevet.pdf")
    assert code == exits.OK
    assert (desk / "aftale.pdf").read_bytes() == unsigned()
    again = refused(desk, *SIGN, "--field", FIRST, *WITH_FILE, "--out", "underskrevet.pdf")
    assert '"underskrevet.pdf" is there already' in again


def test_a_link_to_the_file_stays_a_link(desk: Path) -> None:
    (desk / "aftale.pdf").rename(desk / "selve.pdf")
    (desk / "aftale.pdf").symlink_to("selve.pdf")
    assert run(desk, *SIGN, "--field", FIRST, *WITH_FILE)[0] == exits.OK
    assert (desk / "aftale.pdf").is_symlink()
    assert (desk / "selve.pdf").read_bytes() != unsigned()


def test_a_time_stamp_is_fetched_where_an_authority_is_named(desk: Path) -> None:
    with services() as at:
        code, out, _ = run(desk, *SIGN, "--field", FIRST, *WITH_FILE, "--tsa", at.tsa_url)
        assert (code, "(B-T)" in out) == (exits.OK, True)
        more = ("--tsa", at.tsa_url, "--level", "lta")
        second = ("sign", "aftale.pdf", "--field", SECOND, "--pkcs12", "søren.p12")
        code, out, _ = run(desk, *second, *WITH_FILE, *more)
        assert (code, "(B-LTA)" in out) == (exits.OK, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("sign",), "which file is to be signed?"),
        (("sign", "aftale.pdf"), "with whose key is it to be signed?"),
        (("sign", "aftalen.pdf"), 'there is no file "aftalen.pdf"'),
        (("sign", "."), '"." is a folder; a file belongs here'),
        ((*SIGN, "--field", FIRST, "--level", "B-T"), "add --tsa URL, or sign with --level B-B"),
        ((*SIGN, "--field", FIRST, "--level", "høj"), "the levels are B-B, B-T, B-LT, B-LTA"),
        ((*SIGN, "--pkcs11", "lib.so"), "--pkcs12 and --pkcs11 are two different keys"),
        ((*SIGN, "--token", "kort"), "--token goes with --pkcs11"),
        (("sign", "aftale.pdf", "--pkcs11", "lib.so"), "which token is it?"),
        (SIGN, f"add --field NAME: {FIRST} ("),
        ((*SIGN, "--field", "kk"), 'did you mean "kkr"?'),
        ((*SIGN, "--field", FIRST), "there is nobody at a keyboard to ask for the passphrase"),
        (
            (*SIGN, "--field", FIRST, "--passphrase-file", "tom"),
            '"tom" is empty; the passphrase belongs there',
        ),
        (
            (*SIGN, "--field", FIRST, "--passphrase-file", "forkert"),
            'the passphrase does not open "torben.p12"',
        ),
        ((*SIGN, "--field", FIRST, *WITH_FILE, "--tsa", "http://127.0.0.1:1"), "error[KD835]"),
    ],
)
def test_what_is_missing_or_wrong_is_told_and_nothing_written(
    words: tuple[str, ...], told: str, desk: Path
) -> None:
    assert told in refused(desk, *words)


def test_files_that_nobody_can_sign(desk: Path) -> None:
    locked = PdfWriter(clone_from=PdfReader(desk / "aftale.pdf"))
    locked.encrypt("hemmelig", algorithm="AES-256")
    locked.write(desk / "aftale-laast.pdf")
    (desk / "aftale.docx").write_bytes(b"PK\x03\x04[Content_Types].xml")
    (desk / "noter.txt").write_bytes(b"noter")
    (desk / "halv.pdf").write_bytes(b"%PDF-1.7\n%EOF")
    plain = PdfWriter()
    plain.add_blank_page(100, 100)
    plain.write(desk / "udkast.pdf")
    for name, told in {
        "aftale-laast.pdf": "the file is locked with a password",
        "aftale.docx": "this is a Word file, which is not what is signed",
        "noter.txt": "this is no PDF",
        "halv.pdf": "the file is damaged, and cannot be read",
        "udkast.pdf": "the file has no signature field",
    }.items():
        errors = refused(desk, "sign", name, "--field", FIRST, "--pkcs12", "torben.p12", *WITH_FILE)
        assert f"error[KD831]: {told}" in errors


def test_a_field_is_signed_once_and_nothing_after_a_broken_signature(desk: Path) -> None:
    (desk / "aftale.pdf").write_bytes(one())
    errors = refused(desk, *SIGN, "--field", FIRST, *WITH_FILE)
    assert '"kkr" is signed already, by Torben Hansen on 12 October 2021' in errors
    assert "not signed yet: erhvervshus (" in errors
    (desk / "aftale.pdf").write_bytes(flipped(one(), 1000))
    assert "error[KD837]" in refused(desk, *SIGN, "--field", SECOND, *WITH_FILE)


def test_nobody_signs_in_the_field_of_another(desk: Path) -> None:
    before = (desk / "aftale.pdf").read_bytes()
    assert "error[KD838]" in refused(desk, *SIGN, "--field", SECOND, *WITH_FILE)
    assert (desk / "aftale.pdf").read_bytes() == before


def test_a_time_that_is_none_is_told_and_one_that_the_clock_does_not_say(desk: Path) -> None:
    words = (*SIGN, "--field", FIRST, *WITH_FILE)
    assert "error[KD839]" in refused(desk, *words, KDNET_MOMENT="i dag")
    code, out, errors = run(desk, *words)
    assert (code, "as KDNET_MOMENT says, and not the clock" in out, errors) == (exits.OK, True, "")


def test_a_wrong_passphrase_stays_secret_where_everything_is_shown(desk: Path) -> None:
    wrong = "Hemmelig-4711"
    errors = refused(desk, *SIGN, "--field", FIRST, KDNET_PASSPHRASE=wrong, KDNET_DEBUG="1")
    assert wrong not in errors


def test_no_option_takes_the_passphrase_itself(desk: Path) -> None:
    assert "there is no option" in refused(desk, *SIGN, "--field", FIRST, "--passphrase", PASSPHRASE[:3])


def test_the_passphrase_is_asked_for_and_not_shown(desk: Path) -> None:
    keyboard, terminal = pty.openpty()
    command = [sys.executable, "-m", "kdnet_docs", *SIGN, "--field", FIRST]
    with subprocess.Popen(
        command,
        cwd=desk,
        env=environment_of("da", KDNET_MOMENT=NOW),
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    ) as process:
        shown = b""
        while b"Adgangskode til torben.p12" not in shown:
            shown += os.read(keyboard, 1000)
        os.write(keyboard, f"{PASSPHRASE}\n".encode())
        while b"--pkcs12 F.p12" not in shown:
            shown += os.read(keyboard, 1000)
        assert process.wait(60) == exits.OK
    os.close(keyboard)
    os.close(terminal)
    assert PASSPHRASE not in shown.decode()
    assert "underskrevet af Torben Hansen" in shown.decode()
