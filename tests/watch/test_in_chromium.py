"""The watch page in a browser: what somebody who writes a contract sees."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import Browser, Tab, chromium
from watching import CONTRACT, copy_of_the_project, edit, watching

NAME = "erhvervshus-midtjylland@2022"
SHEET = "document.getElementById('sheet').contentDocument"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("profile")) as running:
        yield running


def until(tab: Tab, condition: str) -> None:
    """Waits for the page to become so; its number is set last in each change."""
    tab.run(
        "new Promise(done => {"
        f" const see = () => {{ if ({condition}) done(true); }};"
        " new MutationObserver(see).observe(document, {attributes: true, subtree: true, childList: true});"
        " document.getElementById('sheet')?.addEventListener('load', see);"
        " see(); })"
    )


def opened(browser: Browser, address: str) -> Tab:
    tab = browser.open(address)
    until(tab, f"{SHEET}.querySelector('main')")
    return tab


def complaints(tab: Tab) -> list[str]:
    return [event["entry"]["text"] for event in tab.told("Log.entryAdded")]


def test_a_changed_word_is_shown_where_one_reads_without_loading_the_page_again(
    browser: Browser, tmp_path: Path
) -> None:
    here = copy_of_the_project(tmp_path)
    with watching(here, NAME) as running:
        tab = opened(browser, running.address)
        tab.run(f"{SHEET}.defaultView.scrollTo({{top: 4000, behavior: 'instant'}}), window.same = true")
        # A paragraph more, far above: what is read stays where it is on the screen.
        headings = f"[...{SHEET}.querySelectorAll('h3')]"
        read = tab.run(f"{headings}.find(h => h.getBoundingClientRect().top >= 0).id")
        top = tab.run(f"{SHEET}.getElementById('{read}').getBoundingClientRect().top")
        edit(here / CONTRACT, "Det er et konkret krav", "Ny tekst.\n\n          Det er et meget kantet krav")
        until(tab, f"{SHEET}.body.textContent.includes('meget kantet krav')")
        assert tab.run(f"{SHEET}.getElementById('{read}').getBoundingClientRect().top") == pytest.approx(
            top, abs=1
        )
        assert tab.run(f"{SHEET}.defaultView.scrollY") > 4000
        # A button leads to what has changed out of sight.
        assert tab.run("document.getElementById('change').hidden") is False
        assert tab.run("window.same") is True
        # Columns are as wide as the document says, after a change too.
        assert tab.run(f"{SHEET}.querySelector('col').style.width") != ""
        assert complaints(tab) == []


def test_a_title_has_room_above_it_where_there_is_no_cover(browser: Browser, tmp_path: Path) -> None:
    with watching(copy_of_the_project(tmp_path), "naere-psykiatri@2021-09") as running:
        tab = opened(browser, running.address)
        assert tab.run(f"{SHEET}.querySelector('h1').getBoundingClientRect().top") > 20


def test_errors_stand_above_the_last_good_document_until_they_are_put_right(
    browser: Browser, tmp_path: Path
) -> None:
    here = copy_of_the_project(tmp_path)
    with watching(here, NAME) as running:
        tab = opened(browser, running.address)
        edit(here / CONTRACT, "[Favrskov, 1.417]", "[Favrskov, 1.714]")
        until(tab, "document.querySelector('.finding.error')")
        finding = tab.run("document.querySelector('.finding.error').innerText")
        assert "error[KD501] the total is 39.010, but the rows come to 39.306" in finding
        assert f"{CONTRACT}:312:44" in finding
        assert tab.run("document.querySelector('.finding.error mark').textContent") == "39.010"
        assert "1.417" in tab.run(f"{SHEET}.body.textContent")
        assert float(tab.run("getComputedStyle(document.getElementById('sheet')).opacity")) < 1
        edit(here / CONTRACT, "[Favrskov, 1.714]", "[Favrskov, 1.417]")
        until(tab, "!document.querySelector('.finding.error')")
        assert float(tab.run("getComputedStyle(document.getElementById('sheet')).opacity")) == 1
        assert tab.run("document.querySelector('details').open") is False  # a warning is no alarm


def test_nothing_is_fetched_from_elsewhere_and_links_tell_nothing(browser: Browser, tmp_path: Path) -> None:
    here = copy_of_the_project(tmp_path)
    with watching(here, NAME) as running:
        tab = opened(browser, running.address)
        edit(here / CONTRACT, "Det er et konkret krav", "[Et sted](https://www.example.org/)")
        until(tab, f"{SHEET}.querySelector('a[href^=https]')")
        assert tab.run(f"{SHEET}.querySelector('a[href^=https]').target") == "_blank"
        assert tab.run(f"{SHEET}.querySelector('a[href^=https]').rel") == "noopener noreferrer"
        start = running.address.split("/show/")[0]
        asked = {event["request"]["url"] for event in tab.told("Network.requestWillBeSent")}
        assert asked
        assert {url for url in asked if not url.startswith((start, "data:,"))} == set()


def test_a_meeting_has_a_tab_for_each_document_and_follows_the_templates(
    browser: Browser, tmp_path: Path
) -> None:
    here = copy_of_the_project(tmp_path)
    with watching(here, "2021-09") as running:
        tab = opened(browser, running.address)
        titles = tab.run("[...document.querySelectorAll('#tabs a')].map(tab => tab.title)")
        assert titles == ["meeting-2021-09@2021-09", NAME, "naere-psykiatri@2021-09"]
        second = tab.run("document.querySelectorAll('#tabs a')[1].href")
        tab = opened(browser, second)
        edit(here / "templates/html/style.css", "margin: 0;", "margin: 0; outline-style: dotted;")
        until(tab, f"getComputedStyle({SHEET}.body).outlineStyle === 'dotted'")
        assert tab.run("document.querySelector('[aria-current]').title") == NAME


def test_the_start_page_lists_everything_with_its_mistakes_and_what_is_new(
    browser: Browser, tmp_path: Path
) -> None:
    here = copy_of_the_project(tmp_path)
    with watching(here) as running:
        tab = browser.open(running.address)
        until(tab, "document.querySelectorAll('li').length === 5")
        found = "document.querySelector(`a[href$='{name}']`).parentElement.innerText"
        assert "warnings" in tab.run(found.format(name=NAME))
        text = (here / CONTRACT).read_text(encoding="utf-8").replace("version: 2022", "version: 2023", 1)
        (here / CONTRACT).with_name("2023.yaml").write_text(text.replace("1.417", "1.714", 1), "utf-8")
        until(tab, "document.querySelectorAll('li').length === 6")
        assert "1 error" in tab.run(found.format(name="erhvervshus-midtjylland@2023"))
        (here / CONTRACT).with_name("2023.yaml").unlink()
        until(tab, "document.querySelectorAll('li').length === 5")


def test_the_files_follow_and_the_page_says_when_the_program_has_stopped(
    browser: Browser, tmp_path: Path
) -> None:
    here = copy_of_the_project(tmp_path)
    with watching(here, NAME) as running:
        tab = opened(browser, running.address)
        until(tab, "document.querySelector('.files')?.textContent === 'Word and PDF are made.'")
        assert {path.suffix for path in sorted((here / "build").iterdir())} >= {".docx", ".pdf"}
        running.stop()
        until(tab, "!document.getElementById('stopped').hidden")
