import os
from pathlib import Path
from threading import Thread

import pytest

from kdnet_docs.watch.changes import Watched, state_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "contracts").mkdir()
    (tmp_path / "contracts/1.yaml").write_text("title: Et", "utf-8")
    return tmp_path


def test_nothing_has_changed_at_first(folder: Path) -> None:
    assert not Watched([folder]).changed()


def test_a_change_is_seen_however_it_is_saved(folder: Path) -> None:
    file = folder / "contracts/1.yaml"
    watched = Watched([folder])

    def seen() -> bool:
        changed = watched.changed()
        watched.settle()
        return changed

    file.write_text("title: To!", "utf-8")
    assert seen()
    (folder / "beside").write_text("title: Tre", "utf-8")
    os.replace(folder / "beside", file)  # noqa: PTH105 - what editors do
    assert seen()
    (folder / "contracts/2.yaml").write_text("", "utf-8")
    assert seen()
    file.unlink()
    assert seen()
    (folder / "contracts/attachments").mkdir()
    (folder / "contracts/attachments/x.pdf").write_bytes(b"%PDF")
    assert seen()
    assert not seen()


@pytest.mark.parametrize("name", [".1.yaml.swp", "1.yaml~", "~$house.docx", ".git/index"])
def test_what_an_editor_keeps_for_itself_is_no_change(folder: Path, name: str) -> None:
    watched = Watched([folder])
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("", "utf-8")
    assert not watched.changed()


def test_a_single_file_and_a_folder_that_is_not_there_can_be_watched(folder: Path) -> None:
    watched = Watched([folder / "contracts/1.yaml", folder / "templates"])
    assert not watched.changed()
    (folder / "templates").mkdir()
    (folder / "templates/style.css").write_text("", "utf-8")
    assert watched.changed()


def test_folders_that_lead_round_in_a_circle_end(folder: Path) -> None:
    (folder / "contracts/up").symlink_to(folder, target_is_directory=True)
    assert [Path(path).name for path in state_of([folder])] == ["1.yaml"]


def test_waiting_ends_with_a_change(folder: Path) -> None:
    watched = Watched([folder])
    waiting = Thread(target=watched.wait, daemon=True)
    waiting.start()
    (folder / "contracts/1.yaml").write_text("title: Fire", "utf-8")
    waiting.join(timeout=10)
    assert not waiting.is_alive()
    assert not watched.changed()
