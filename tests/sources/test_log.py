"""Which commits changed a file, as git tells it."""

from pathlib import Path

from repositories import commit, git

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.sources.git import is_shallow
from kdnet_docs.sources.log import lives_of, states_of

LONG = "".join(f"{number}: en linje, som ingen ændrer\n" for number in range(30))


def repository(folder: Path) -> Path:
    (folder / "æ ø").mkdir()
    git(folder, "init", "--quiet")
    (folder / "æ ø/et.yaml").write_text(LONG, encoding="utf-8")
    commit(folder, "Begynd", author="Ann Ås", day="2022-01-01")
    return folder


def subjects(folder: Path, path: str, at: str = "HEAD") -> list[str]:
    return [state.commit.subject for state in states_of(folder, path, at)]


def test_each_commit_with_who_and_when_the_first_first(tmp_path: Path) -> None:
    root = repository(tmp_path)
    (root / "andet").write_text("x", encoding="utf-8")
    commit(root, "Noget andet")
    (root / "æ ø/et.yaml").write_text(f"{LONG}til", encoding="utf-8")
    last = commit(root, "Ret", author="Bo", day="2022-02-02")
    first, second = states_of(root, "æ ø/et.yaml")
    assert (first.commit.subject, first.commit.author, first.commit.day) == ("Begynd", "Ann Ås", "2022-01-01")
    assert (second.commit.id, second.commit.author, second.commit.day) == (last, "Bo", "2022-02-02")
    text = second.load(root)
    assert isinstance(text, Source)
    assert text.text == f"{LONG}til"
    assert text.name == f"æ ø/et.yaml@{last[:9]}"
    assert subjects(root, "æ ø/et.yaml", "HEAD~1") == ["Begynd"]
    assert subjects(root / "æ ø", "et.yaml") == ["Begynd", "Ret"]


def test_a_file_that_was_renamed_is_followed_and_one_that_was_copied_is_not(tmp_path: Path) -> None:
    root = repository(tmp_path)
    git(root, "mv", "æ ø/et.yaml", "to.yaml")
    commit(root, "Omdøb")
    (root / "tre.yaml").write_text(LONG.replace("29: en", "29: den"), encoding="utf-8")
    commit(root, "Kopier")
    assert [state.path for state in states_of(root, "to.yaml")] == ["æ ø/et.yaml", "to.yaml"]
    assert subjects(root, "tre.yaml") == ["Kopier"]


def test_a_commit_that_removed_it_is_left_out(tmp_path: Path) -> None:
    root = repository(tmp_path)
    (root / "æ ø/et.yaml").unlink()
    commit(root, "Fjern")
    assert subjects(root, "æ ø/et.yaml") == ["Begynd"]


def test_without_history_there_is_none(tmp_path: Path) -> None:
    assert states_of(tmp_path, "et.yaml") == ()
    root = repository(tmp_path)
    assert states_of(root, "mangler.yaml") == ()
    assert not is_shallow(root)
    git(root, "clone", "--quiet", "--depth", "1", root.as_uri(), "kopi")
    assert is_shallow(root / "kopi")


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    root = repository(tmp_path)
    (root / "b.yaml").write_bytes(b"\xff\xfe")
    commit(root, "Forkert")
    (state,) = states_of(root, "b.yaml")
    assert isinstance(state.load(root), Refused)


def test_the_lives_of_all_files_are_told_by_their_names(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    below = tmp_path / "projekt/kilder"
    below.mkdir(parents=True)
    for name in ("a", "b", "c"):
        (below / name).write_text(f"{name} begynder her\n" * 9)
    commit(tmp_path, "Begyndt")
    (below / "a").rename(below / "d")
    (below / "c").unlink()
    commit(tmp_path, "Omdøbt")
    (below / "a").write_text("noget nyt\n")
    (below / "b").write_text("b begynder her\n" * 8)
    head = commit(tmp_path, "Rettet")
    lives = lives_of(tmp_path / "projekt", "kilder", head)
    assert {name: [one.commit.subject for one in life] for name, life in lives.items()} == {
        "kilder/a": ["Begyndt", "Rettet"],
        "kilder/b": ["Begyndt", "Rettet"],
        "kilder/c": ["Begyndt"],
        "kilder/d": ["Omdøbt"],
    }
