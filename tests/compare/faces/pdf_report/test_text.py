"""The text of a report: what changed is there with its marks, and what did not is counted."""

from authored import contract, document
from marked import lines

from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.faces.pdf_report.text import text_blocks
from kdnet_docs.compare.faces.pdf_report.words import Speech

SAME = "Kommunerne betaler hver sin del af udgiften, som den er fordelt i tabellen nedenfor."
MORE = "Huset holder åbent for virksomheder i hele regionen og svarer på det, de spørger om."
MOVED = "Bestyrelsen mødes fire gange om året og får forinden tilsendt regnskabet for kvartalet."


def report(old: str, new: str) -> list[str]:
    comparison = compare(document(contract(old)), document(contract(new)))
    return lines(text_blocks(comparison, Speech("da")))


def section(title: str, *paragraphs: str) -> str:
    text = "\n\n".join(f"    {one}" for one in paragraphs)
    return f"- section: {title}\n  text: |\n{text}\n"


def test_words_that_went_and_came_stand_in_their_paragraph() -> None:
    old = section("Økonomi", "Huset skal afrapportere til kommunerne hvert kvartal.", SAME)
    new = section("Økonomi", "Huset kan afrapportere til kommunerne hvert kvartal.", SAME)
    assert report(old, new) == [
        "# Økonomi",
        "Huset [-skal-] [+kan+] afrapportere til kommunerne hvert kvartal.",
        "(1 afsnit uændret)",
    ]


def test_clauses_without_a_change_are_named_and_no_more() -> None:
    kept = section("Formål", SAME) + section("Ledelse", MOVED)
    old, new = kept + section("Økonomi", MORE), kept + section("Økonomi", MORE, "Et helt nyt afsnit.")
    assert report(old, new) == [
        "(uændret: ”Formål”, ”Ledelse”)",
        "# Økonomi",
        "(1 afsnit uændret)",
        "[+Et helt nyt afsnit.+]",
    ]


def test_whole_clauses_say_in_words_that_they_are_new_or_gone() -> None:
    old = section("Formål", SAME) + section("Ledelse", MOVED)
    new = section("Formål", SAME) + section("Økonomi", MORE)
    told = report(old, new)
    assert "# [-Ledelse-] (udgået)" in told
    assert "# [+Økonomi+] (ny)" in told


def test_a_paragraph_that_moved_with_the_same_words_is_told_of_where_it_stood_and_where_it_stands() -> None:
    old = section("Formål", MOVED, SAME) + section("Økonomi", MORE)
    new = section("Formål", SAME) + section("Økonomi", MORE, MOVED)
    told = report(old, new)
    first = "”Bestyrelsen mødes fire gange om året og får forinden …”"
    assert told == [
        "# Formål",
        f"(flyttet herfra: {first}) (1 afsnit uændret)",
        "# Økonomi",
        f"(1 afsnit uændret) (flyttet hertil med de samme ord: {first})",
    ]


def test_what_changed_of_a_heading_stands_in_it() -> None:
    told = report(section("Grøn omstilling", SAME), section("Grøn og cirkulær omstilling", SAME))
    assert told == ["# Grøn [+og cirkulær +]omstilling", "(1 afsnit uændret)"]


def test_paragraphs_that_were_joined_or_divided_say_so() -> None:
    apart, joined = section("Formål", SAME, MORE), section("Formål", f"{SAME} {MORE}")
    assert report(apart, joined) == ["# Formål", f"(det var 2 afsnit) {SAME} {MORE}"]
    assert report(joined, apart) == ["# Formål", f"(nu 2 afsnit) {SAME} {MORE}"]


def test_an_item_keeps_its_bullet() -> None:
    old = section("Opgaver", "- vejledning", "- samarbejde med kommunerne")
    new = section("Opgaver", "- vejledning", "- samarbejde med staten")
    assert "* samarbejde med [-kommunerne-] [+staten+]" in report(old, new)


def test_a_footnote_that_changed_stands_last_with_its_number() -> None:
    old = section("Økonomi", "Fordelt efter folketal.[^a]", "[^a]: Opgjort den 1. januar 2020.")
    new = section("Økonomi", "Fordelt efter folketal.[^a]", "[^a]: Opgjort den 1. januar 2021.")
    assert report(old, new)[-2:] == [
        "# Fodnoter",
        "Fodnote 1: Opgjort den 1. januar [-2020-] [+2021+].",
    ]


def test_a_mark_of_a_footnote_is_said_in_words() -> None:
    old = section("Økonomi", "Fordelt efter folketal.")
    new = section("Økonomi", "Fordelt efter folketal.[^a]", "[^a]: Opgjort den 1. januar 2021.")
    assert "Fordelt efter folketal.[+ [fodnote]+]" in report(old, new)


def test_equal_texts_have_nothing_to_show() -> None:
    text = section("Økonomi", SAME, MORE)
    assert report(text, text) == ["(uændret: ”Økonomi”)"]
