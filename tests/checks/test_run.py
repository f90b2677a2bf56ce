from authored import BROKEN, model

from kdnet_docs.checks.run import examine


def test_the_findings_of_assembly_and_of_all_checks_come_together_in_reading_order() -> None:
    findings = examine(model(BROKEN))[1]
    assert [one.code.value for one in findings] == ["KD310", "KD301", "KD301", "KD205", "KD501", "KD502"]
