"""What is changed in the same way in several places is one fact that has them all."""

import pytest
from authored import contract, document
from two_texts import facts, told

from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.sentences import sentence


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "Aftalen gælder 2019-2020.\n\nRammen er fra 2019-2020.",
            "Aftalen gælder 2021-2023.\n\nRammen er fra 2021 – 2023.",
            ["Perioden er ændret fra 2019-2020 til 2021-2023 (2 steder)"],
        ),
        (
            "Huset sender plattform.\n\nVi læser plattform her.",
            "Huset sender platform.\n\nVi læser platform her.",
            ["Kun stavemåde eller tegn er anderledes: ”plattform” er blevet til ”platform” (2 steder)"],
        ),
        (
            "De 18 kommuner mødes.\n\nVi ser 18 kommuner.",
            "De 19 kommuner mødes.\n\nVi ser 19 kommuner.",
            None,
        ),
    ],
)
def test_the_same_change_is_one_fact(old: str, new: str, said: list[str] | None) -> None:
    found = facts(old, new)
    assert [len(fact.places) for fact in found] == [2]
    assert said is None or [sentence(fact).to("da") for fact in found] == said


def test_what_counts_time_or_binds_stays_each_its_own() -> None:
    old = "Huset skal svare inden 3 måneder.\n\nKommunen skal betale inden 3 måneder."
    new = "Huset kan svare inden 6 måneder.\n\nKommunen kan betale inden 6 måneder."
    assert len(told(old, new)) == 4


def test_another_label_of_goals_is_told_once() -> None:
    body = """\
- goals:
    - group: Fælles mål
      id: faelles
      goals:
        - {title: Liv, id: liv, text: Ord.}
        - {title: Ro, id: ro, text: Ord.}
"""
    old, new = (
        document(contract(body).replace("body:", f"labels: {{goal: {label}}}\nbody:", 1))
        for label in ("Mål", "Resultatmål")
    )
    assert [sentence(fact).to("da") for fact in compare(old, new).facts] == [
        "Kun formateringen er anderledes: ”Mål 1” er blevet til ”Resultatmål 1” (2 steder)"
    ]


def test_commas_alone_are_signs() -> None:
    old = "Huset hjælper, hvor det kan, og svarer.\n\nDet er stort, nyt og godt."
    new = "Huset hjælper hvor det kan og svarer.\n\nDet er stort nyt og godt."
    assert told(old, new) == [("typography", ",", "")]
    assert [kind for kind, _, _ in told("Det er stort, nyt og godt.", "Det er stort og godt.")] == [
        "text-changed"
    ]
