"""References that follow a number, and references and links that point elsewhere."""

from authored import contract
from told_sources import edited, told

CLAUSES = contract("""\
- section: Opgaver
  id: opgaver
  clauses:
    - {title: Drift, id: drift, text: Havnen holder kajerne ved lige og rydder sne.}
    - {title: Lys, id: lys, text: Havnen holder lysene tændt hele natten.}
    - {title: Vagt, id: vagt, text: "Vagten følger pkt. {{ clauses.lys }} og siden pkt. {{ clauses.lys }}."}
""")


def test_a_reference_follows_the_number_of_its_clause() -> None:
    new = edited(
        CLAUSES,
        (
            "    - {title: Lys",
            "    - {title: Vand, id: vand, text: Der er vand ved alle pladser.}\n      - {title: Lys",
        ),
    )
    assert told(CLAUSES, new) == [
        "clause-added: ”2. Vand” er kommet til",
        "clause-renumbered: Under ”Opgaver” er nr. 2 nu nr. 3; 3 er nu 4",
        "reference: Henvisningen til ”Lys” er fulgt med nummeret fra 2 til 3",
    ]


def test_a_reference_points_at_another_clause() -> None:
    new = edited(CLAUSES, ("følger pkt. {{ clauses.lys }}", "følger pkt. {{ clauses.drift }}"))
    assert told(CLAUSES, new) == ["reference: En henvisning peger nu på ”1 Drift” i stedet for ”2 Lys”"]


def test_a_link_leads_elsewhere() -> None:
    linked = edited(
        CLAUSES, ("text: Havnen holder kajerne ved lige og rydder sne.", 'text: "Havnen rydder [sne](#lys)."')
    )
    new = edited(linked, ("(#lys)", "(#vagt)"))
    assert told(linked, new) == ["reference: En henvisning peger nu på ”3. Vagt” i stedet for ”2. Lys”"]
