from authored import document, found
from meetings import documents, meeting, tillaeg

from kdnet_docs.document.tree import Document, Heading, Link, List, Paragraph, Table
from kdnet_docs.document.walk import blocks_within, heading_text, own_inlines, plain_text

MEETING = """\
kind: meeting
id: 2021-09
title: Møde i KD-Net
date: 2021-09-01
organisation: KD-Net
agenda:
  - number: 1
    title: Kontrakt
    purpose: til-beslutning
    bilag:
      - {title: Udkast, document: aftale@1}
      - {title: Status, document: status@1}
  - number: 2
  - number: 4
    title: Eventuelt
"""

AGENDA = """\
- number: 1
  title: Godkendelse af dagsorden
- number: 2
  title: Driftsaftale
  purpose: til-beslutning
  sagsfremstilling: |
    Aftalen er udløbet.

    - Et
    - To
  indstilling: Den indstilles godkendt.
- number: 7
  title: Status
  sagsfremstilling: Se [aftalen](#agenda/2/title).
"""


def headings(made: Document) -> list[str]:
    return [heading_text(block) for block in made.blocks if isinstance(block, Heading)]


def paragraphs(made: Document) -> list[str]:
    return [plain_text(block.content) for block in blocks_within(made.blocks) if isinstance(block, Paragraph)]


def lists(made: Document) -> list[tuple[int | None, list[str]]]:
    """Where each list of points begins, and the words of its items."""
    return [
        (
            block.start,
            [plain_text(part.content) for part in blocks_within([block]) if isinstance(part, Paragraph)],
        )
        for block in made.blocks
        if isinstance(block, List) and block.id.startswith("agenda/list")
    ]


def test_the_dagsorden_has_title_agenda_and_bilag() -> None:
    made = document(MEETING)
    assert made.watermark is None
    assert (made.id, made.title, made.author) == ("meeting-2021-09", "Møde i KD-Net", "KD-Net")
    assert headings(made) == ["Dagsorden", "Bilagsliste"]


def test_the_points_keep_their_numbers_where_one_is_passed_over_and_say_what_they_are_for() -> None:
    assert lists(document(MEETING)) == [
        (1, ["Kontrakt (til beslutning)", "(uden bilag)"]),
        (4, ["Eventuelt"]),
    ]


def test_a_point_without_title_goes_by_its_first_bilag() -> None:
    made = document(MEETING.replace("    title: Kontrakt\n", ""))
    assert lists(made)[0] == (1, ["Udkast (til beslutning)", "(uden bilag)"])


def test_where_only_the_bilag_are_known_their_list_is_the_agenda() -> None:
    bare = MEETING[: MEETING.index("  - number: 4")]
    for line in ("    title: Kontrakt\n", "    purpose: til-beslutning\n"):
        bare = bare.replace(line, "")
    assert headings(document(bare)) == ["Bilagsliste"]


def test_a_meeting_without_bilag_has_no_list_of_them() -> None:
    made = document("kind: meeting\nid: m\ntitle: Møde\ndate: 2021-09-01\nagenda: [{number: 1}]\n")
    assert not any(isinstance(block, Table) for block in made.blocks)
    assert headings(made) == ["Dagsorden"]


def test_an_english_meeting_is_english() -> None:
    made = document(MEETING.replace("id: 2021-09", "id: 2021-09\nlanguage: en"))
    assert headings(made) == ["Agenda", "List of appendices"]
    assert lists(made)[0][1] == ["Kontrakt (for decision)", "(no appendix)"]


def test_what_is_said_of_the_points_follows_on_a_page_of_its_own() -> None:
    (made,) = documents(meeting(AGENDA))
    assert headings(made) == [
        "Dagsorden",
        "2. Driftsaftale",
        "Sagsfremstilling",
        "Indstilling",
        "7. Status",
        "Sagsfremstilling",
    ]
    assert [block.id for block in made.blocks if isinstance(block, Heading) and block.new_page] == [
        "agenda/2/title"
    ]


def test_the_agenda_leads_to_what_is_said_of_a_point() -> None:
    (made,) = documents(meeting(AGENDA))
    every = (inline for block in blocks_within(made.blocks) for inline in own_inlines(block))
    assert [(plain_text(link.content), link.target) for link in every if isinstance(link, Link)] == [
        ("Driftsaftale", "#agenda/2/title"),
        ("Status", "#agenda/7/title"),
        ("aftalen", "#agenda/2/title"),
    ]


def test_the_texts_are_read_as_those_of_a_contract() -> None:
    text = MEETING + "    sagsfremstilling: Se <b>her</b> og [der](#findes-ikke).\n"
    assert found(text) == [("KD301", "<b>"), ("KD301", "</b>"), ("KD310", "der")]


def test_a_text_names_a_bilag_by_its_number_whatever_that_becomes() -> None:
    agenda = """\
- number: 1
  bilag: [{title: Aftale, document: aftale@1}]
- number: 2
  sagsfremstilling: Svaret er bilag {{ bilag.svar }}.
  bilag: [{title: Svar, id: svar, file: attachments/svar.pdf}]
"""
    (made,) = documents(meeting(agenda))
    assert "Svaret er bilag 2." in paragraphs(made)
    more = "- {number: 3, title: Igen, sagsfremstilling: 'Bilag {{ bilag.svar }} og {{ bilag.ny }} er svar.'"
    more += ", bilag: [{title: Ny, id: ny, file: ny.pdf}]}"
    (made,) = documents(tillaeg(more), meeting(agenda))
    assert "Bilag 2 og 3 er svar." in paragraphs(made)


# --- tillæg


def test_a_tillaeg_says_what_it_goes_on_from_and_lists_its_own_points() -> None:
    more = """\
- {number: 2, sagsfremstilling: Der er kommet et svar., indstilling: Den indstilles afvist.}
- {number: 8, title: Isvinter, purpose: til-droeftelse}
"""
    (made,) = documents(tillaeg(more), meeting(AGENDA))
    opening = [plain_text(block.content) for block in made.blocks[:3] if isinstance(block, Paragraph)]
    assert made.id == "meeting-2024-03-tillaeg"
    assert opening == [
        "Tillægsdagsorden",
        "Tillæg til dagsordenen af 15. marts 2024: Møde i havneudvalget",
        "Her står kun det, der er nyt eller ændret. Resten gælder som udsendt.",
    ]
    assert lists(made) == [
        (2, ["Driftsaftale (til beslutning)"]),
        (8, ["Isvinter (nyt punkt, til drøftelse)"]),
    ]
    assert headings(made) == [
        "Tillægsdagsorden",
        "2. Driftsaftale",
        "Supplerende sagsfremstilling",
        "Indstilling (erstatter den udsendte)",
    ]


def test_a_second_tillaeg_counts_itself() -> None:
    again = tillaeg("- {number: 9, title: Ny}", to="2024-03-tillaeg", name="2024-03-tillaeg-2")
    (made,) = documents(again, meeting(AGENDA), tillaeg("- {number: 8, title: Isvinter}"))
    line = made.blocks[1]
    assert isinstance(line, Paragraph)
    assert plain_text(line.content).startswith("Tillæg 2 til dagsordenen af 15. marts 2024: ")


def test_a_tillaeg_keeps_the_words_that_the_meeting_wished_for() -> None:
    base = meeting(AGENDA, "labels: {til-beslutning: til afgørelse}\n")
    (made,) = documents(tillaeg("- {number: 2}"), base)
    assert lists(made) == [(2, ["Driftsaftale (til afgørelse)"])]
