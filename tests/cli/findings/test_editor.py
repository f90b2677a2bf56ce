from findings import WARNING, finding, page, span

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Source
from kdnet_docs.cli.findings.editor import render


def test_a_line_for_each_finding_says_where_it_begins_and_ends() -> None:
    text = "kind: contract\ntitel: Aftale\n"
    assert render([finding(text, "titel"), WARNING], page(language="da")) == (
        'aftale.yaml:2:1:2:6: error KD201: nøglen "titel" er ikke kendt her (behold den ene)\n'
        "warning KD502: mål 9 er tomt"
    )


def test_a_place_of_several_lines_stays_on_one() -> None:
    (line,) = render([finding("a: |\n  b\n  c\n", "b\n  c", hint=False)], page()).splitlines()
    assert line.startswith("aftale.yaml:2:3:3:4: error KD201: ")


def test_a_note_is_called_as_editors_call_it() -> None:
    source = Source("aftale.yaml", "text: 2021 – 2023\n")
    note = Diagnostic(code=Code.PERIOD_FORM, message=msg("it stands so here"), span=span(source, "2021", 6))
    assert render([note], page()) == "aftale.yaml:1:7:1:11: info KD535: it stands so here"


def test_columns_are_counted_as_editors_count_them() -> None:
    assert render([finding("🙂 titel", "titel", hint=False)], page()).startswith("aftale.yaml:1:4:1:9: ")
