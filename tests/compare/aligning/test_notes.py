from alignments import aligned
from authored import contract, document

from kdnet_docs.alignment.steps import Paired
from kdnet_docs.document.tree import Document

LONG = "Beløbet opkræves af kommunerne hvert år efter den nøgle"


def text(markdown: str) -> Document:
    lines = "\n".join(f"      {line}" for line in markdown.split("\n"))
    return document(contract(f"\n  - text: |\n{lines}"))


def notes(old: str, new: str) -> list[tuple[str | None, str | None]]:
    return [(_name(step.old), _name(step.new)) for step in aligned(text(old), text(new)).notes]


def _name(note: str | None) -> str | None:
    return note and note.rpartition("note-")[2]


def test_a_mark_that_stays_where_it_is_has_the_same_note_whatever_it_is_called() -> None:
    old = f"{LONG}[^a], som står her.\n\n[^a]: Efter folketal."
    new = f"{LONG}[^b], som står her.\n\n[^b]: Efter beskatningsgrundlag og opgørelse."
    assert notes(old, new) == [("a", "b")]


def test_the_words_of_a_note_are_a_pair_whatever_they_say() -> None:
    old = f"{LONG}[^a].\n\n[^a]: Efter folketal."
    new = f"{LONG}[^a].\n\n[^a]: Som aftalt med KL."
    assert [type(step) for step in aligned(text(old), text(new)).notes[0].steps] == [Paired]


def test_notes_come_and_go_with_their_marks() -> None:
    old = f"{LONG}[^a], som står her[^b].\n\n[^a]: En.\n[^b]: To."
    new = f"{LONG}, som står her[^b] i dag[^c].\n\n[^b]: To.\n[^c]: Tre."
    assert notes(old, new) == [("a", None), ("b", "b"), (None, "c")]


def test_a_note_whose_mark_stands_elsewhere_is_known_by_its_id_or_its_words() -> None:
    old = f"{LONG}[^a].\n\nParterne mødes to gange.\n\n[^a]: Efter folketal den 1. januar."
    new = f"{LONG}.\n\nParterne mødes to gange[^a].\n\n[^a]: Efter folketal den 1. januar."
    assert notes(old, new) == [("a", "a")]
    assert notes(old, new.replace("[^a]", "[^z]")) == [("a", "z")]
