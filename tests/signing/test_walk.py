"""A contract from draft to two signatures and beyond, with other people's tools as judges at each step."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from certificates import MOMENT, PASSPHRASE, pki, services
from click.testing import CliRunner
from signable import REFERENCE, SIGNATORIES, at, copy, drafted, signed_by_both, write
from tools import tool
from verapdf import failures

from kdnet_docs.cli.group import kdnet


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody at a terminal in the project's folder."""

    here: Path

    def types(self, *words: str, code: int = 0) -> str:
        """What is on the screen after a command that ends with this code."""
        run = CliRunner().invoke(kdnet, list(words), standalone_mode=False)
        if run.exception is not None:
            raise run.exception
        assert run.return_value == code, run.output
        return " ".join(run.output.split())

    def signs(self, file: Path, field: str, *more: str) -> str:
        """The same of `kdnet sign`, with a key of their own."""
        key, word = self.here.parent / f"{field}.p12", self.here.parent / "kodeord.txt"
        key.write_bytes(pki().pkcs12(SIGNATORIES[field]))
        word.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
        given = ("--pkcs12", str(key), "--passphrase-file", str(word))
        return self.types("sign", str(file), "--field", field, *given, *more)


def poppler_says(file: Path) -> str:
    """What pdfsig makes of the signatures; it knows none of our authorities."""
    run = subprocess.run([tool("pdfsig"), "-nocert", str(file)], capture_output=True, text=True, check=False)
    return run.stdout


def test_a_contract_goes_from_draft_to_two_signatures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = drafted(tmp_path / "projekt")
    monkeypatch.chdir(root)
    monkeypatch.setenv("LANG", "en.UTF-8")
    monkeypatch.setenv("KDNET_MOMENT", MOMENT.isoformat())
    trusted = tmp_path / "rod.pem"
    trusted.write_bytes(pki().root_pem)
    secretary = Person(here=root)

    def verified(file: Path, code: int) -> str:
        assert failures([file]) == []
        return secretary.types("verify", str(file), "--trust", str(trusted), code=code)

    assert "til-godkendelse" in secretary.types("status", REFERENCE)
    assert "KD811" in secretary.types("final", REFERENCE, code=1)
    write(root, at("til-godkendelse"), "Send til godkendelse", "2021-10-01")
    assert "vedtaget" in secretary.types("status", REFERENCE)
    adopted = write(root, at("vedtaget"), "Vedtag aftalen", "2021-10-12")
    assert "kdnet final" in secretary.types("status", REFERENCE)

    secretary.types("final", REFERENCE)
    file = root / "build/final/samarbejde-2022-vedtaget.pdf"
    unsigned = file.read_bytes()
    assert "Nobody has signed yet. The text is the one that was adopted." in verified(file, 1)
    assert "kdnet sign" in secretary.types("status", REFERENCE)

    with services() as authority:
        secretary.signs(file, "kkr", "--tsa", authority.tsa_url, "--level", "B-T")
        once = file.read_bytes()
        told = verified(file, 1)
        assert "Not all have signed yet. What is signed is in order." in told
        assert "Birte Birk, direktør) is not signed" in told
        secretary.signs(file, "huset", "--tsa", authority.tsa_url, "--level", "B-LTA")
    both = file.read_bytes()
    assert both.startswith(once)
    assert once.startswith(unsigned)

    told = verified(file, 0)
    assert f"{REFERENCE} is signed by Anders Ask and Birte Birk, and it is the text that was adopted." in told
    assert f"adopted with commit {adopted[:9]}, committed on 12 October 2021" in told
    # Of the time-stamp over it all poppler says nothing.
    assert poppler_says(file).count("Signature is Valid.") == len(SIGNATORIES)
    assert "underskrevet" in secretary.types("status", REFERENCE)

    signed = write(root, at("underskrevet"), "Begge har skrevet under", "2021-10-20")
    assert "Everything is in order" in verified(file, 0)
    assert "KD8" not in secretary.types("check", REFERENCE)
    changed = write(root, at("underskrevet").replace("40 pct.", "30 pct."), "Sænk målet", "2021-11-01")
    told = secretary.types("check", REFERENCE, code=1)
    assert changed[:9] in told
    assert signed[:9] not in told
    told = verified(file, 0)
    assert f"the source was changed after it was adopted, with commit {changed[:9]}" in told


def test_marks_of_what_is_closed_may_come_after_the_adoption(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy(tmp_path)
    monkeypatch.chdir(root)
    monkeypatch.setenv("LANG", "en.UTF-8")
    monkeypatch.setenv("KDNET_MOMENT", MOMENT.isoformat())
    file = root / "build/final/samarbejde-2022-vedtaget.pdf"
    file.parent.mkdir(parents=True)
    file.write_bytes(signed_by_both())
    trusted = tmp_path / "rod.pem"
    trusted.write_bytes(pki().root_pem)
    secretary = Person(here=root)

    closed = at("vedtaget").replace("    id: oekonomi\n", "    id: oekonomi\n    closed: true\n")
    write(root, closed, "Luk punktet om økonomi", "2021-11-01")
    assert "KD801" not in secretary.types("check", REFERENCE)
    secretary.types("build", REFERENCE, "--audience", "open", "--format", "pdf")
    assert list(root.glob("build/*-open.pdf"))
    told = secretary.types("verify", str(file), "--trust", str(trusted))
    assert "and it is the text that was adopted" in told
    assert "the source was changed" not in told
