"""The report of a comparison as a reviewer uses it: in a browser, without a network."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from edits_at_random import edited
from playwright.sync_api import Browser, Page, sync_playwright
from project_documents import PROJECT, document
from tools import tool

from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.faces.html import write_html_report
from kdnet_docs.document.tree import Document

PAIRS = {
    "contract": ("erhvervshus-midtjylland@2021", "erhvervshus-midtjylland@2022"),
    "status": ("naere-psykiatri@2021-06", "naere-psykiatri@2021-09"),
}
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = tool("chromium")
    with sync_playwright() as running:
        started = running.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("reports")
    pairs = {name: (document(old), document(new)) for name, (old, new) in PAIRS.items()}
    one = document("erhvervshus-midtjylland@2022")
    pairs["few"] = (one, edited(one, 1, count=2)[0])
    return {name: _written(folder / f"{name}.html", *pair) for name, pair in pairs.items()}


def _written(file: Path, old: Document, new: Document) -> str:
    made = write_html_report(compare(old, new), PROJECT.templates)
    assert isinstance(made, bytes)
    file.write_bytes(made)
    return file.as_uri()


@pytest.fixture
def opened(browser: Browser, addresses: dict[str, str]) -> Iterator[Open]:
    """Opens a report; afterwards nothing was fetched, and the browser has nothing to complain of."""
    pages: list[tuple[Page, list[str]]] = []

    def open_report(name: str = "contract", at: str = "", *, width: int = 1400, **options: Any) -> Page:
        page = browser.new_page(viewport={"width": width, "height": 900}, **options)
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("request", lambda request: told.append(request.url))
        page.goto(addresses[name] + at)
        pages.append((page, told))
        return page

    yield open_report
    for page, told in pages:
        assert [one.partition("#")[0] for one in told] in [[address] for address in addresses.values()]
        page.close()


def facts_shown(page: Page) -> int:
    return page.locator("li.fact:visible").count()


# --- facts ---------------------------------------------------------------------------------------


def test_facts_are_filtered_by_kind_with_their_counts(opened: Open) -> None:
    page = opened()
    choice = page.locator(".filters label", has_text="Beløb og tal")
    choice.click()
    assert facts_shown(page) == int(choice.locator("b").inner_text()) > 1
    assert page.locator("section.group:visible").count() == 1
    page.get_by_role("button", name="Vis alle ændringer").click()
    assert page.locator("section.group:visible").count() > 4


def test_facts_are_filtered_by_clause_and_by_party(opened: Open) -> None:
    page = opened()
    page.get_by_role("combobox", name="Afsnit").select_option("Økonomi")
    places = page.locator("li.fact:visible").locator(".fact-places > p > a").all_inner_texts()
    assert set(places) == {"Økonomi"}
    assert page.locator("#_shown").inner_text().startswith(f"{facts_shown(page)} af ")
    page.get_by_role("button", name="Vis alle ændringer").click()
    page.get_by_role("combobox", name="Part").select_option(index=1)
    assert 0 < facts_shown(page) < page.locator("li.fact").count()


def test_filters_that_nothing_fits_say_so(opened: Open) -> None:
    page = opened()
    page.get_by_role("searchbox").fill("findes slet ikke")
    assert facts_shown(page) == 0
    assert page.get_by_text("Ingen ændringer passer").is_visible()


def test_the_shift_of_years_is_folded_until_one_wants_it(opened: Open) -> None:
    page = opened()
    shift = page.locator("li.fact", has_text="Årstal rykket")
    assert not shift.is_visible()
    page.locator(".minor-facts summary").first.click()
    assert shift.is_visible()


def test_a_fact_leads_to_its_very_words_and_they_lead_back(opened: Open) -> None:
    page = opened()
    fact = page.locator("li.fact", has_text="Favrskov")
    number = fact.locator(".fact-number").inner_text()
    fact.get_by_role("link").first.click()
    words = page.locator(f'.here[data-f~="{number}"]:visible').first
    words.wait_for()
    assert _in_sight(page, words.evaluate("one => one.getBoundingClientRect().top"))
    page.locator(f'tr a[href="#f{number}"]:visible').click()
    page.wait_for_function(f"document.activeElement.id === 'f{number}'")


def _in_sight(page: Page, top: float) -> bool:
    return 0 <= top <= page.viewport_size["height"] if page.viewport_size else False


# --- text ----------------------------------------------------------------------------------------


def test_the_text_is_shown_side_by_side_or_in_one(opened: Open) -> None:
    page = opened()
    row = page.locator(".row.changed:not(.table-row)").first
    assert row.locator(".old").is_visible()
    assert row.locator(".new").is_visible()
    assert not row.locator(".both").is_visible()
    old, new = row.locator(".old").bounding_box(), row.locator(".new").bounding_box()
    assert old
    assert new
    assert old["x"] + old["width"] <= new["x"]
    page.keyboard.press("i")
    assert row.locator(".both").is_visible()
    assert not row.locator(".old").is_visible()
    page.keyboard.press("s")
    assert row.locator(".old").is_visible()


def test_in_one_no_paragraph_stands_twice_and_none_is_missing(opened: Open) -> None:
    page = opened()
    page.get_by_role("radio", name="Samlet").check()
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    shown = page.evaluate(
        "[...document.querySelectorAll('.row')].map("
        "row => [...row.children].filter(one => one.matches('div') && one.checkVisibility()).length)"
    )
    empty = page.evaluate(
        "[...document.querySelectorAll('.row')].filter(row => !row.querySelector('div')).length"
    )
    assert shown.count(1) == len(shown) - empty


def test_a_line_joins_the_places_of_each_move_side_by_side(opened: Open) -> None:
    page = opened()
    moves = page.locator(".row[data-other]").count()
    rows = page.locator("tr.left:visible").count()
    assert moves > 3
    assert rows > 0
    assert page.locator(".moves > path").count() == moves + rows
    page.keyboard.press("i")
    assert page.locator(".moves > path").count() == 0
    page.locator(".row.left .meaning a").first.click()
    assert page.evaluate("document.activeElement.matches('.row.came')")


def test_n_and_p_go_from_change_to_change(opened: Open) -> None:
    page = opened()
    page.keyboard.press("n")
    first = page.evaluate("document.activeElement.id")
    assert page.locator(".row[data-stop]").first.get_attribute("id") == first
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.id") != first
    assert page.locator("#_position").inner_text().startswith("Sted 2 af ")
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.id") == first
    for _ in range(3):
        page.get_by_role("button", name="Næste ændring").click()
    assert page.locator("#_position").inner_text().startswith("Sted 4 af ")


def test_every_change_in_the_text_is_reached(opened: Open) -> None:
    page = opened("status")
    seen = set()
    for _ in range(60):
        page.keyboard.press("n")
        seen.add(page.locator("#_position").inner_text())
    count = int(page.locator("#_position").inner_text().split()[-1])
    assert len(seen) == count > 8


def test_unchanged_parts_are_folded_and_say_how_much_they_hold(opened: Open) -> None:
    page = opened()
    fold = page.locator(".fold", has_text="uændrede afsnit").first
    assert not fold.locator(".row").first.is_visible()
    count = int(fold.locator("summary").inner_text().split()[0])
    fold.locator("summary").click()
    assert fold.locator(".row:visible").count() == count


def test_the_address_of_a_clause_opens_what_it_is_folded_in(opened: Open) -> None:
    folded = opened("few").evaluate("document.querySelector('.fold .head-row').id")
    page = opened("few", f"#{folded}")
    heading = page.locator(f"[id='{folded}']")
    assert heading.is_visible()
    assert _in_sight(page, heading.evaluate("one => one.getBoundingClientRect().top"))


def test_the_address_of_a_fact_shows_it_whatever_hides_it(opened: Open) -> None:
    page = opened()
    page.locator(".filters label", has_text="Tabeller").click()
    hidden = page.locator("li.fact:not(:visible)").first.get_attribute("id")
    page.evaluate(f"location.hash = '{hidden}'")
    page.wait_for_function(f"document.getElementById('{hidden}').checkVisibility()")


def test_the_search_finds_words_in_facts_and_text_and_goes_to_them(opened: Open) -> None:
    page = opened()
    page.keyboard.press("/")
    page.keyboard.type("Samsø")
    assert facts_shown(page) == 1
    found = page.locator("#_found")
    assert found.inner_text().startswith("Ændringer: 1 · ")
    places = int(found.inner_text().split()[-1])
    page.keyboard.press("Enter")
    assert found.inner_text().endswith(f"sted 1 af {places}")
    page.keyboard.press("Enter")
    assert places == 1 or found.inner_text().endswith(f"sted 2 af {places}")
    page.keyboard.press("Escape")
    assert facts_shown(page) > 50


def test_the_counts_of_groups_are_of_what_is_shown(opened: Open) -> None:
    page = opened()
    counts = page.locator(".group:visible .count")
    before = [int(one) for one in counts.all_inner_texts()]
    page.get_by_role("searchbox").fill("kommuner")
    now = [int(one) for one in counts.all_inner_texts()]
    assert 0 < sum(now) == page.locator("li.fact:not([hidden])").count() < sum(before)
    page.get_by_role("searchbox").fill("")
    assert [int(one) for one in counts.all_inner_texts()] == before


def test_the_search_finds_a_phrase_over_a_change_and_in_a_fold(opened: Open) -> None:
    page = opened()
    row = page.locator(".row.changed:not(.table-row) > .new:has(ins)").first
    phrase = row.evaluate("one => one.textContent.trim().slice(0, 80)")
    page.get_by_role("searchbox").fill(phrase)
    assert "steder: 1" in page.locator("#_found").inner_text()
    words = page.locator(".fold .row .new").first.evaluate("one => one.textContent.trim().slice(0, 50)")
    page.get_by_role("searchbox").fill(words)
    page.keyboard.press("Enter")
    assert page.locator(".fold[open]").count() == 1


def test_changes_of_form_can_be_hidden_and_come_back(opened: Open) -> None:
    page = opened()
    word = page.locator(".new ins.minor:visible").first
    line = word.evaluate("one => getComputedStyle(one).textDecorationLine")
    assert line == "underline"
    page.get_by_label("Vis ændringer, der kun er form").uncheck()
    assert word.evaluate("one => getComputedStyle(one).textDecorationLine") == "none"
    assert word.is_visible()
    page.keyboard.press("i")
    assert page.locator(".both del.minor:visible").count() == 0
    page.get_by_label("Vis ændringer, der kun er form").check()
    assert page.locator(".both del.minor:visible").count() > 0


def test_what_went_and_what_came_is_told_without_colours_too(opened: Open) -> None:
    page = opened()
    for name, line, said in (("ins", "underline", "indsat"), ("del", "line-through", "udgået")):
        word = page.locator(f".rows {name}:visible").first
        assert line in word.evaluate("one => getComputedStyle(one).textDecorationLine")
        assert said in word.evaluate("one => getComputedStyle(one, '::before').content")


def test_the_keys_are_told_and_can_be_turned_off(opened: Open) -> None:
    page = opened()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog")
    assert dialog.is_visible()
    dialog.get_by_label("Brug tastaturgenvejene").uncheck()
    dialog.get_by_role("button", name="Luk").click()
    page.keyboard.press("n")
    assert page.locator("#_position").inner_text() == ""


# --- every screen, and paper ---------------------------------------------------------------------


def test_on_a_narrow_screen_a_label_stands_above_its_text(opened: Open) -> None:
    page = opened(width=360)
    row = page.locator(".table:visible table:not(:has(thead)) tr:has(th + td)").first
    label, text = row.locator("th").bounding_box(), row.locator("th + td").bounding_box()
    assert label
    assert text
    assert label["y"] + label["height"] <= text["y"]
    assert text["width"] > 280


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("width", [320, 360, 800, 1400])
def test_nothing_has_to_be_scrolled_sideways(opened: Open, name: str, width: int) -> None:
    page = opened(name, width=width)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize(
    ("name", "width", "view"),
    [("contract", 1400, "s"), ("contract", 1400, "i"), ("contract", 360, "i"), ("status", 1400, "s")],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(opened: Open, name: str, width: int, view: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(name, width=width, color_scheme=scheme)
    page.keyboard.press(view)
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    judged = Axe().run(page).response
    assert [
        (found["id"], [node["html"] for node in found["nodes"]][:3]) for found in judged["violations"]
    ] == []
    assert len(judged["passes"]) > 20


def test_dark_is_dark(opened: Open) -> None:
    page = opened(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 25, 29)"


def test_paper_shows_all_facts_and_the_text_in_one(opened: Open) -> None:
    page = opened()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert facts_shown(page) == page.locator("li.fact").count()
    assert page.locator(".places").count() == page.locator(".places[open]").count() > 0
    assert not page.locator(".tools").is_visible()
    assert page.locator(".row.changed > .both").first.is_visible()
    assert not page.locator(".row.changed:has(> .both) > .old").first.is_visible()
    assert page.pdf().startswith(b"%PDF")


def test_without_javascript_everything_is_there_and_no_dead_button(opened: Open) -> None:
    page = opened(java_script_enabled=False)
    assert page.locator("button:visible, .filters:visible, [role=search]:visible").count() == 0
    assert page.locator("li.fact").count() > 50
    page.get_by_role("radio", name="Samlet").check()
    assert page.locator(".row.changed > .both").first.is_visible()
    page.locator(".fold summary").first.click()
    assert page.locator(".fold .row").first.is_visible()


def test_nothing_else_can_run_in_the_page(
    browser: Browser, addresses: dict[str, str], tmp_path: Path
) -> None:
    """Should somebody add a script to the file, the policy stops it."""
    source = Path(addresses["contract"].removeprefix("file://")).read_text("utf-8")
    file = tmp_path / "changed.html"
    file.write_text(source.replace("<main>", "<script>document.title = 'run'</script><main>"), "utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    assert page.title().startswith("Ændringer fra")
    page.close()
