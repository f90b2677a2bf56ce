"""No signature is ever lost to a file that is made anew."""

from pathlib import Path

import pytest
from adopted import repository
from certificates import signed

from kdnet_docs.final.in_the_way import in_the_way
from kdnet_docs.final.make import Final, make_final


@pytest.mark.parametrize("is_signed", [False, True])
def test_a_signed_file_is_in_the_way_and_another_is_not(*, is_signed: bool, tmp_path: Path) -> None:
    final = make_final(repository(tmp_path / "p"), "aftale@2022")
    assert isinstance(final, Final)
    out = tmp_path / "out"
    out.mkdir()
    for name, content in final.files.items():
        sign = is_signed and name.endswith(".pdf")
        (out / name).write_bytes(signed(content, "kommunen", "Anna Holm") if sign else content)
    refused = in_the_way(final.files, out)
    found = refused.diagnostics if refused else ()
    assert [one.code.value for one in found] == ["KD817"] * is_signed


def test_an_empty_folder_holds_nothing_that_is_in_the_way(tmp_path: Path) -> None:
    assert in_the_way(["aftale-2022-vedtaget.pdf"], tmp_path / "endnu ikke") is None
