"""`kdnet build`: files where they were asked for, and a few calm lines."""

import re
from pathlib import Path

from authored import ROOT
from command_line import CONTRACT, kdnet, project

from kdnet_docs.cli import exits


def test_a_document_is_built_told_of_and_not_built_again(tmp_path: Path) -> None:
    here = project(tmp_path)
    first = kdnet("build", "aftale@2022", "--format", "html,txt", here=here, language="da")
    assert first.returncode == exits.OK
    assert first.stderr == ""
    assert first.stdout == (
        "aftale@2022: færdig\n"
        "  build/aftale-2022-udkast.html\n"
        "  build/aftale-2022-udkast.txt\n"
        "Læs filerne igennem; er der noget galt, så ret kilden, og kør kommandoen igen.\n"
    )
    assert "Parterne er enige." in (here / "build/aftale-2022-udkast.txt").read_text("utf-8")
    second = kdnet("build", "aftale@2022", "--format", "html,txt", here=here, language="da")
    assert second.stdout.startswith("aftale@2022: uændret siden sidst\n  build/aftale-2022-udkast.html\n")


def test_elsewhere(tmp_path: Path) -> None:
    here = project(tmp_path / "p")
    run = kdnet("build", "aftale@2022", "--format", "txt", "--out", "ud/her", here=here)
    assert run.stdout.splitlines()[1] == "  ud/her/aftale-2022-udkast.txt"
    assert (here / "ud/her/aftale-2022-udkast.txt").exists()
    assert not (here / "build").exists()


def test_what_is_refused_is_not_written_and_does_not_stop_the_rest(tmp_path: Path) -> None:
    here = project(tmp_path, CONTRACT.replace("{{ version }}", "{{ versjon }}"))
    good = here / "contract_sources/contracts/anden/2022.yaml"
    good.parent.mkdir()
    good.write_text(CONTRACT.replace("id: aftale", "id: anden"), encoding="utf-8")
    run = kdnet("build", "aftale@2022", "anden@2022", "--format", "txt", here=here)
    assert run.returncode == exits.FINDINGS
    assert "error[KD308]" in run.stderr
    assert "aftale@2022: not built" in run.stdout
    assert [file.name for file in sorted((here / "build").glob("*.txt"))] == ["anden-2022-udkast.txt"]


def test_warnings_are_shown_and_stop_nothing(tmp_path: Path) -> None:
    goals = "  - goals:\n      - group: Mål\n        goals:\n          - id: tomt\n"
    here = project(tmp_path, CONTRACT + goals)
    run = kdnet("build", "aftale@2022", "--format", "TXT", here=here)
    assert run.returncode == exits.OK
    assert "warning[KD502]" in run.stderr
    assert "aftale@2022: built" in run.stdout


def test_what_must_not_be_adopted_is_told_with_what_is_built(tmp_path: Path) -> None:
    here = project(tmp_path, CONTRACT.replace("udkast", "til-godkendelse"))
    run = kdnet("build", "aftale@2022", "--format", "txt", here=here)
    assert run.stdout.splitlines()[-1] == (
        "aftale@2022: put 1 thing right before it is adopted; `kdnet status aftale@2022` shows it"
    )


def test_of_a_signed_document_it_is_told_which_file_is_the_signed_one(tmp_path: Path) -> None:
    here = project(tmp_path, CONTRACT.replace("udkast", "underskrevet"))
    for _ in range(2):
        run = kdnet("build", "aftale@2022", "--format", "txt", here=here, language="da")
        assert run.stdout.splitlines()[-1] == (
            "  Bemærk         filerne er uden underskrifter; den underskrevne fil, som gælder, "
            "hedder aftale-2022-vedtaget.pdf"
        )


def test_a_meeting_says_how_much_it_is_what_to_read_and_what_to_send(tmp_path: Path) -> None:
    here = project(tmp_path)
    first = kdnet("build", "2022-03", here=here, language="da")
    assert first.returncode == exits.OK
    made, *rest = first.stdout.splitlines()
    assert re.fullmatch(r"build/meeting-2022-03: 2 dokumenter, \d+ sider i alt", made)
    assert rest == [
        "  Læs igennem   00 Dagsorden med bilag.pdf",
        "  Standarder    PDF/A-3a (arkiv) og PDF/UA-1 (tilgængelighed)",
        "  Send          meeting-2022-03.zip eller hele mappen",
        "Er der noget galt, så ret kilden, og kør kommandoen igen.",
    ]
    assert (here / "build/meeting-2022-03/00 Dagsorden med bilag.pdf").exists()
    second = kdnet("build", "2022-03", here=here, language="da")
    assert second.stdout.splitlines()[0].startswith(
        "build/meeting-2022-03: uændret siden sidst, 2 dokumenter"
    )


def test_what_was_changed_in_the_folder_is_told_of_before_the_closing_line(tmp_path: Path) -> None:
    here = project(tmp_path)
    kdnet("build", "2022-03", "--format", "txt", here=here)
    (here / "build/meeting-2022-03/manifest.json").write_text("{}", encoding="utf-8")
    (here / "build/meeting-2022-03/noter.txt").write_text("noter", encoding="utf-8")
    run = kdnet("build", "2022-03", "--format", "txt", here=here, language="da")
    assert run.returncode == exits.OK
    assert "advarsel[KD607]" in run.stderr
    assert "--> build/meeting-2022-03 (gemt)/noter.txt" in run.stderr
    assert (here / "build/meeting-2022-03 (gemt)/noter.txt").read_text("utf-8") == "noter"


def test_an_open_package_is_not_called_clean_where_a_closed_number_stands_open(tmp_path: Path) -> None:
    meeting = tmp_path / "contract_sources/meetings/2024-03.yaml"
    meeting.parent.mkdir(parents=True)
    (tmp_path / "templates").symlink_to(ROOT / "templates")
    text = (
        "kind: meeting\nid: 2024-03\ntitle: Møde\ndate: 2024-03-15\nagenda:\n"
        "  - {number: 2, title: Skitse, sagsfremstilling: Prisen er 14.250.000 kr. i alt.}\n"
        "  - number: 4\n    closed: true\n    title: Salg af grund\n"
        "    sagsfremstilling: Skagen Tank A/S har budt 14.250.000 kr. for grunden.\n"
    )
    meeting.write_text(text, encoding="utf-8")
    for _ in ("new", "unchanged"):
        run = kdnet("build", "2024-03", "--format", "txt", here=tmp_path, language="da")
        assert run.returncode == exits.OK
        assert "advarsel[KD863]" in run.stderr
        assert "14.250.000" not in run.stderr
        assert "når du har læst advarslerne ovenfor" in run.stdout
        assert "intet lukket" not in run.stdout
        assert run.stdout.count("Er der noget galt") <= 1
    meeting.write_text(text.replace("Skitse", "Salg af grund"), encoding="utf-8")
    run = kdnet("build", "2024-03", "--format", "txt", here=tmp_path, language="da")
    assert run.returncode == exits.FINDINGS
    assert "2024-03: den lukkede pakke er lavet, den åbne er ikke" in run.stdout


def test_it_ends_with_how_much_there_is_to_read(tmp_path: Path) -> None:
    here = project(tmp_path, CONTRACT.replace("er enige", "er er enige"))
    told = "Teksten har 1 advarsel; se dem med: kdnet check aftale@2022\n"
    made = kdnet("build", "aftale@2022", "--format", "html", here=here, language="da")
    assert made.returncode == exits.OK
    assert made.stdout.endswith(told)
    again = kdnet("build", "aftale@2022", "--format", "html", here=here, language="da")
    assert told not in again.stdout


def test_it_counts_as_check_does_what_it_told_of_itself_too(tmp_path: Path) -> None:
    """A line that begins with a date is told of by the build, a word that stands twice only by reading."""
    words = "Parterne er er enige.\n      1. januar 2022 træder aftalen i kraft.\n"
    here = project(tmp_path, CONTRACT.replace("Parterne er enige.", f"|\n      {words}"))
    made = kdnet("build", "aftale@2022", "--format", "html", here=here)
    read = kdnet("check", "aftale@2022", here=here)
    (counted,) = re.findall("The text has (.+); see them", made.stdout)
    assert counted == "2 warnings"
    assert f"\n{counted};" in read.stdout
