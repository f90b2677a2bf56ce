"""The README and the other pages are true: commands, files, links and the finding that a mistake gives."""

import re
from pathlib import Path

import pytest

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.base.spans import Source
from kdnet_docs.checks.run import examine
from kdnet_docs.cli.findings.faces import FACES
from kdnet_docs.cli.findings.page import Page
from kdnet_docs.cli.group import COMMANDS
from kdnet_docs.sources.read import read

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    assert [link for link in links if not _leads_somewhere(page, link)] == []


def _leads_somewhere(page: Path, link: str) -> bool:
    name, _, part = link.partition("#")
    target = page.parent / name if name else page
    return target.exists() and (not part or part in _headings(target.read_text("utf-8")))


def _headings(text: str) -> set[str]:
    """The names by which headings can be linked to, as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_readme_names_every_command_and_no_others() -> None:
    named = set(re.findall(r"`kdnet ([a-z-]+)", README))
    assert named == set(COMMANDS)


def test_the_readme_names_targets_that_make_knows() -> None:
    targets = re.findall(r"^([a-z%-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    patterns = [target.replace("%", r"(?:\d{4}-\d{2}|[a-z-]+@\d{4}|NAME)") for target in targets]
    named = set(re.findall(r"(?:`|^    )make ([a-z]+(?:-[\w@-]+)?)", README, re.MULTILINE))
    assert [name for name in named if not any(re.fullmatch(pattern, name) for pattern in patterns)] == []


def test_the_first_mistake_gives_the_finding_that_the_readme_shows() -> None:
    source = re.search(r"`(contract_sources/\S+\.yaml)`", README)
    before, after = re.search(r"find `(\[.+?\])` and make\s+it `(\[.+?\])`", README).groups()  # type: ignore[union-attr]
    shown = re.search(r"```text\n(.*?)```", README, re.DOTALL)
    assert source
    assert shown
    text = (ROOT / source[1]).read_text("utf-8")
    assert text.count(before) == 1
    model = read(Source(source[1], text.replace(before, after)))
    assert not isinstance(model, Refused)
    findings = [finding for finding in examine(model)[1] if finding.code.value == "KD501"]
    page = Page(language="en", root=None, here=Path("/"), width=100, colour=False)
    given, _, _summary = FACES["full"](findings, page).rpartition("\n\n")
    assert given == re.sub("^   ", "", shown[1], flags=re.MULTILINE).rstrip()


def test_the_first_change_can_be_made() -> None:
    quoted = re.search(r'Find "(.+?)" and', README)
    source = re.search(r"`(contract_sources/\S+\.yaml)`", README)
    assert quoted
    assert source
    assert (ROOT / source[1]).read_text("utf-8").count(quoted[1]) == 1


def test_the_architecture_names_every_room_and_only_what_is_there() -> None:
    rooms = {path.name for path in (ROOT / "kdnet_docs").iterdir() if (path / "__init__.py").exists()}
    assert set(re.findall(r"^\| `(\w+)/` \|", ARCHITECTURE, re.MULTILINE)) == rooms
    tests = re.findall(r"`(tests/[\w/.]+)`", ARCHITECTURE)
    files = [
        f"kdnet_docs/{file}"
        for file in re.findall(r"`((?:\w+/)+\w+\.py)`", ARCHITECTURE)
        if "tests/" not in file
    ]
    assert [name for name in (*tests, *files) if not (ROOT / name).exists()] == []


def test_every_decision_stands_in_the_list() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\(([\w-]+\.md)\)", (folder / "README.md").read_text("utf-8"))
    assert sorted(listed) == sorted(path.name for path in folder.glob("*.md") if path.name != "README.md")


def test_pictures_are_small() -> None:
    pictures = list((ROOT / "docs" / "images").iterdir())
    assert pictures
    assert [path.name for path in pictures if path.stat().st_size > 200_000] == []
