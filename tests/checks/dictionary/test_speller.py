from pathlib import Path

import pytest
from authored import contract
from tools import danish_spelling

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.checks.dictionary.dictionaries import danish_dictionary
from kdnet_docs.checks.dictionary.speller import Speller, find_speller
from kdnet_docs.meeting.check import check
from kdnet_docs.sources.project import Project

TEXT = contract("- text: Vi handler i overensstemelse med aftalen.\n")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    place = tmp_path / "contract_sources/contracts/aftale/1.yaml"
    place.parent.mkdir(parents=True)
    place.write_text(TEXT, "utf-8")
    (tmp_path / "templates").symlink_to(Path(__file__).parents[3] / "templates")
    return Project(tmp_path)


def told(project: Project) -> list[tuple[str, str]]:
    found = check(project, ["aftale@1"])
    return [
        (one.code.value, str(one.message)) for one in found if one.code.value in ("KD589", "KD609", "KD610")
    ]


def test_without_a_dictionary_one_note_says_so_and_nothing_else_is_missing(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("KDNET_SPELLING")
    monkeypatch.setenv("DICPATH", str(tmp_path))
    (note,) = told(project)
    assert note == ("KD609", "the spelling is not checked, for no Danish dictionary is found")


def test_a_dictionary_is_taken_from_the_folder_that_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DICPATH", str(tmp_path))
    assert danish_dictionary() is None
    (tmp_path / "da_DK.aff").write_text("SET UTF-8\n", "utf-8")
    (tmp_path / "da_DK.dic").write_text("1\nord\n", "utf-8")
    assert danish_dictionary() is None
    (tmp_path / "da_DK.dic").write_text("20000\n" + "lange ord\n" * 20000, "utf-8")
    assert danish_dictionary() == tmp_path / "da_DK"


def test_spelling_can_be_turned_off(project: Project) -> None:
    assert find_speller(project) is None
    assert told(project) == []


def test_what_is_kept_is_used_until_the_word_list_says_otherwise(project: Project) -> None:
    with danish_spelling():
        assert told(project) == [("KD589", '"overensstemelse" is in no dictionary')]
        kept = project.root / "build/.kdnet/spelling/words.json"
        assert '"overensstemelse": false' in kept.read_text("utf-8")
        (project.root / "contract_sources/ordliste.txt").write_text("overensstemelse\n", "utf-8")
        assert told(project) == []


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"made-of": 1, "words": {"ord": 1}}'])
def test_what_was_kept_and_is_damaged_does_no_harm(project: Project, kept: str) -> None:
    place = project.root / "build/.kdnet/spelling/words.json"
    place.parent.mkdir(parents=True)
    place.write_text(kept, "utf-8")
    with danish_spelling():
        assert told(project) == [("KD589", '"overensstemelse" is in no dictionary')]


def test_a_word_of_the_list_is_inflected_like_its_model_and_one_without_a_model_is_not(
    project: Project,
) -> None:
    (project.root / "contract_sources/ordliste.txt").write_text(
        "# vore egne\nblobbehus/hus # som hus\nbloppeti\n*aftale\n", "utf-8"
    )
    with danish_spelling():
        speller = find_speller(project)
    assert isinstance(speller, Speller)
    assert [
        speller.knows(word) for word in ("blobbehus", "blobbehusenes", "bloppeti", "bloppetis", "aftale")
    ] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_a_model_that_is_in_no_dictionary_is_told_of(project: Project) -> None:
    (project.root / "contract_sources/ordliste.txt").write_text("overensstemelse\nord/xyzzy\n", "utf-8")
    with danish_spelling():
        assert told(project) == [("KD610", 'the dictionary has no word "xyzzy" to inflect others like')]


def test_a_list_that_is_no_text_is_told_of(project: Project) -> None:
    (project.root / "contract_sources/ordliste.txt").write_bytes(b"\xff\xfe\x00")
    with danish_spelling():
        assert isinstance(find_speller(project), Refused)


def test_the_word_that_was_meant_is_one_of_the_document_or_of_the_dictionary(project: Project) -> None:
    with danish_spelling():
        speller = find_speller(project)
    assert isinstance(speller, Speller)
    assert speller.nearest("resultatkontarkten", ["resultatkontrakten"]) == "resultatkontrakten"
    assert speller.nearest("Plattform", []) == "Platform"
    assert speller.nearest("pkt", ["pct"]) is None
