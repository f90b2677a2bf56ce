"""What is said of words in which no figure, date or obligation changed."""

import pytest
from two_texts import told


@pytest.mark.parametrize(
    ("old", "new", "facts"),
    [
        ("Vi mødes. Vi taler.", "Vi mødes. Vi ler. Vi taler.", [("text-added", "", "Vi ler.")]),
        ("Vi mødes. Vi ler. Vi taler.", "Vi mødes. Vi taler.", [("text-removed", "Vi ler.", "")]),
        ("Vi mødes. Vi taler.", "Vi mødes. Vi taler. Vi ler.", [("text-added", "", "Vi ler.")]),
        (
            "Huset er en forudsætning for det.",
            "Huset er en afgørende forudsætning for det.",
            [("text-changed", "", "afgørende")],
        ),
        (
            "Kommunen indgår en nærmere aftale.",
            "Kommunen indgår en skriftlig aftale.",
            [("text-changed", "en nærmere aftale", "en skriftlig aftale")],
        ),
        (
            "Huset skal sende afreportering til kommunen.",
            "Huset skal sende afrapportering til kommunen.",
            [("typography", "afreportering", "afrapportering")],
        ),
        (
            "Huset skal svare borgerne.",
            "Huset er forpligtet til at svare borgerne.",
            [("text-changed", "skal", "er forpligtet til at")],
        ),
        (
            "Egenfinansieringen er 25% af alt.",
            "Egenfinansieringen er 25 pct. af alt.",
            [("typography", "25% af", "25 pct. af")],
        ),
        (
            "Det er 10 pct. af alt.",
            "Det er 10\u00a0pct. af alt.",
            [("typography", "10 pct", "10\u00a0pct")],
        ),
        (
            "Kommunerne mødes i Viborg, og de drøfter sagen i ro.",
            "Kommunerne mødes i Aarhus, og de drøfter sagen i hast.",
            [("text-changed", "i Viborg", "i Aarhus")],
        ),
        (
            "Ved årsværk forstås alle timer om året.",
            "Ved årsværk forstås betalte timer om året.",
            [
                (
                    "definition",
                    "Ved årsværk forstås alle timer om året.",
                    "Ved årsværk forstås betalte timer om året.",
                )
            ],
        ),
        (
            "Det betyder, at huset lukker.",
            "Det betyder, at huset åbner.",
            [("text-changed", "huset lukker", "huset åbner")],
        ),
    ],
)
def test_what_changed_words_are(old: str, new: str, facts: list[tuple[str, str, str]]) -> None:
    assert told(old, new) == facts
