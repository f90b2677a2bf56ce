"""`kdnet format`: files set up in place, and those that cannot be are left alone."""

import re
from pathlib import Path

from command_line import CONTRACT, kdnet, project

from kdnet_docs.cli import exits

UNTIDY = (
    CONTRACT.replace("    id: indledning\n", "")
    .replace("  - section", "- section")
    .replace("    text", "  text")
)


def test_files_are_set_up_and_named_and_the_second_time_there_is_nothing_to_do(tmp_path: Path) -> None:
    here = project(tmp_path, UNTIDY)
    run = kdnet("format", here=here)
    assert run.returncode == exits.OK
    assert run.stdout == "set up: contract_sources/contracts/aftale/2022.yaml\n"
    assert (here / "contract_sources/contracts/aftale/2022.yaml").read_text("utf-8") == CONTRACT
    assert kdnet("format", here=here).stdout == "Nothing to change.\n"


def test_new_ids_are_those_that_the_document_had_already(tmp_path: Path) -> None:
    sections = "".join(
        f"  - section: {title}\n    text: a\n" for title in ("Økonomi", "Økonomi", "Mål & midler")
    )
    here = project(tmp_path, CONTRACT.partition("  - section")[0] + sections)
    before = kdnet("build", "aftale@2022", "--format", "html", here=here)
    assert before.returncode == exits.OK
    page = here / "build/aftale-2022-udkast.html"
    anchors = re.findall('id="[^"]+"', page.read_text("utf-8"))
    assert kdnet("format", here=here).returncode == exits.OK
    text = (here / "contract_sources/contracts/aftale/2022.yaml").read_text("utf-8")
    assert [line.strip() for line in text.splitlines() if "    id:" in line] == [
        "id: oekonomi",
        "id: oekonomi-2",
        "id: maal-midler",
    ]
    kdnet("build", "aftale@2022", "--format", "html", here=here)
    assert re.findall('id="[^"]+"', page.read_text("utf-8")) == anchors


def test_a_file_that_cannot_be_read_is_left_alone_and_the_others_are_not(tmp_path: Path) -> None:
    here = project(tmp_path, UNTIDY, "kind: [meeting\n")
    run = kdnet("format", here=here)
    assert run.returncode == exits.FINDINGS
    assert "error[KD106]" in run.stderr
    assert "set up: contract_sources/contracts/aftale/2022.yaml" in run.stdout
    assert (here / "contract_sources/meetings/2022-03.yaml").read_text("utf-8") == "kind: [meeting\n"


def test_a_file_with_mistakes_in_its_values_is_set_up_all_the_same(tmp_path: Path) -> None:
    here = project(tmp_path, UNTIDY.replace("status:", "stadie:  "))
    run = kdnet("format", "contract_sources/contracts/aftale/2022.yaml", here=here)
    assert run.returncode == exits.OK
    assert "stadie: udkast\n" in (here / "contract_sources/contracts/aftale/2022.yaml").read_text("utf-8")


def test_the_sources_of_the_house_have_nothing_to_change() -> None:
    assert kdnet("format").stdout == "Nothing to change.\n"
