from tracked_changes import merged, para, shown

from kdnet_docs.alignment.steps import Deleted, Inserted, MovedFrom, MovedTo, Paired, Step
from kdnet_docs.ooxml.redline.review import Notes
from kdnet_docs.ooxml.xml import Element, descendants, find, get


def same(name: str) -> Step:
    return Paired(old=(name,), new=(name,))


def changed(old: str, new: str) -> list[str]:
    """A paragraph whose words changed."""
    return shown(merged([para(old, "a")], [para(new, "a")], [same("a")]))


# --- words -------------------------------------------------------------------------------------


def test_words_that_went_stand_before_those_that_came() -> None:
    assert changed("Målet er 80 pct.", "Målet er mindst 85 pct.") == ["Målet er {-80}{+mindst 85} pct.¶"]


def test_a_word_is_never_cut() -> None:
    assert changed("Erhvervshuset vejleder.", "Erhvervshusene vejleder.") == [
        "{-Erhvervshuset}{+Erhvervshusene} vejleder.¶"
    ]


def test_words_that_look_otherwise_are_neither_deleted_nor_inserted() -> None:
    assert changed("Det er vigtigt her.", "Det er *vigtigt* her.") == ["Det er {~*vigtigt*} her.¶"]
    assert changed("Det er *vigtigt* her.", "Det er vigtigt her.") == ["Det er {~vigtigt} her.¶"]


def test_a_word_that_looks_otherwise_in_part_stays_whole() -> None:
    assert changed("Kendskab her.", "Kend*skab* her.") == ["Kend{~*skab*} her.¶"]


def test_a_word_that_becomes_a_link_in_part_is_replaced_whole() -> None:
    # Word cannot say of a link that it is new: only that its words are.
    assert changed("Se Kendskab her.", "Se Kend<skab> her.") == ["Se {-Kendskab}{+Kend<skab>} her.¶"]


def test_changes_inside_a_link_stay_inside_it() -> None:
    (made,) = merged([para("Se <mål 3 her> nu.", "a")], [para("Se <mål 4 her> nu.", "a")], [same("a")])
    assert shown([made]) == ["Se <mål >{-<3>}{+<4>}< her> nu.¶"]
    assert len(list(descendants(made, "w:hyperlink"))) == 1


def test_a_line_break_is_no_space() -> None:
    assert changed("Adresse\nBy her", "Adresse By her") == ["Adresse{-/}{+ }By her¶"]


def test_nothing_is_marked_where_nothing_changed() -> None:
    (made,) = merged([para("Det *samme*.", "a")], [para("Det *samme*.", "a")], [same("a")])
    assert not list(descendants(made, "w:ins", "w:del", "w:rPrChange", "w:pPrChange"))


# --- paragraphs --------------------------------------------------------------------------------


def test_a_paragraph_goes_and_comes_with_its_mark() -> None:
    old = [para("Først.", "a"), para("Udgår.", "b"), para("Sidst.", "c")]
    new = [para("Først.", "a"), para("Kommer.", "d"), para("Sidst.", "c")]
    steps = [same("a"), Deleted(old="b"), Inserted(new="d"), same("c")]
    assert shown(merged(old, new, steps)) == ["Først.¶", "{-Udgår.}-¶", "{+Kommer.}+¶", "Sidst.¶"]


def test_a_paragraph_that_was_split_gets_a_mark() -> None:
    old, new = [para("Et. To.", "a")], [para("Et.", "a"), para("To.", "b")]
    made = shown(merged(old, new, [Paired(old=("a",), new=("a", "b"))]))
    assert made == ["Et.{- }+¶", "To.¶"]


def test_paragraphs_that_were_joined_lose_a_mark() -> None:
    old, new = [para("Et.", "a"), para("To.", "b")], [para("Et. To.", "a")]
    made = shown(merged(old, new, [Paired(old=("a", "b"), new=("a",))]))
    assert made == ["Et.-¶", "{+ }To.¶"]


def test_style_and_list_change_with_what_they_were() -> None:
    old, new = [para("Et punkt.", "a")], [para("Et punkt.", "a", "ListNumber", number=7)]
    (made,) = merged(old, new, [same("a")])
    assert shown([made]) == ["Et punkt.¶~"]
    was = find(made, "w:pPr/w:pPrChange/w:pPr/w:pStyle")
    assert was is not None
    assert get(was, "w:val") == "BodyText"


def test_a_change_bears_its_author_and_moment() -> None:
    (made,) = merged([para("Et.", "a")], [para("To.", "a")], [same("a")])
    for change in descendants(made, "w:ins", "w:del"):
        assert (get(change, "w:author"), get(change, "w:date")) == ("Prøve", "2021-09-01T00:00:00Z")


def test_whatever_the_steps_leave_out_or_turn_round_nothing_is_lost() -> None:
    old = [para("Et.", "a"), para("To.", "b"), para("Tre.", "c")]
    new = [para("Tre.", "c"), para("Et.", "a"), para("Fire.", "d")]
    merged(old, new, [same("c"), same("a"), Deleted(old="ukendt"), MovedFrom(old="b", new="d")])


# --- moves -------------------------------------------------------------------------------------


def moved(words_now: str = "Det her afsnit flytter.") -> list[Element]:
    old = [para("Det her afsnit flytter.", "m"), para("Et.", "a"), para("To.", "b")]
    new = [para("Et.", "a"), para(words_now, "m"), para("To.", "b")]
    steps = [MovedFrom(old="m", new="m"), same("a"), MovedTo(old="m", new="m"), same("b")]
    return merged(old, new, steps)


def test_a_paragraph_that_moved_is_words_own_move() -> None:
    made = moved()
    assert shown(made) == [
        "{<Det her afsnit flytter.}<¶",
        "Et.¶",
        "{>Det her afsnit flytter.}>¶",
        "To.¶",
    ]
    starts = [
        found for top in made for found in descendants(top, "w:moveFromRangeStart", "w:moveToRangeStart")
    ]
    ends = [found for top in made for found in descendants(top, "w:moveFromRangeEnd", "w:moveToRangeEnd")]
    assert [get(found, "w:name") for found in starts] == ["move1", "move1"]
    assert [get(found, "w:id") for found in starts] == [get(found, "w:id") for found in ends]


def test_words_that_did_not_move_along_are_deleted_there_and_new_ones_inserted_here() -> None:
    assert shown(moved("Det nye afsnit flytter.")) == [
        "{<Det }{-her}{< afsnit flytter.}<¶",
        "Et.¶",
        "{>Det }{+nye}{> afsnit flytter.}>¶",
        "To.¶",
    ]


def test_two_moves_have_two_names() -> None:
    old = [para("Et her.", "a"), para("To her.", "b"), para("Tre.", "c")]
    new = [para("Tre.", "c"), para("Et her.", "a"), para("To her.", "b"), para("Slut.", "d")]
    steps = [
        *(MovedFrom(old=name, new=name) for name in ("a", "b")),
        same("c"),
        *(MovedTo(old=name, new=name) for name in ("a", "b")),
        Inserted(new="d"),
    ]
    made = merged(old, new, steps)
    names = [get(found, "w:name") for top in made for found in descendants(top, "w:moveToRangeStart")]
    assert names == ["move1", "move2"]


# --- footnotes ---------------------------------------------------------------------------------


def references(content: list[Element]) -> list[str | None]:
    return [get(found, "w:id") for top in content for found in descendants(top, "w:footnoteReference")]


def test_a_note_of_both_files_has_the_id_of_the_new() -> None:
    notes = Notes(pairs={"2": "3"})
    made = merged([para("Et^2 her.", "a")], [para("Et^3 her.", "a")], [same("a")], notes=notes)
    assert shown(made) == ["Et^ her.¶"]
    assert (references(made), notes.kept) == (["3"], {"2": "3"})


def test_notes_of_one_file_come_and_go_with_their_references() -> None:
    notes = Notes()
    made = merged([para("Et^2 her.", "a")], [para("Et^2 her.", "a")], [same("a")], notes=notes)
    assert shown(made) == ["Et{-^}{+^} her.¶"]
    assert references(made) == [notes.gone["2"], "2"]
    assert notes.kept == {}


def test_no_note_has_two_references_where_its_paragraph_moved() -> None:
    notes = Notes(pairs={"1": "1"})
    old = [para("Det her flytter^1 nu.", "m"), para("Et.", "a")]
    new = [para("Et.", "a"), para("Det her flytter^1 nu.", "m"), para("To.", "b")]
    steps = [MovedFrom(old="m", new="m"), same("a"), MovedTo(old="m", new="m"), Inserted(new="b")]
    made = merged(old, new, steps, notes=notes)
    assert references(made) == [notes.gone["1"], "1"]


# --- bookmarks ---------------------------------------------------------------------------------


def bookmarks(content: list[Element]) -> list[str | None]:
    return [get(found, "w:name") for top in content for found in descendants(top, "w:bookmarkStart")]


def test_a_bookmark_of_both_files_is_there_once_and_each_has_a_start_and_an_end() -> None:
    old = [para("Et.", "a"), para("Udgår.", "b"), para("To.", "c")]
    new = [para("Et nyt.", "a"), para("To.", "c")]
    made = merged(old, new, [same("a"), Deleted(old="b"), same("c")])
    names = bookmarks(made)
    assert len(names) == len(set(names)) == 3
    starts = [get(one, "w:id") for top in made for one in descendants(top, "w:bookmarkStart")]
    ends = [get(one, "w:id") for top in made for one in descendants(top, "w:bookmarkEnd")]
    assert sorted(map(str, starts)) == sorted(map(str, ends))


# --- without steps -----------------------------------------------------------------------------


def test_without_steps_what_is_alike_is_found_by_its_words() -> None:
    old = [para("Aftale om erhvervsservice 2021"), para("Udgår helt."), para("Side")]
    new = [para("Aftale om erhvervsservice 2022"), para("Side")]
    assert shown(merged(old, new)) == [
        "Aftale om erhvervsservice {-2021}{+2022}¶",
        "{-Udgår helt.}-¶",
        "Side¶",
    ]
