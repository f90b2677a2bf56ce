from threading import Thread

from kdnet_docs.watch.board import Board, Files, Posted
from kdnet_docs.watch.preview import Preview

EMPTY = Preview(sheets=(), current=True, findings=())


def test_numbers_grow_with_every_change_and_the_sheets_number_with_theirs() -> None:
    board = Board()
    board.post("a", EMPTY)
    before = board.of("a")
    board.post_files("a", Files(state="made"))
    after = board.of("a")
    assert before
    assert after
    assert after.number > before.number
    assert after.sheets_number == before.sheets_number
    assert board.all()[0] == after.number


def test_who_waits_for_a_name_hears_of_it_and_not_of_others() -> None:
    board = Board()
    board.post("a", EMPTY)
    number = board.newer("a", -1, patience=10)
    heard: list[int] = []
    waiting = Thread(target=lambda: heard.append(board.newer("a", number, patience=10)), daemon=True)
    waiting.start()
    board.post("b", EMPTY)
    assert not heard
    board.post("a", EMPTY)
    waiting.join(timeout=10)
    assert heard == [number + 2]


def test_patience_ends() -> None:
    board = Board()
    assert board.of("a", patience=0.001) is None
    assert board.newer("a", 0, patience=0.001) == 0
    assert board.newer(None, 0, patience=0.001) == 0


def test_what_is_called_otherwise_is_taken_down() -> None:
    board = Board()
    board.post("a", EMPTY)
    board.post("b", EMPTY)
    board.keep(("b",))
    assert list(board.all()[1]) == ["b"]


def test_nobody_waits_for_what_will_not_come() -> None:
    board = Board()
    answers: list[Posted | None] = []
    waiting = Thread(target=lambda: answers.append(board.of("a", patience=60)), daemon=True)
    waiting.start()
    board.keep(("b",))
    waiting.join(timeout=10)
    assert answers == [None]


def test_who_comes_before_the_first_preview_gets_it() -> None:
    board = Board()
    board.keep(("a",))
    answers: list[Posted | None] = []
    waiting = Thread(target=lambda: answers.append(board.of("a", patience=60)), daemon=True)
    waiting.start()
    board.post("a", EMPTY)
    waiting.join(timeout=10)
    assert answers == [board.of("a")]


def test_who_looks_at_what_is_gone_for_a_moment_waits_until_it_is_back() -> None:
    board = Board()
    board.keep(("a",))
    board.post("a", EMPTY)
    board.keep(())
    answers: list[Posted | None] = []
    waiting = Thread(target=lambda: answers.append(board.of("a", patience=60)), daemon=True)
    waiting.start()
    board.post("a", EMPTY)
    waiting.join(timeout=10)
    assert answers == [board.of("a")]


def test_the_board_knows_what_is_looked_at() -> None:
    board = Board()
    with board.reader("a"), board.reader("a"), board.reader("b"):
        assert board.looked_at() == {"a", "b"}
    assert board.looked_at() == set()
