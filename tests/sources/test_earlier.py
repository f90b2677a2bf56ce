from pathlib import Path

from command_line import CONTRACT, project

from kdnet_docs.model.contract import Contract
from kdnet_docs.sources.earlier import earlier_version
from kdnet_docs.sources.project import Project


def test_the_version_before_is_the_newest_of_the_older_ones_with_figures_read_as_numbers(
    tmp_path: Path,
) -> None:
    here = Project(project(tmp_path))
    folder = here.root / "contract_sources/contracts/aftale"
    for version in ("2021-9", "2021-10", "2021-11"):
        (folder / f"{version}.yaml").write_text(
            CONTRACT.replace("version: 2022", f"version: {version}"), "utf-8"
        )
    for version, before in (("2021-11", "2021-10"), ("2021-10", "2021-9"), ("2021-9", None)):
        model = here.read(f"aftale@{version}")
        assert isinstance(model, Contract)
        found = earlier_version(here, model)
        assert (found.version if found else None) == before
