"""Two spellings of one word are told from two words."""

import pytest

from kdnet_docs.checks.reading.alternations import alternations
from kdnet_docs.checks.reading.vocabulary import stem


def _pairs(*words: str) -> list[tuple[str, str]]:
    return list(alternations(dict.fromkeys(map(stem, words))))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("afrapporterer", "afreporterer"),
        ("Afrapportering", "afraportering"),
        ("vidensinstitutioner", "videninstitution"),
        ("driftssegment", "driftsegmenterne"),
        ("resultatopgørelsen", "resultatsopgørelse"),
        ("Randers-klyngen", "Randersklyngens"),
        ("Århus", "Aarhus"),
        ("kvalificering", "kvaleficeringen"),
        ("transkription", "transskription"),
        ("arbejdsstyrken", "arbejdstyrke"),
    ],
)
def test_two_spellings_of_a_word_are_one_word(one: str, other: str) -> None:
    assert len(_pairs(one, other)) == 1
    assert len(_pairs(other, one)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kontakten", "kontrakten"),
        ("kontaktperson", "kontraktperson"),
        ("forretning", "forrentning"),
        ("fastsatte", "fastsættes"),
        ("udfyldning", "udfoldning"),
        ("anskaffelse", "afskaffelse"),
        ("materialet", "materiellet"),
        ("indvinding", "indvending"),
        ("tilbud", "tilbuddet"),
        ("afrapportere", "afrapporteres"),
        ("virksomhedernes", "virksomhedens"),
        ("medarbejdernes", "medarbejderens"),
        ("nationale", "internationale"),
        ("forslaget", "forlaget"),
    ],
)
def test_two_words_that_look_alike_are_two(one: str, other: str) -> None:
    assert _pairs(one, other) == []


def test_all_forms_of_a_word_make_one_pair() -> None:
    forms = (
        "afrapporterer",
        "afrapporteres",
        "afrapportering",
        "afreporterer",
        "afreporteret",
        "afreportering",
    )
    assert _pairs(*forms) == [("afrappor", "afrepor")]
