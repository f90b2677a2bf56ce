"""The report of a comparison for the browser, as it stands in the file."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from authored import contract
from authored import document as authored
from edits_at_random import KINDS, edited
from lxml import html
from project_documents import PROJECT, document
from samples import DOCUMENT, paragraph

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.documents import read_document
from kdnet_docs.compare.faces.html import write_html_report
from kdnet_docs.compare.fact import Kind
from kdnet_docs.compare.sentences import sentence
from kdnet_docs.document.anatomy import NOTE_MARK, Anatomy
from kdnet_docs.document.tree import Document

CONTRACTS = ("erhvervshus-midtjylland@2021", "erhvervshus-midtjylland@2022")
PAIRS = (CONTRACTS, ("naere-psykiatri@2021-06", "naere-psykiatri@2021-09"))
HOSTILE = "</script></style><script>alert(1)</script> \"q\" 'a' {{ 7*7 }} {% x %} &amp; <b>fed</b>"
GOLDEN = Path(__file__).parent / "html_facts.txt"


@cache
def comparison(old: str, new: str) -> Comparison:
    return compare(document(old), document(new))


@cache
def report(old: str, new: str) -> bytes:
    return written(comparison(old, new))


def written(one: Comparison) -> bytes:
    made = write_html_report(one, PROJECT.templates)
    assert isinstance(made, bytes)
    return made


def page(made: bytes) -> html.HtmlElement:
    return html.document_fromstring(made.decode())


def between(old: str, new: str) -> html.HtmlElement:
    return page(written(compare(authored(contract(old)), authored(contract(new)))))


def section(text: str, title: str = "Tekst") -> str:
    return f"- section: {title}\n  text: |\n    " + text.replace("\n", "\n    ") + "\n"


def squeezed(texts: Iterable[str]) -> str:
    return "".join("".join(texts).replace(NOTE_MARK, "").split())


# --- nothing is lost -----------------------------------------------------------------------------


def words_of(side: Anatomy) -> str:
    """All words of a document in the order in which it is read, with notes where their marks stand."""
    return squeezed(leaf.text for leaf in side.leaves.values())


def words_without(root: html.HtmlElement, tag: str, place: str) -> str:
    """The words of the view in one, without those that came (or went), and without one place of moves."""
    return squeezed(_words(root.xpath("//div[@class='rows']")[0], tag, place))


def _words(element: html.HtmlElement, tag: str, place: str) -> Iterator[str]:
    looks = (element.get("class") or "").split()
    labels = {"meta", "sign", "vh", "gutter", "label", "number", "mark", "column-heads", "column"}
    beside = element.tag == "summary" or labels & set(looks)
    if "row" in looks:
        hidden = place in looks
        shown = ["both"] if element.xpath("div[contains(@class, 'both')]") else ["old", "new"]
        if "same" in looks and "both" not in shown:
            shown = ["new"]
        if not hidden:
            for block in element.xpath("div"):
                if block.get("class") in shown:
                    yield from _words(block, tag, place)
        return
    if element.tag != tag and not beside and not (element.tag == "tr" and place in looks):
        yield "" if element.tag == "br" else element.text or ""
        for child in element:
            yield from _words(child, tag, place)
            yield child.tail or ""


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_all_words_of_both_documents_stand_in_the_report(old: str, new: str) -> None:
    root = page(report(old, new))
    aligned = comparison(old, new).aligned
    assert sorted(words_without(root, "ins", "came")) == sorted(words_of(aligned.old))
    assert sorted(words_without(root, "del", "left")) == sorted(words_of(aligned.new))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_edit_makes_the_report_lose_a_word(kind: str) -> None:
    old = document(CONTRACTS[1])
    one = compare(old, edited(old, 0, count=4, kinds=(kind,))[0])
    root = page(written(one))
    assert sorted(words_without(root, "ins", "came")) == sorted(words_of(one.aligned.old))
    assert sorted(words_without(root, "del", "left")) == sorted(words_of(one.aligned.new))


def everything() -> tuple[Document, ...]:
    """A document of each sort, and one with a case of everything."""
    meeting = read_document(PROJECT, "2021-09")
    assert isinstance(meeting, Document)
    return DOCUMENT, document(PAIRS[1][1]), meeting


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("seed", range(4))
def test_many_edits_of_any_document_leave_every_word_address_and_link_whole(number: int, seed: int) -> None:
    old = everything()[number]
    one = compare(old, edited(old, seed, count=14)[0])
    root = page(written(one))
    assert sorted(words_without(root, "ins", "came")) == sorted(words_of(one.aligned.old))
    assert sorted(words_without(root, "del", "left")) == sorted(words_of(one.aligned.new))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in root.xpath("//a/@href") if href.startswith("#")} <= set(ids)


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_side_by_side_each_paragraph_says_what_it_said_and_what_it_says(old: str, new: str) -> None:
    root = page(report(old, new))
    rows = root.xpath("//div[contains(@class, 'row ') and not(contains(@class, 'table-row'))]")
    assert not any(row.xpath("div[@class='old']//ins") for row in rows)
    assert not any(row.xpath("div[@class='new']//del") for row in rows)


# --- facts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_every_fact_is_told_once_and_leads_to_its_places(old: str, new: str) -> None:
    root = page(report(old, new))
    ids = set(root.xpath("//@id"))
    for fact in comparison(old, new).facts:
        (item,) = root.xpath(f"//li[@id='f{fact.number}']")
        assert item.xpath("string(.//p[@class='fact-words'])") == sentence(fact).to("da")
        assert len(item.xpath(".//*[@class='fact-places']//*[self::p or self::li]")) == len(fact.places)
        assert {link[1:] for link in item.xpath(".//a/@href")} <= ids


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_a_place_leads_back_to_its_facts(old: str, new: str) -> None:
    root = page(report(old, new))
    for item in root.xpath("//li[starts-with(@id, 'f')]"):
        for address in item.xpath(".//a/@href"):
            (place,) = root.xpath("//*[@id=$id]", id=address[1:])
            assert f"#{item.get('id')}" in place.xpath(".//a/@href"), (item.get("id"), address)


def test_the_shift_of_years_is_one_fact_folded_away_with_all_its_places() -> None:
    shift = next(fact for fact in comparison(*CONTRACTS).facts if fact.kind is Kind.YEAR_SHIFT)
    (fold,) = page(report(*CONTRACTS)).xpath("//details[contains(@class, 'minor-facts') and not(@open)]")
    (item,) = fold.xpath(f".//li[@id='f{shift.number}']")
    assert len(item.xpath(".//li")) == len(shift.places) - 1 > 5


BEFORE = """\
- section: Opgaver
  text: |
    Huset skal i 2021 vejlede mindst 400 virksomheder.

    Huset kan holde møder med kommunerne.

    Bestyrelsen fører tilsyn med driften og regnskabet.

    Parterne mødes to gange om året i Viborg.
- section: Økonomi
  text: Bevillingen i 2021 fordeles sådan.
  body:
    - table:
        id: fordeling
        columns: [{key: k, title: Kommune}, {key: b, title: Kroner, type: amount}]
        rows: [[Favrskov, 1398], [Herning, 2586], [Lemvig, 581]]
- section: Aftalens ophør
  text: Aftalen gælder til den 31. december 2021.
"""
NOW = """\
- section: Opgaver
  text: |
    Huset skal i 2022 vejlede mindst 450 virksomheder.

    Huset skal holde møder med kommunerne.

    Parterne mødes to gange om året i Viborg.

    Bestyrelsen fører tilsyn med driften og regnskabet.
- section: Grøn omstilling
  text: Huset hjælper virksomheder med at spare på energien.
- section: Økonomi
  text: Bevillingen i 2022 fordeles sådan.
  body:
    - table:
        id: fordeling
        columns: [{key: k, title: Kommune}, {key: b, title: Kroner, type: amount}]
        rows: [[Favrskov, 1417], [Herning, 2586], [Samsø, 108]]
- section: Aftalens ophør
  text: Aftalen gælder til den 30. juni 2023.
"""


def test_the_facts_of_a_small_contract_read_as_they_were_confirmed() -> None:
    """Written anew by running this file as a program."""
    assert listed(small()) == GOLDEN.read_text("utf-8")


def small() -> bytes:
    return written(
        compare(authored(contract(BEFORE)), authored(contract(NOW).replace("version: 1", "version: 2")))
    )


def listed(made: bytes) -> str:
    """The part of the page with the facts as text: group, kind, sentence, and where."""
    out = []
    for group in page(made).xpath("//section[@class='group']"):
        out.append(f"\n{' '.join(group.xpath('string(.//h3)').split())}\n")
        for item in group.xpath(".//li[@class='fact']"):
            kind, words = (item.xpath(f"string(.//p[@class='fact-{part}'])") for part in ("kind", "words"))
            where = [" ".join(place.split()) for place in item.xpath(".//*[@class='fact-places']/p/a/text()")]
            out.append(f"  {kind}: {words} [{', '.join(where) or '–'}]")
    return "\n".join(out).lstrip("\n") + "\n"


# --- the page ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_each_address_stands_once_and_every_link_finds_one(old: str, new: str) -> None:
    root = page(report(old, new))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in root.xpath("//a/@href") if href.startswith("#")} <= set(ids)


def test_each_clause_of_the_new_document_has_its_own_id_as_address() -> None:
    new = comparison(*CONTRACTS).aligned.new
    headings = {leaf.id for leaf in new.leaves.values() if leaf.kind == "heading"}
    assert headings <= set(page(report(*CONTRACTS)).xpath("//@id"))


def test_the_policy_lets_nothing_run_but_the_page_s_own_style_and_script() -> None:
    made = report(*CONTRACTS).decode()
    (policy,) = page(report(*CONTRACTS)).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for element in ("style", "script"):
        (text,) = re.findall(rf"<{element}>(.*?)</{element}>", made, re.DOTALL)
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy
    assert not re.search(r"\s(?:style|on\w+)=", made.split("<script>")[0])


def test_nothing_is_fetched() -> None:
    root = page(report(*CONTRACTS))
    assert not root.xpath("//img | //link | //iframe | //object | //*[@src]")
    assert "url(" not in root.findtext("head/style")
    assert "@import" not in root.findtext("head/style")


def test_a_contract_takes_less_than_half_a_megabyte() -> None:
    assert len(report(*CONTRACTS)) < 500_000


def test_it_is_told_which_versions_are_compared_and_what_made_the_report() -> None:
    header = page(report(*CONTRACTS)).xpath("//header")[0].text_content()
    for known in (document(one) for one in CONTRACTS):
        assert all(words in header for words in (known.title, known.source_name, known.source_digest))
    assert "1. september 2020" in header
    assert "kdnet " in header


def test_the_page_speaks_the_language_of_the_new_document() -> None:
    old, new = (document(one) for one in CONTRACTS)
    root = page(written(compare(old, replace(new, language="en"))))
    assert root.get("lang") == "en"
    assert "Changes from 2021 to 2022" in root.findtext("head/title")
    assert {block.get("lang") for block in root.xpath("//div[@class='old']")} == {"da"}


def test_no_changes_is_said_only_of_equal_texts() -> None:
    same = document(CONTRACTS[0])
    said = "Der er ingen ændringer"
    equal = page(written(compare(same, same)))
    assert said in equal.xpath("string(//header)")
    assert not equal.xpath("//section[@id='_facts'] | //*[@data-stop]")
    unequal = replace(compare(same, same), equal=False)
    assert said not in page(written(unequal)).text_content()


def test_what_looks_like_markup_stays_words_wherever_it_stands() -> None:
    old, new = (document(one) for one in CONTRACTS)
    words = f"Før {HOSTILE} efter."
    made = written(
        compare(
            replace(old, title=HOSTILE, source_name=HOSTILE, version=HOSTILE),
            replace(_with_words(new, words), title=HOSTILE, subject=HOSTILE, source_digest=HOSTILE),
        )
    )
    root = page(made)
    assert len(root.xpath("//script")) == len(root.xpath("//style")) == 1
    assert HOSTILE in root.findtext("head/title")
    assert any(HOSTILE in block.text_content() for block in root.xpath("//div[@class='new']"))
    assert "49" not in root.xpath("string(//header)")


def _with_words(made: Document, words: str) -> Document:
    return replace(made, blocks=(*made.blocks, paragraph("fjendsk", words)))


def test_an_id_that_the_page_needs_itself_is_not_taken_from_it() -> None:
    root = between(section("A."), section("B.", title="F 12") + "- section: X\n  id: f1\n  text: Ny.\n")
    assert len(root.xpath("//*[@id='f1']")) == 1
    assert root.xpath("//*[@id='clause-f1']")


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert written(compare(*map(document, CONTRACTS))) == report(*CONTRACTS)


@pytest.mark.parametrize("broken", ["{{ missing_word }}", "{% if %}", "{{ title.__class__.__mro__ }}"])
@pytest.mark.parametrize("file", ["page.html", "style.css", "script.js"])
def test_a_broken_template_is_a_finding_that_names_it(tmp_path: Path, file: str, broken: str) -> None:
    folder = tmp_path / "html/comparison"
    folder.mkdir(parents=True)
    for own in (PROJECT.templates / "html/comparison").iterdir():
        (folder / own.name).write_text(broken if own.name == file else own.read_text("utf-8"), "utf-8")
    refused = write_html_report(comparison(*CONTRACTS), tmp_path)
    assert isinstance(refused, Refused)
    assert refused.diagnostics[0].code is Code.TEMPLATE
    assert "templates/html/comparison" in str(refused.diagnostics[0].message)


if __name__ == "__main__":
    GOLDEN.write_text(listed(small()), "utf-8")


# --- what moved, and what is set otherwise -------------------------------------------------------


def test_a_table_that_moved_shows_what_changed_in_it() -> None:
    root = page(report(*CONTRACTS))
    (left,) = root.xpath("//div[starts-with(@class, 'row left table-row')]")
    (came,) = root.xpath("//div[starts-with(@class, 'row came table-row')]")
    assert {row.get("class") for row in came.iter("tr")} == {"changed", "same"}
    for went, place in ((["65", "8"], left), (["65", "8"], came)):
        gone = [one.text_content() for one in place.iter("del")]
        assert [number for number in went if number not in gone] == []
    assert "70" in [one.text_content() for one in came.iter("ins")]
    assert list(left.iter("ins")) == []


def test_words_that_are_only_formatted_otherwise_are_marked() -> None:
    root = between(
        section("Huset svarer **altid** på spørgsmål."), section("Huset svarer altid på spørgsmål.")
    )
    assert {one.text_content() for one in root.xpath("//div[@class='rows']//span[@class='set']")} == {"altid"}


def test_a_break_that_came_ends_its_mark_on_its_own_line() -> None:
    root = between(section("Et afsnit her. Og et til her."), section("Et afsnit her.\n\nOg et til her."))
    assert root.xpath("//ins//br") == []
