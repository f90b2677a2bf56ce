"""`kdnet check --fix`: writes into the sources what is safe, and tells of every change."""

import json
from pathlib import Path

import pytest
from command_line import CONTRACT, kdnet, project
from repositories import commit, git

from kdnet_docs.cli import exits

WRONG = CONTRACT.replace("er enige.", "er er enige. Og og glade.")
FILE = "contract_sources/contracts/aftale/2022.yaml"


def test_each_fix_is_told_with_its_place_and_the_words_before_and_after(tmp_path: Path) -> None:
    here = project(tmp_path, WRONG)
    run = kdnet("check", "--fix", here=here, language="da")
    assert run.returncode == exits.OK
    assert run.stdout == (
        f"rettet: {FILE}\n  10:20  er er → er  [KD570]\n  10:33  Og og → Og  [KD570]\n\nIngen fejl fundet.\n"
    )
    assert (here / FILE).read_text("utf-8") == CONTRACT.replace("er enige.", "er enige. Og glade.")
    again = kdnet("check", "--fix", here=here)
    assert again.stdout == "Nothing can be put right without asking you.\n\nNo mistakes found.\n"


def test_what_lay_in_the_way_of_another_is_put_right_after_it(tmp_path: Path) -> None:
    here = project(tmp_path, CONTRACT.replace("er enige.", "er  er , som sagt, enige."))
    run = kdnet("check", "--fix", here=here)
    assert run.stdout == (
        f"put right: {FILE}\n  10:20  er  er → er  [KD570]\n"
        f"then put right: {FILE}\n  10:20  er , → er,  [KD574]\n\nNo mistakes found.\n"
    )
    assert kdnet("check", "--fix", here=here).stdout.startswith("Nothing can be put right")


def test_what_is_put_right_is_told_in_the_order_of_the_file(tmp_path: Path) -> None:
    here = project(tmp_path, WRONG.replace("Og og glade.", "Og og indenfor glade, inden for og inden for."))
    run = kdnet("check", "--fix", here=here)
    places = [int(line.split(":")[1].split()[0]) for line in run.stdout.splitlines() if "→" in line]
    assert places == sorted(places)


def test_byte_order_mark_and_line_ends_stay(tmp_path: Path) -> None:
    here = project(tmp_path)
    stored = "\ufeff" + WRONG.replace("\n", "\r\n")
    (here / FILE).write_bytes(stored.encode())
    kdnet("check", "--fix", "aftale@2022", here=here)
    wanted = stored.replace("er er", "er").replace("Og og", "Og")
    assert (here / FILE).read_bytes() == wanted.encode()


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    here = project(tmp_path, WRONG)
    elsewhere = tmp_path / "elsewhere.yaml"
    (here / FILE).rename(elsewhere)
    (here / FILE).symlink_to(elsewhere)
    kdnet("check", "--fix", here=here)
    assert (here / FILE).is_symlink()
    assert "er er" not in elsewhere.read_text("utf-8")


@pytest.mark.parametrize("status", ["vedtaget", "underskrevet"])
def test_an_adopted_text_stays_as_it_is(tmp_path: Path, status: str) -> None:
    here = project(tmp_path, WRONG.replace("udkast", status))
    run = kdnet("check", "--fix", "aftale@2022", here=here)
    assert run.stdout.startswith(f"{FILE}: the text is adopted and stays as it is; 2 fixes are not made\n\n")
    assert run.stdout.count("KD570") >= 2
    assert (here / FILE).read_text("utf-8") == WRONG.replace("udkast", status)


def test_a_state_in_git_cannot_be_put_right(tmp_path: Path) -> None:
    run = kdnet("check", "--fix", "aftale@2022:HEAD", here=project(tmp_path, WRONG))
    assert run.returncode == exits.FINDINGS
    assert "KD704" in run.stdout
    assert (tmp_path / FILE).read_text("utf-8") == WRONG


def test_what_is_silenced_is_not_put_right(tmp_path: Path) -> None:
    silenced = WRONG.replace("body:", "silence: [{code: KD570, words: er er, reason: Citat}]\nbody:")
    here = project(tmp_path, silenced)
    kdnet("check", "--fix", here=here)
    assert (here / FILE).read_text("utf-8") == silenced.replace("Og og", "Og")


@pytest.mark.parametrize("face", ["json", "sarif"])
def test_other_programs_get_findings_alone(tmp_path: Path, face: str) -> None:
    run = kdnet("check", "--fix", "--output-format", face, here=project(tmp_path, WRONG))
    assert json.loads(run.stdout)
    assert run.stderr.startswith(f"put right: {FILE}\n")


def test_it_is_told_where_git_cannot_give_back_the_text_before(tmp_path: Path) -> None:
    here = project(tmp_path, WRONG)
    git(here, "init", "-q")
    commit(here, "Udkast")
    assert "git has not stored" not in kdnet("check", "--fix", here=here).stdout
    (here / FILE).write_text(WRONG.replace("glade", "tilfredse"), "utf-8")
    assert "git has not stored" in kdnet("check", "--fix", here=here).stdout


def test_edits_far_from_one_another_are_told_one_by_one(tmp_path: Path) -> None:
    text = WRONG.replace(
        "er er enige. Og og glade.", "enige inden for havnen.\n      Inden for broen, indenfor øen."
    )
    here = project(tmp_path, text.replace("text: Parterne", "text: |\n      Parterne"))
    run = kdnet("check", "--fix", here=here)
    rows = [line for line in run.stdout.splitlines() if "→" in line]
    assert len(rows) == run.stdout.count("KD543") > 0
    assert all(len(row) < 60 for row in rows)


def test_nobody_is_told_to_put_right_what_is_adopted(tmp_path: Path) -> None:
    for status, is_told in (("udkast", True), ("vedtaget", False)):
        run = kdnet("check", here=project(tmp_path / status, WRONG.replace("udkast", status)))
        assert ("`kdnet check --fix` puts 2 of them right" in run.stdout) == is_told
