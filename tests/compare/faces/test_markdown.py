"""Markdown for a pull request, as pandoc reads it the way GitHub does."""

import re
import subprocess
from itertools import permutations

import pytest
from authored import contract, model
from project_documents import REFERENCES, document
from tools import tool
from versions import FIRST, SECOND

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.faces.markdown import MOST, escaped, write_markdown


def read(markdown: str) -> str:
    """The HTML of it."""
    run = subprocess.run(
        [tool("pandoc"), "--from", "gfm", "--to", "html", "--wrap", "none"],
        input=markdown,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return run.stdout


def compared(old: str, new: str) -> str:
    return write_markdown(compare(assemble(model(old)).document, assemble(model(new)).document))


def test_facts_come_first_and_then_the_passages() -> None:
    page = read(compared(FIRST, SECOND.replace("value: 40", "value: 45")))
    facts, passages = page.split("<h3", 1)
    assert "hævet fra 40 pct. til 45 pct." in facts
    assert "Huset <del>kan</del><ins>skal</ins> holde" in passages.replace("</del> <ins>", "</del><ins>")
    assert facts.count("<details>") == 1
    assert "<summary>Årstal, der er rykket (1)</summary>" in facts


def test_nothing_changed() -> None:
    assert compared(FIRST, FIRST).endswith("\n\nIngen ændringer.\n")


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "**fed** _kursiv_ ~~streg~~ `kode`",
        "[link](side.html) ![billede](x.png)",
        "# overskrift",
        "- punkt\n- punkt",
        "1. punkt",
        "1) punkt",
        "+ plus",
        "| a | b |\n|---|---|",
        "a&lt;b&amp;",
        "</details>",
        "---",
        "===",
        r"bagud\skrå",
        "$x$ og $$y$$",
    ],
)
def test_words_of_a_document_are_words(words: str) -> None:
    html = read(f"{escaped(words)}\n")
    text = re.sub(r"<[^>]+>", "", html)
    for sign, meaning in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(sign, meaning)
    assert " ".join(text.split()) == " ".join(words.split())
    assert not re.search(r"<(?!/?p>|br ?/?>)", html)


def test_a_footnote_of_one_version_has_its_words() -> None:
    text = "text: |\n      Huset kan holde møder[^m] med kommunerne.\n\n      [^m]: En note om huset.\n"
    noted = FIRST.replace("text: Huset kan holde møder med kommunerne.\n", text)
    assert "<ins>En note om huset.</ins>" in compared(FIRST, noted)
    assert "<del>En note om huset.</del>" in compared(noted, FIRST)


def test_nobody_is_called_and_no_issue_is_named() -> None:
    assert not re.search(r"[@#]\w", escaped("@formand og #12, ann@example.dk"))


def test_an_address_is_no_link() -> None:
    words = "Se https://example.dk, HTTP://example.dk, www.example.dk og ann@example.dk"
    assert "<a" not in read(escaped(words))


def test_it_ends_where_a_host_takes_no_more() -> None:
    def long(word: str) -> str:
        paragraphs = "\n\n".join(
            f"      Afsnit {number} om {word}. " + "Ord og ord. " * 40 for number in range(300)
        )
        return contract(f"- section: Langt\n  id: langt\n  text: |\n{paragraphs}\n")

    made = compared(long("sommer"), long("vinter"))
    assert len(made) <= MOST + 200
    assert made.endswith("Resten er udeladt her: der er ikke plads til mere i en kommentar.\n")


@pytest.mark.parametrize(("old", "new"), list(permutations(REFERENCES, 2)))
def test_what_went_and_came_is_all_there(old: str, new: str) -> None:
    made = write_markdown(compare(document(old), document(new)))
    assert made.count("<del>") == made.count("</del>")
    assert made.count("<ins>") == made.count("</ins>")
    assert made.count("<details>") == made.count("</details>")
    assert "￼" not in made


def test_a_table_that_moved_shows_what_changed_in_it() -> None:
    made = write_markdown(compare(document(REFERENCES[0]), document(REFERENCES[1])))
    assert "vurderer <del>65</del><ins>70</ins> pct." in made
    assert made.count("*(tabellen er flyttet hertil)*") == 1
