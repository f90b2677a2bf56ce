from authored import contract, examined, found

from kdnet_docs.base.diagnostics import is_error

GOALS = "- goals: [{group: G, goals: [{title: Et}, {id: to}, {title: ' ', id: tre}, {title: Fire}]}]\n"


def test_an_empty_goal_is_a_warning_with_its_number() -> None:
    findings = examined(contract(GOALS))[1]
    assert [str(one.message) for one in findings] == ["goal 2 is empty", "goal 3 is empty"]
    assert not any(map(is_error, findings))
    assert found(contract(GOALS)) == [("KD502", "{id: to}"), ("KD502", "{title: ' ', id: tre}")]


def test_goals_with_titles_are_not_mentioned() -> None:
    assert found(contract("- goals: [{group: G, goals: [{title: Et}]}]\n")) == []
    assert found(contract("- text: x\n")) == []
