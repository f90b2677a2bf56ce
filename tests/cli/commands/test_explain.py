import pytest
from command_line import kdnet

from kdnet_docs.base.codes import Code
from kdnet_docs.cli import exits


@pytest.mark.parametrize("typed", ["KD201", "kd201", "201", "KD-201", "[KD201]", "error[KD201]:"])
def test_a_page_in_the_readers_language_however_the_code_was_typed(typed: str) -> None:
    run = kdnet("explain", typed, language="da")
    assert run.returncode == exits.OK
    assert run.stdout.startswith("KD201: Ukendt nøgle\n")
    assert "Forkert:\n\n    forfatter: KKR Midtjylland\n" in run.stdout
    assert "```" not in run.stdout


def test_several_pages() -> None:
    run = kdnet("explain", "KD201", "KD202")
    assert run.stdout.index("KD201: Unknown key") < run.stdout.index("\n\nKD202: A key is missing")


def test_all_codes() -> None:
    lines = kdnet("explain").stdout.splitlines()
    assert [line.split("  ")[0] for line in lines] == [code.value for code in Code]
    assert all(line.split("  ")[1] for line in lines)
