from typing import Any

import pytest
from lxml.html import fromstring
from markupsafe import Markup
from samples import DOCUMENT

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.watch.board import Board, Files
from kdnet_docs.watch.preview import Preview
from kdnet_docs.watch.server import Events, Resource, Visit
from kdnet_docs.watch.sheets import Sheet
from kdnet_docs.watch.site import Site

SHEET = Sheet(document=DOCUMENT, html=b"<!doctype html>")
GOOD = Preview(sheets=(SHEET,), current=True, findings=())
ERROR = Diagnostic(code=Code.BAD_VALUE, message=msg("{text}", text="x"))
WARNING = Diagnostic(code=Code.DOUBLE_WORD, message=msg("{text}", text="x"))
NOTE = Diagnostic(code=Code.LONG_SENTENCE, message=msg("{text}", text="x"))


@pytest.fixture
def board() -> Board:
    board = Board()
    board.post("a b/c@1", GOOD)
    return board


def visit(board: Board, *parts: str) -> Resource:
    site = Site(board, lambda findings: Markup("").join([Markup("<p>found</p>")] * len(findings)))
    answer = site(Visit(parts=parts, root="token"))
    assert isinstance(answer, Resource)
    return answer


def page_of(resource: Resource) -> Any:
    return fromstring(resource.content)


def test_the_start_page_leads_to_each_document_and_that_to_its_sheet(board: Board) -> None:
    (link,) = page_of(visit(board)).xpath("//li/a/@href")
    assert link == "/token/show/a%20b%2Fc@1"
    page = page_of(visit(board, "show", "a b/c@1"))
    (frame,) = page.xpath("//iframe")
    assert frame.get("src") == f"/token/sheet/a%20b%2Fc@1/{SHEET.key}"
    assert visit(board, "sheet", "a b/c@1", SHEET.key).content == SHEET.html


def test_nothing_in_a_page_itself_may_run_and_a_sheet_may_do_nothing(board: Board) -> None:
    page = visit(board, "show", "a b/c@1")
    assert "script-src 'self'" in page.policy
    assert "unsafe" not in page.policy
    assert page_of(page).xpath("//script[not(@src)] | //style | //@style | //@onclick") == []
    sheet = visit(board, "sheet", "a b/c@1", SHEET.key)
    assert "script" not in sheet.policy
    assert "allow-scripts" not in page.content.decode()


def test_scripts_and_styles_are_sent_as_such(board: Board) -> None:
    assert visit(board, "frame.js").kind == "text/javascript"
    assert visit(board, "frame.css").kind == "text/css"


def test_errors_dim_what_was_good(board: Board) -> None:
    board.post("a b/c@1", Preview(sheets=(SHEET,), current=False, findings=(ERROR,)))
    page = page_of(visit(board, "show", "a b/c@1"))
    assert page.xpath("//main/@class") == ["stale"]
    assert page.xpath("//details/p/text()") == ["found"]


def test_errors_stand_open_above_warnings_and_notes(board: Board) -> None:
    found = (NOTE, WARNING, ERROR, NOTE)
    board.post("a b/c@1", Preview(sheets=(SHEET,), current=False, findings=found))
    page = page_of(visit(board, "show", "a b/c@1"))
    groups = page.xpath("//details")
    assert [group.findtext("summary") for group in groups] == ["1 error", "1 warning", "2 notes"]
    assert [group.get("open") is not None for group in groups] == [True, False, False]


def test_errors_from_the_start_leave_nothing_to_show(board: Board) -> None:
    board.post("new@1", Preview(sheets=(), current=False, findings=(ERROR,)))
    page = page_of(visit(board, "show", "new@1"))
    assert page.xpath("//iframe") == []
    assert "nothing to show" in page.text_content()


def test_why_there_are_no_files_is_told_in_words(board: Board) -> None:
    board.post_files("a b/c@1", Files(state="failed", complaint="<b>open in Word</b>"))
    page = page_of(visit(board, "show", "a b/c@1"))
    assert page.xpath("//pre/text()") == ["<b>open in Word</b>"]


@pytest.mark.parametrize("parts", [("x",), ("sheet", "a b/c@1"), ("sheet", "a b/c@1", "x"), ("x", "a b/c@1")])
def test_elsewhere_is_nothing(board: Board, parts: tuple[str, ...]) -> None:
    assert Site(board, lambda _: Markup(""))(Visit(parts=parts, root="token")) is None


def test_events_begin_with_how_things_are(board: Board) -> None:
    site = Site(board, lambda _: Markup(""))
    events = site(Visit(parts=("events", "a b/c@1"), root="token"))
    assert isinstance(events, Events)
    assert next(events.numbers) == 1
    assert board.looked_at() == {"a b/c@1"}
