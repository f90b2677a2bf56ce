"""What differs in signs and spelling alone, and what does not."""

import pytest

from kdnet_docs.reading.typography import only_typography


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Afreportering", "Afrapportering"),
        ("afreporterer", "afrapporterer"),
        ("vejlede", "vejledte"),
        ("SMVer", "SMV'er"),
        ("plattform", "platform"),
        ("Satspuljeprosjekt", "Satspuljeprojekt"),
        ("Randers-klyngen", "Randersklyngen"),
        ("over for", "overfor"),
        ("bl. a.", "bl.a."),
        ("pkt", "pkt."),
        ('"i høj grad"', "”i høj grad”"),
        ("2021-2023", "2021 – 2023"),
        ("10 pct.", "10\u00a0pct."),
        ("65pct.", "65 pct."),
        ("aftalen.:", "aftalen:"),
    ],
)
def test_signs_and_spelling(old: str, new: str) -> None:
    assert only_typography(old, new, "da")
    assert only_typography(new, old, "da")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("bor", "bør"),
        ("kan", "skal"),
        ("skal", "skal ikke"),
        ("ikke", ""),
        ("enig", "uenig"),
        ("mindst", "mindsk"),
        ("kommune", "kommuner"),
        ("borgere", "borgerne"),
        ("filialen", "filialerne"),
        ("bestyrelsens", "bestyrelsers"),
        ("modtage", "medtage"),
        ("afgiver", "angiver"),
        ("halvårlig", "helårlig"),
        ("aftalte", "aftale"),
        ("leder", "lever"),
        ("Erhvervshuset", "erhvervshuset"),
        ("et lokalt", "to lokale"),
        ("10 5", "105"),
        ("3-4", "34"),
        ("kommunerne som deltager", "kommunerne, som deltager"),
    ],
)
def test_what_could_mean_something_is_no_typography(old: str, new: str) -> None:
    assert not only_typography(old, new, "da")
    assert not only_typography(new, old, "da")


def test_a_full_stop_at_the_end_of_a_paragraph_says_nothing() -> None:
    assert only_typography("dets opland", "dets opland.", "da", ends=True)
    assert not only_typography("dets opland", "dets opland.", "da")
