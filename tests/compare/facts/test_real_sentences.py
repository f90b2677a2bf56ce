# ruff: noqa: E501 - words and what became of them stand side by side
"""The real contract with one word of it changed at a time: what is meant by the change, and nothing else."""

import pytest
from planted import CONTRACT
from project_documents import document

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.compare.compare import compare
from kdnet_docs.sources.read import read


@pytest.mark.parametrize(
    ("old", "new", "facts"),
    [
        ("3-4 gange om året", "5-6 gange om året", [("quantity", "3-4", "5-6")]),
        ("fire nedenstående", "tre nedenstående", [("quantity", "fire", "tre")]),
        ("af 27. januar 2021", "af 28. januar 2021", [("date", "27. januar 2021", "28. januar 2021")]),
        ("i kapitel 4 i", "i kapitel 5 i", [("reference", "kapitel 4", "kapitel 5")]),
        ("et lokalt mål og en række", "to lokale mål og en række", [("quantity", "et lokalt mål", "to lokale mål")]),
        ("medlemmerne ikke instrueres", "medlemmerne instrueres", [("obligation", "ikke", "")]),
        ("så skal Erhvervshus", "så bør Erhvervshus", [("obligation", "skal", "bør")]),
        ("Parterne\n          kan afholde", "Parterne kan ikke afholde", [("obligation", "kan", "kan ikke")]),
        ("som minimum kan se", "maksimalt kan se", [("obligation", "som minimum", "maksimalt")]),
        ("er endvidere forpligtet til", "er endvidere berettiget til",
         [("obligation", "er endvidere forpligtet til", "er endvidere berettiget til")]),
        ("har i 2019 udarbejdet", "har i 2018 udarbejdet", [("period", "2019", "2018")]),
        ("i tredje kvartal 2023", "i andet kvartal 2023",
         [("deadline", "tredje kvartal 2023", "andet kvartal 2023")]),
        ("mulighed for at indgå", "pligt til at indgå",
         [("obligation", "har mulighed for", "har pligt til")]),
        ("videninstitutioner, rådgivere", "vidensinstitutioner, rådgivere",
         [("typography", "videninstitutioner", "vidensinstitutioner")]),
        ("betydende erhvervssektorer", "betydende erhvervs-sektorer", [("typography", "erhvervssektorer", "erhvervs-sektorer")]),
        ("markedsføre sine ydelser", "vise sine ydelser frem",
         [("text-changed", "Midtjylland markedsføre sine", "Midtjylland vise sine")]),
    ],
)  # fmt: skip
def test_one_change_is_one_fact(old: str, new: str, facts: list[tuple[str, str, str]]) -> None:
    text = CONTRACT.read_text(encoding="utf-8")
    assert text.count(old) == 1
    made = read(Source("aftale.yaml", text.replace(old, new)))
    assert not isinstance(made, Refused)
    found = compare(document("erhvervshus-midtjylland@2022"), assemble(made).document).facts
    told = [
        (fact.kind.value, fact.old.text if fact.old else "", fact.new.text if fact.new else "")
        for fact in found
    ]
    assert told == facts
