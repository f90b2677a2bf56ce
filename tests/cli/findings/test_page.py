from pathlib import Path

from findings import finding

from kdnet_docs.base.spans import Span
from kdnet_docs.cli.findings.page import Page, called_from


def test_a_source_is_called_as_it_is_found_from_the_current_folder(tmp_path: Path) -> None:
    inside = tmp_path / "projekt" / "contract_sources"
    inside.mkdir(parents=True)
    (inside / "a.yaml").touch()
    for here, name in (
        (tmp_path, "projekt/contract_sources/a.yaml"),
        (tmp_path / "projekt", "contract_sources/a.yaml"),
        (inside, "a.yaml"),
        (inside.parent / "x", "../contract_sources/a.yaml"),
    ):
        page = Page(language="da", root=tmp_path / "projekt", here=here, width=80, colour=False)
        assert page.file(_span("contract_sources/a.yaml")) == name


def test_a_source_that_is_not_there_keeps_its_name(tmp_path: Path) -> None:
    page = Page(language="da", root=tmp_path, here=tmp_path, width=80, colour=False)
    assert page.file(_span("findes/ikke.yaml")) == "findes/ikke.yaml"


def test_far_away_the_whole_path_is_shorter(tmp_path: Path) -> None:
    assert called_from(tmp_path / "a/b/c/d/e/f", Path("/etc/hosts")) == "/etc/hosts"


def _span(name: str) -> Span:
    span = finding("a: b\n", "a", name=name).span
    assert span is not None
    return span
