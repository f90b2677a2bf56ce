"""`kdnet trace` as people type it: the line of the source, and plain words where there is none."""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from certificates import signed
from command_line import CONTRACT, kdnet, project
from docx import Document
from python_files import ROOT
from repositories import commit, git

from kdnet_docs.cli import exits

SOURCE = "contract_sources/contracts/aftale/2022.yaml"


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a contract that is built, whose source is committed with a comment in it."""
    folder = project(tmp_path_factory.mktemp("traced"))
    source = folder / SOURCE
    source.write_text("# A note to ourselves.\n" + source.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / ".gitignore").write_text("ud\nny\n*.pdf\n*.docx\n!templates/**\n", encoding="utf-8")
    git(folder, "init", "--quiet")
    commit(folder, "Sources")
    assert kdnet("build", "aftale@2022", "--out", "ud", here=folder).returncode == exits.OK
    return folder


def _file(there: Path, ending: str) -> str:
    (file,) = (there / "ud").glob(f"*{ending}")
    return str(file.relative_to(there))


def test_the_line_is_shown_with_its_words_marked_and_its_commit(there: Path) -> None:
    run = kdnet("trace", _file(there, ".pdf"), "--text", "parterne er ENIGE", here=there)
    at = git(there, "rev-parse", "--short=9", "HEAD")
    assert (run.returncode, run.stderr) == (exits.OK, "")
    assert f"{SOURCE}:11:11@{at}" in run.stdout
    assert "11 |     text: Parterne er enige." in run.stdout
    assert f"   |           {'^' * len('Parterne er enige')}\n" in run.stdout
    assert 'under "Indledning"' in run.stdout


def test_the_same_in_danish_and_for_other_programs(there: Path) -> None:
    file = _file(there, ".docx")
    told = kdnet("trace", file, "--text", "enige", here=there, language="da")
    assert "side 2 i filen, som den blev dannet: Indledning Parterne er enige." in told.stdout
    data = json.loads(kdnet("trace", file, "--text", "enige", "--json", here=there).stdout)
    (place,) = data["places"]
    assert place["sources"][0]["at"] == {
        "file": SOURCE,
        "line": 11,
        "column": 23,
        "end_line": 11,
        "end_column": 28,
    }
    assert data["approximate"]


def _edited(there: Path, change: Callable[[str], str], *extra: str) -> str:
    word = Document(str(there / _file(there, ".docx")))
    for paragraph in word.paragraphs:
        for run in paragraph.runs:
            run.text = change(run.text)
    for text in extra:
        word.add_paragraph(text)
    word.save(str(there / "rettet.docx"))
    return "rettet.docx"


def test_what_a_reviewer_wrote_is_said_to_be_theirs_and_the_rest_is_found(there: Path) -> None:
    file = _edited(there, lambda text: text.replace("enige", "helt enige"), "Et nyt afsnit.", "2045")
    for words in ("helt enige", "Et nyt afsnit", "2045"):
        run = kdnet("trace", file, "--text", words, here=there)
        assert run.returncode == exits.OK
        assert "not in the source: written into the file" in run.stdout
        assert f"{SOURCE}:11:" in run.stdout
    kept = kdnet("trace", file, "--text", "Parterne er", here=there)
    assert f"{SOURCE}:11:11@" in kept.stdout
    assert "written into" not in kept.stdout


def test_a_file_leads_to_the_commit_it_was_made_from_also_when_the_source_went_on(there: Path) -> None:
    old = there / "gammel.pdf"
    old.write_bytes((there / _file(there, ".pdf")).read_bytes())
    at, source = git(there, "rev-parse", "--short=9", "HEAD"), there / SOURCE
    before = source.read_text(encoding="utf-8")
    source.write_text(before.replace("body:", "# More.\nbody:").replace("enige", "uenige"), encoding="utf-8")
    assert kdnet("build", "aftale@2022", "--out", "ny", here=there).returncode == exits.OK
    (new,) = (there / "ny").glob("*.pdf")
    made = kdnet("trace", str(new), "--text", "uenige", here=there).stdout
    assert f"{SOURCE}:12:23\n" in made
    assert "not committed" in made
    commit(there, "More")
    assert f"{SOURCE}:11:23@{at}" in kdnet("trace", "gammel.pdf", "--text", "enige", here=there).stdout
    git(there, "reset", "--quiet", "--hard", "HEAD~1")
    lost = kdnet("trace", str(new), "--text", "uenige", here=there)
    assert lost.returncode == exits.OK
    assert "warning[KD854]" in lost.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), exits.USAGE, "in which file"),
        (("ud/nej.pdf", "--text", "x"), exits.USAGE, "there is no file"),
        (("FILE",), exits.USAGE, "which words"),
        (("FILE", "--text", " "), exits.USAGE, "which words"),
        ((SOURCE, "--text", "x"), exits.USAGE, "no PDF and no Word file"),
        (("FILE", "--page", "0", "--text", "x"), exits.USAGE, '"0" is no page'),
        (("FILE", "--page", "fire", "--text", "x"), exits.USAGE, "from 1"),
        (("FILE", "--page", "side 1", "--text", "enige"), exits.FINDINGS, "it stands on page 2"),
        (("FILE", "--page", "9", "--text", "enige"), exits.FINDINGS, "no page 9"),
        (("FILE", "--text", "Parterne er helt enige"), exits.FINDINGS, 'nearest is "Parterne er enige'),
    ],
)
def test_what_is_asked_wrongly_is_told_in_plain_words(
    there: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    given = [_file(there, ".pdf") if one == "FILE" else one for one in arguments]
    run = kdnet("trace", *given, here=there)
    assert run.returncode == code
    assert said in run.stderr
    assert "Traceback" not in run.stderr


def test_a_final_file_leads_to_the_commit_it_states_signed_or_not(tmp_path: Path) -> None:
    adopted = CONTRACT.replace("status: udkast", "status: vedtaget\nadopted: 2022-01-12") + (
        "  - signatures: [en]\n"
        "parties:\n  - {id: en, name: Havnen, signatory: {name: Ann Ås, title: Direktør}}\n"
    )
    there = project(tmp_path, contract=adopted)
    (there / "templates").unlink()
    copytree(ROOT / "templates", there / "templates")
    git(there, "init", "--quiet")
    at = commit(there, "Adopted")
    run = kdnet("final", "aftale@2022", "--out", "endelig", here=there)
    assert run.returncode == exits.OK, run.stderr
    source = there / SOURCE
    source.write_text("# Signed in May.\n" + source.read_text(encoding="utf-8"), encoding="utf-8")
    commit(there, "A comment more")
    (file,) = (there / "endelig").glob("*.pdf")
    unsigned = kdnet("trace", str(file), "--text", "Parterne er enige", here=there).stdout
    assert f"{SOURCE}:11:11@{at[:9]}" in unsigned
    status = kdnet("trace", str(file), "--text", "Vedtaget den 12. januar 2022", here=there).stdout
    assert f"{SOURCE}:4:9@{at[:9]}" in status
    assert f"{SOURCE}:5:10@{at[:9]}" in status
    (copy,) = (there / "endelig").glob("*.docx")
    word = kdnet("trace", str(copy), "--text", "Parterne er enige", here=there).stdout
    assert f"{SOURCE}:11:11@{at[:9]}" in word
    file.write_bytes(signed(file.read_bytes(), "en", "Ann Ås"))
    assert kdnet("trace", str(file), "--text", "Parterne er enige", here=there).stdout == unsigned
    for words in ("Underskrevet elektronisk af", "Certifikat udstedt af"):
        signature = kdnet("trace", str(file), "--text", words, here=there).stdout
        assert "not in the source: the signature in" in signature
        assert "Ann Ås, Direktør" in signature
        assert "-->" not in signature


def test_no_more_places_are_shown_than_a_person_looks_through(tmp_path: Path) -> None:
    there = project(tmp_path, contract=CONTRACT.replace("Parterne er enige", "havn og " * 24 + "havn"))
    assert kdnet("build", "aftale@2022", "--out", "ud", here=there).returncode == exits.OK
    run = kdnet("trace", _file(there, ".pdf"), "--text", "havn", here=there)
    assert run.stdout.count("page 2: ") == 20
    assert "And 5 more: name the page, or more of the words." in run.stdout
