"""From a line on a page to the line of its source, held against sources that are read line by line."""

import re
from pathlib import Path

import pytest
from project_documents import document
from traced_package import (
    ALONE,
    CONTRACT,
    MEETING,
    STATUS,
    WHOLE,
    WORD,
    Package,
    line_of,
    lines,
    opened,
    package,
)
from word_files import converted

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.tree import Paragraph
from kdnet_docs.document.walk import blocks_within, plain_text
from kdnet_docs.tracing.found import Traced
from kdnet_docs.tracing.printed import Kind
from kdnet_docs.tracing.surroundings import Part
from kdnet_docs.tracing.trace import Asked, File, open_file, trace


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Package:
    return package(tmp_path_factory.mktemp("traced"))


DAGSORDEN, DAGSORDEN_WORD = "00 Dagsorden.pdf", "00 Dagsorden.docx"
TABLE = "03-1 Oversigt – status for initiativer om den nære psykiatri.pdf"

# The file, the page as a reader counts it, words on it, the source, and a phrase of the one line there.
PLACES = (
    # running text, over a line break of the page, of the source, and over a hyphen at the end of a line
    (WHOLE, 3, "denne resultatkontrakt inden for rammerne", CONTRACT, "{{ version }} denne resultatkontrakt"),
    (WHOLE, 4, "Midtjylland har kontorer i Aarhus", CONTRACT, "Midtjylland har kontorer"),
    (ALONE, 3, "sparringspartner.  Erhvervshus", CONTRACT, "sparringspartner. Erhvervshus"),
    (ALONE, 11, "og/eller lokale erhvervsfora", CONTRACT, "eller lokale erhvervsfora"),
    # typed otherwise than it is printed: case, spaces, quotes, dashes, without the mark of the note
    (WHOLE, 4, "JF. aftale om  rammerne for erhvervshuse 2021–2023", CONTRACT, "resultatkontrakter, jf."),
    (
        WHOLE,
        12,
        "besvares med “meget tilfreds”",
        CONTRACT,
        'erhvervshusmedarbejderens faglige kompetencer" besvares',
    ),
    (WHOLE, 8, "fordelingsnøgle:", CONTRACT, "fordelingsnøgle[^fordeling]:"),
    (WHOLE, 8, "følgende fordelingsnøgle1:", CONTRACT, "fordelingsnøgle[^fordeling]:"),
    # footnotes, list items, headings with and without their number, the table of contents
    (WHOLE, 8, "opgørelse fra KL.", CONTRACT, "[^fordeling]: Fordeling"),
    (WHOLE, 10, "Sydjylland 32 pct.", CONTRACT, "Sjælland 34 pct., Fyn 33 pct., Sydjylland 32 pct."),
    (WHOLE, 4, "• Operatør på erhvervsfremmeprojekter", CONTRACT, "Operatør på erhvervsfremmeprojekter"),
    (WHOLE, 6, "3. Grøn og cirkulær omstilling", CONTRACT, "title: Grøn og cirkulær omstilling"),
    (ALONE, 5, "Grøn og cirkulær omstilling", CONTRACT, "title: Grøn og cirkulær omstilling"),
    (WHOLE, 3, "Økonomi . . . . . . . . . 7", CONTRACT, "- section: Økonomi"),
    (
        WHOLE,
        12,
        "Mål 4 – Erhvervshusenes knudepunktsfunktion",
        CONTRACT,
        "title: Erhvervshusenes knudepunktsfunktion",
    ),
    (
        WHOLE,
        10,
        "4. Erhvervshusenes knudepunktsfunktion",
        CONTRACT,
        "title: Erhvervshusenes knudepunktsfunktion",
    ),
    # figures as the engine formats them, in the cells of a table
    (WHOLE, 8, "1.417", CONTRACT, "[Favrskov, 1.417]"),
    (ALONE, 7, "Aarhus 10.331", CONTRACT, "[Aarhus, 10.331]"),
    (WHOLE, 8, "39.010", CONTRACT, "total: {row: [Midtjylland i alt, 39.010]"),
    (WHOLE, 8, "1.000 kr.", CONTRACT, "title: 1.000 kr."),
    # parameters: a target, a total, a date, a party
    (WHOLE, 10, "45 pct.", CONTRACT, "{{ targets.kendskab-2022 }}"),
    (WHOLE, 8, "39,010 mio. kr.", CONTRACT, "{{ tables.fordeling.total.beloeb | mio }}"),
    (WHOLE, 9, "1. januar 2022", CONTRACT, "{{ effective }}"),
    # the signature block
    (WHOLE, 9, "Søren Olesen", CONTRACT, "name: Søren Olesen"),
    (WHOLE, 9, "Formand for KKR Midtjylland", CONTRACT, "title: Formand for KKR Midtjylland"),
    (WHOLE, 9, "For Erhvervshus Midtjylland d.", CONTRACT, "    name: Erhvervshus Midtjylland"),
    # the other documents of the package
    (WHOLE, 16, "Satspuljeprosjekt forventes", STATUS, "Satspuljeprosjekt forventes"),
    (TABLE, 1, "favne en større målgruppe ift. at få", STATUS, "favne en større målgruppe"),
    (TABLE, 1, '"Jeg er helt normal"', STATUS, "Jeg er helt normal"),
    (WHOLE, 1, "status for initiativer", MEETING, "title: Oversigt"),
    (DAGSORDEN, 1, "nære psykiatri", MEETING, "title: Oversigt"),
    (DAGSORDEN_WORD, 1, "Udkast til resultatkontrakt", MEETING, "title: Udkast til"),
    # the Word file, set line for line as the PDF
    (WORD, 7, "basisbevilling på 39,010", CONTRACT, "basisbevilling på"),
    (WORD, 9, "45 pct.", CONTRACT, "{{ targets.kendskab-2022 }}"),
    (WORD, 7, "opgørelse fra KL", CONTRACT, "[^fordeling]: Fordeling"),
    (WORD, 7, "10.331", CONTRACT, "[Aarhus, 10.331]"),
    (WORD, 8, "Torben Hansen", CONTRACT, "name: Torben Hansen"),
    (WORD, 2, "Ikrafttræden", CONTRACT, "- section: Ikrafttræden"),
    (WORD, 7, "i 2022. Beløbet faktureres", CONTRACT, "Beløbet faktureres"),
    (WORD, 7, "Favrskov\t1.417", CONTRACT, "[Favrskov, 1.417]"),
    (WORD, 8, "Søren Olesen\nFormand", CONTRACT, "name: Søren Olesen"),
    (WORD, 9, "7. Digitalisering og nye", CONTRACT, "title: Digitalisering og nye teknologier"),
)


@pytest.mark.parametrize(("file", "page", "words", "source", "phrase"), PLACES)
def test_words_on_a_page_lead_to_their_line(  # noqa: PLR0913, PLR0917 - the columns of the table
    there: Package, file: str, page: int, words: str, source: str, phrase: str
) -> None:
    found = there.places(file, words, page)
    expected = source, line_of(there.project, source, phrase)
    assert expected in [line for place in found for line in lines(place)]
    assert len(found) == 1
    assert all(place.state and place.state.commit == there.commit for place in found)
    assert page in found[0].pages


DEFINED = (
    (10, "45 pct.", "                    value: 45"),
    (8, "39,010 mio. kr.", "total: {row: [Midtjylland i alt, 39.010]"),
    (9, "1. januar 2022.", "effective: 2022-01-01"),
)


@pytest.mark.parametrize(("page", "words", "phrase"), DEFINED)
def test_a_parameter_leads_to_its_value_too(there: Package, page: int, words: str, phrase: str) -> None:
    (place,) = there.places(WHOLE, words, page)
    (spot,) = place.spots
    assert spot.kind is Kind.PARAMETER
    assert spot.defined
    assert spot.defined.line == line_of(there.project, CONTRACT, phrase)


def test_the_words_are_marked_and_not_their_paragraph(there: Package) -> None:
    (place,) = there.places(WHOLE, "har kontorer i Aarhus", 4)
    (spot,) = place.spots
    assert spot.span
    assert spot.span.text == "har kontorer i Aarhus"
    assert place.heading == "Om Erhvervshus Midtjylland"


def test_words_over_two_blocks_lead_to_both(there: Package) -> None:
    (place,) = there.places(WHOLE, "i 2022. Beløbet faktureres", 8)
    first = line_of(there.project, CONTRACT, "basisbevilling på {{")
    second = line_of(there.project, CONTRACT, "Beløbet faktureres")
    assert {(CONTRACT, first), (CONTRACT, second)} <= set(lines(place))


TOGETHER = (
    (8, "efter følgende fordelingsnøgle1:\n1.000 kr.", ["fordelingsnøgle[^fordeling]:", "title: 1.000 kr."]),
    (16, "forløb og\nhandleplan\nRM og 14 kommuner", ["forløb og handleplan", "RM og 14 kommuner"]),
)


@pytest.mark.parametrize(("page", "words", "phrases"), TOGETHER)
def test_lines_that_are_copied_together_lead_each_to_its_own(
    there: Package, page: int, words: str, phrases: list[str]
) -> None:
    """As they do with a note between them, or a table that is read across."""
    found = {line for place in there.places(WHOLE, words, page) for line in lines(place)}
    source = CONTRACT if page == 8 else STATUS
    assert {(source, line_of(there.project, source, phrase)) for phrase in phrases} <= found


def test_a_cover_is_known_as_a_whole(there: Package) -> None:
    words = "Resultatkontrakt 2022\nmellem\nKKR Midtjylland\nog\nErhvervshus Midtjylland"
    assert {place.part for place in there.places(WHOLE, words, 2)} == {Part.COVER}


def _sentences() -> list[str]:
    """The paragraphs of the contract with words enough to be told from one another."""
    every = [
        " ".join(plain_text(block.content).split())
        for block in blocks_within(document("erhvervshus-midtjylland@2022").blocks)
        if isinstance(block, Paragraph) and block.span
    ]
    return [one for one in every if len(one.split()) > 6 and every.count(one) == 1]


@pytest.mark.parametrize("file", [WHOLE, WORD])
def test_every_paragraph_leads_from_its_page_to_lines_that_have_it(there: Package, file: str) -> None:
    """Its first words are held against the very characters that tracing marks."""
    sentences = _sentences()
    assert len(sentences) > 60
    for sentence in sentences:
        words = " ".join(sentence.split()[:12])
        (page, *_), *_ = (place.pages for place in there.places(file, words))
        places = there.places(file, words, page)
        marked = " ".join(
            spot.words if spot.kind is Kind.PARAMETER else spot.span.text
            for spot in places[0].spots
            if spot.span
        )
        assert _bare(words) in _bare(marked), (words, marked)


def _bare(text: str) -> str:
    """Letters and figures alone, without the marks of notes."""
    return "".join(re.findall(r"\w", re.sub(r"\[\^.*?\]", "", text.casefold())))


# --- around the text, and what is not there -----------------------------------------------------------


def test_header_cover_watermark_and_stamp_are_called_so(there: Package) -> None:
    title = line_of(there.project, CONTRACT, "title: Resultatkontrakt {{ version }}")
    (header,) = there.places(WHOLE, "Resultatkontrakt 2022", 5)
    (cover,) = there.places(WHOLE, "Resultatkontrakt 2022", 2)
    for place, part in ((header, Part.HEADER), (cover, Part.COVER)):
        assert place.part is part
        assert place.spots[0].defined
        assert place.spots[0].defined.line == title
    (number,) = there.places(ALONE, "Side 5 af 14", 5)
    assert (number.part, [spot.defined for spot in number.spots]) == (Part.FOOTER, [None])
    (watermark,) = there.places(WHOLE, "UDKAST", 7)
    assert (watermark.part, len(watermark.pages)) == (Part.WATERMARK, 14)
    (stamp,) = there.places(WHOLE, "Bilag 1 · side 7 af 14", 8)
    assert (stamp.part, stamp.spots) == (Part.STAMP, ())


def _refused(there: Package, file: str, words: str, page: int | None = None) -> tuple[Code, str]:
    refused = there.ask(file, words, page)
    assert isinstance(refused, Refused)
    (finding,) = refused.diagnostics
    return finding.code, str(finding.hint)


def test_words_on_another_page_are_said_to_be_there(there: Package) -> None:
    assert _refused(there, WHOLE, "45 pct.", 4) == (
        Code.ON_OTHER_PAGE,
        "it stands on page 10; pages are counted through the whole file",
    )
    assert _refused(there, WHOLE, "45 pct.", 99)[0] is Code.ON_OTHER_PAGE


def test_words_that_are_nowhere_are_told_what_is_nearest(there: Package) -> None:
    code, hint = _refused(there, WHOLE, "Midtjylland har kontor i Århus, Herning")
    assert code is Code.NOT_IN_FILE
    assert "har kontorer i Aarhus, Herning" in hint
    assert hint.endswith("on page 4")


def test_all_places_on_a_page_are_told_and_the_pages_of_the_others(there: Package) -> None:
    traced = there.ask(WHOLE, "Metode", 14)
    assert not isinstance(traced, Refused)
    assert len(traced.places) == 2
    assert {place.heading for place in traced.places} == {
        "Mål 6 – Effekt i virksomhederne",
        "Mål 7 – Digitalisering og nye teknologier",
    }
    assert set(traced.elsewhere) >= {11, 12, 13, 15}


@pytest.mark.parametrize(
    ("name", "content"),
    [("notat.pdf", b""), ("notat.pdf", b"%PDF-1.7 broken"), ("notat.docx", b"PK\x03\x04 broken")],
)
def test_a_file_of_another_make_is_a_finding(there: Package, name: str, content: bytes) -> None:
    refused = open_file(there.project, File(name=name, content=content))
    assert isinstance(refused, Refused)
    assert [one.code for one in refused.diagnostics] == [Code.NO_BUILT_FILE]


def test_a_word_file_saved_by_libreoffice_leads_to_the_same_lines(there: Package, tmp_path: Path) -> None:
    saved = tmp_path / "gemt.docx"
    saved.write_bytes(converted((there.folder / WORD).read_bytes(), "docx", tmp_path))
    found = opened(there.project, saved)
    assert not isinstance(found, Refused)
    for words in (
        "45 pct.",
        "Torben Hansen",
        "opgørelse fra KL",
        "10.331",
        "1. Samarbejde mellem erhvervshus",
    ):
        traced = trace(found, Asked(words=words))
        assert isinstance(traced, Traced)
        assert [lines(one) for one in traced.places] == [lines(one) for one in there.places(WORD, words)]
