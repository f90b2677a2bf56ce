from authored import model

from kdnet_docs.checks.run import examine

BROKEN = """\
kind: contract
id: aftale
version: 1
status: udkast
title: Aftale
date: 2022-01-01
body:
  - section: Økonomi
    text: Se [her](#findes-ikke) og <b>der</b>.
    body:
      - table: {id: t, columns: [{key: k, title: K, type: amount}], rows: [[1], [x]], total: {row: [3]}}
      - table: {id: u, columns: [{key: k, title: K, type: amount}], rows: [[1], [1]], total: {row: [3]}}
  - goals: [{group: G, goals: [{id: tom}]}]
"""


def test_the_findings_of_assembly_and_of_all_checks_come_together_in_reading_order() -> None:
    findings = examine(model(BROKEN))[1]
    assert [one.code.value for one in findings] == ["KD310", "KD301", "KD301", "KD205", "KD501", "KD502"]
