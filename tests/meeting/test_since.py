"""A package that was built here is found by its meeting, and its sources are held against it."""

from pathlib import Path

import pytest
from command_line import project

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.meeting.build import Built, build
from kdnet_docs.meeting.since import built_folders, changed_since
from kdnet_docs.meeting.verify import Verified, verify
from kdnet_docs.sources.project import Project


@pytest.fixture
def home(tmp_path: Path) -> Project:
    return Project(project(tmp_path))


def test_a_meeting_is_found_where_it_was_built(home: Project) -> None:
    out = home.root / "ud"
    refused = built_folders(home, "2022-03", out)
    assert isinstance(refused, Refused)
    assert str(refused.diagnostics[0].hint) == "build it first: `kdnet build 2022-03`"
    built = build(home, "2022-03", out, ("txt",), "typst")
    assert isinstance(built, Built)
    assert built_folders(home, "2022-03", out) == (built.folder,)
    assert built_folders(home, str(home.root / "contract_sources/meetings/2022-03.yaml"), out) == (
        built.folder,
    )


@pytest.mark.parametrize(("name", "code"), [("aftale@2022", "KD606"), ("2022-04", "KD401"), ("nej", "KD401")])
def test_what_has_no_package_is_refused(name: str, code: str, home: Project) -> None:
    refused = built_folders(home, name, home.root / "ud")
    assert isinstance(refused, Refused)
    assert [one.code.value for one in refused.diagnostics] == [code]


def test_the_sources_that_have_changed_since_are_named(home: Project) -> None:
    built = build(home, "2022-03", home.root / "ud", ("txt",), "typst")
    assert isinstance(built, Built)
    assert built.folder is not None
    verified = verify(built.folder)
    assert isinstance(verified, Verified)
    assert changed_since(home, verified.manifest) == ()
    contract = home.root / "contract_sources/contracts/aftale/2022.yaml"
    contract.write_text(contract.read_text("utf-8") + "# rettet\n", encoding="utf-8")
    assert changed_since(home, verified.manifest) == ("contract_sources/contracts/aftale/2022.yaml",)
