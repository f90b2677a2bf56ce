"""What is made of the same is made once, and a damaged store does no harm."""

from pathlib import Path

import pytest

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg
from kdnet_docs.meeting.kept import Kept


class Maker:
    """Makes a content, and counts how often it is asked to."""

    def __init__(self, content: bytes | Refused = b"lavet") -> None:
        self.content = content
        self.times = 0

    def __call__(self) -> bytes | Refused:
        self.times += 1
        return self.content


def test_what_is_made_of_the_same_is_made_once(tmp_path: Path) -> None:
    make = Maker()
    for _ in range(2):
        assert Kept(tmp_path, "engine").get(("a", "b"), make) == b"lavet"
    assert make.times == 1


@pytest.mark.parametrize(
    ("engine", "made_of"), [("engine", ("ab", "")), ("engine", ("b", "a")), ("ny", ("a", "b"))]
)
def test_what_is_made_of_something_else_is_made_anew(
    engine: str, made_of: tuple[str, ...], tmp_path: Path
) -> None:
    make = Maker()
    Kept(tmp_path, "engine").get(("a", "b"), make)
    Kept(tmp_path, engine).get(made_of, make)
    assert make.times == 2


@pytest.mark.parametrize("damage", [b"", b"kort", b"\0" * 32 + b"lavet", b"x" * 100])
def test_a_damaged_entry_is_made_anew(damage: bytes, tmp_path: Path) -> None:
    make = Maker()
    Kept(tmp_path, "engine").get(("a",), make)
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(damage)
    assert Kept(tmp_path, "engine").get(("a",), make) == b"lavet"
    assert Kept(tmp_path, "engine").get(("a",), make) == b"lavet"
    assert make.times == 2


def test_what_is_refused_is_not_kept(tmp_path: Path) -> None:
    refused = Refused((Diagnostic(code=Code.OUTPUT, message=msg("build again")),))
    make = Maker(refused)
    kept = Kept(tmp_path, "engine")
    assert kept.get(("a",), make) is kept.get(("a",), make)
    assert make.times == 2
    assert list(tmp_path.iterdir()) == []


def test_what_no_build_needs_is_removed(tmp_path: Path) -> None:
    old, new = Kept(tmp_path, "engine"), Kept(tmp_path, "engine")
    old.get(("a",), Maker())
    new.get(("b",), Maker())
    new.forget_all_but(new.used)
    assert {path.name for path in tmp_path.iterdir()} == new.used
