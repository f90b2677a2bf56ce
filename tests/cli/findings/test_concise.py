from findings import WARNING, finding, page

from kdnet_docs.cli.findings.concise import render


def test_a_line_for_each_finding_that_editors_can_jump_to() -> None:
    text = "kind: contract\ntitel: Aftale\n"
    assert render([finding(text, "titel"), WARNING], page()) == (
        'aftale.yaml:2:1: error[KD201] the key "titel" is not known here (keep one of them)\n'
        "warning[KD502] goal 9 is empty"
    )


def test_a_value_of_several_lines_stays_on_one() -> None:
    assert "\n" not in render([finding("a: |\n  b\n  c\n", "b\n  c")], page())
