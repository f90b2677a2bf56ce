"""The author's guide is true: its examples are read without a finding, and its findings are given."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kdnet_docs.assembly.labels import words
from kdnet_docs.assembly.plan import Plan
from kdnet_docs.assembly.values import resolve
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Language
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.checks.run import examine
from kdnet_docs.cli.findings.faces import FACES
from kdnet_docs.cli.findings.page import Page
from kdnet_docs.meeting.check import check
from kdnet_docs.model.authored import Authored
from kdnet_docs.model.contract import Contract
from kdnet_docs.sources.project import Project
from kdnet_docs.sources.read import read

DOCS = Path(__file__).parents[2] / "docs"
GUIDES: dict[Language, str] = {"da": "vejledning.md", "en": "source-format.md"}

# A block of YAML, and the finding it gives where a block of text follows it. The words after "yaml" say
# how the block becomes a whole file: none, it is one; "body" and "keys", it goes below the guide's first
# file, as parts of its body or as keys of its own; "agenda", it goes below the guide's meeting, as points of
# its agenda; "line=N" or "line=N-M", it takes the place of those lines.
BLOCK = re.compile(
    r"^```yaml(?P<how>[^\n]*)\n(?P<yaml>.*?)^```\n"
    r"(?:\n```text\n(?P<finding>.*?)^```\n)?",
    re.DOTALL | re.MULTILINE,
)
KEPT = re.compile(r"contract_sources/[\w./-]+\.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A whole source made from a block of the guide, and the finding the guide says it gives."""

    language: Language
    line: int
    text: str
    finding: str

    def __str__(self) -> str:
        return f"{GUIDES[self.language]}:{self.line}"


def guide(language: Language) -> str:
    return (DOCS / GUIDES[language]).read_text("utf-8")


def name_of(language: Language) -> str:
    """Where the guide says its first file goes."""
    name = KEPT.search(guide(language))
    assert name
    return name[0]


def examples(language: Language) -> Iterator[Example]:
    text = guide(language)
    blocks = list(BLOCK.finditer(text))
    first = blocks[0]["yaml"]
    meeting = next(block["yaml"] for block in blocks if block["yaml"].startswith("kind: meeting"))
    for block in blocks:
        line = text.count("\n", 0, block.start()) + 1
        source = completed(block["yaml"], block["how"].strip(), first, meeting)
        yield Example(language=language, line=line, text=source, finding=block["finding"] or "")


def completed(yaml: str, how: str, first: str, meeting: str) -> str:
    if how == "agenda":
        return f"{meeting}{yaml}"
    if how in ("body", "keys"):
        return f"{first}\n{yaml}"
    if lines := re.fullmatch(r"line=(\d+)(?:-(\d+))?", how):
        kept = first.splitlines(keepends=True)
        kept[int(lines[1]) - 1 : int(lines[2] or lines[1])] = [yaml]
        return "".join(kept)
    assert not how
    return yaml


ALL = [example for language in GUIDES for example in examples(language)]


def found_in(example: Example) -> str:
    model = read(Source(name_of(example.language), example.text))
    findings = model.diagnostics if isinstance(model, Refused) else examine(model)[1]
    page = Page(language=example.language, root=None, here=Path("/"), width=100, colour=False)
    return FACES["full"](findings, page)


@pytest.mark.parametrize("example", [example for example in ALL if not example.finding], ids=str)
def test_an_example_gives_no_finding(example: Example) -> None:
    assert found_in(example) == ""


@pytest.mark.parametrize("example", [example for example in ALL if example.finding], ids=str)
def test_a_mistake_gives_the_finding_that_is_shown(example: Example) -> None:
    given, _, _summary = found_in(example).rpartition("\n\n")
    assert given == example.finding.rstrip("\n")


@pytest.mark.parametrize("language", GUIDES)
def test_the_whole_files_lie_where_the_guide_says_and_make_a_meeting(
    language: Language, tmp_path: Path
) -> None:
    files = [block["yaml"] for block in BLOCK.finditer(guide(language)) if not block["how"]]
    places = re.findall(rf"`({KEPT.pattern})`", guide(language))
    for place, text in zip(places, files, strict=True):
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    project = Project(tmp_path)
    assert project.meetings() == ("2024-03", "2024-03-tillaeg")
    assert check(project, ()) == ()


@pytest.mark.parametrize("language", GUIDES)
def test_every_key_is_told_of(language: Language) -> None:
    told = set(re.findall(r"`([a-z-]+)`", guide(language)))
    assert {key for model in models() for key in keys_of(model)} - told == set()


def models() -> Iterator[type[Authored]]:
    """Every part of a source that the models know."""
    waiting = list(Authored.__subclasses__())
    while waiting:
        model = waiting.pop()
        yield model
        waiting.extend(model.__subclasses__())


def keys_of(model: type[Authored]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


@pytest.mark.parametrize("language", GUIDES)
def test_every_parameter_gives_the_words_beside_it(language: Language) -> None:
    shown = dict(re.findall(r"^\| `\{\{ (.+?) \}\}` \| (.+?) \|", guide(language), re.MULTILINE))
    scope = plan_with_goals(language).scope()
    place = Span(Source("", " "), 0, 0)
    given = {name: resolve(name.replace("\\|", "|"), scope, language, place) for name in shown}
    assert given == shown
    # A contract's title is known too, but is no more than the line that it stands on.
    assert {re.split(r"[. ]", name)[0] for name in shown} == scope.keys() - {"title"}


def plan_with_goals(language: Language) -> Plan:
    """What the guide's first file plans, with the goals that the guide adds to it."""
    (text,) = (example.text for example in examples(language) if "\nappendices:" in example.text)
    contract = read(Source("", text))
    assert isinstance(contract, Contract)
    findings: list[Diagnostic] = []
    plan = Plan(contract, findings)
    assert findings == []
    return plan


@pytest.mark.parametrize("language", GUIDES)
def test_every_label_has_the_word_beside_it(language: Language) -> None:
    table = guide(language)[guide(language).index("| `between` |") :].partition("\n\n")[0]
    shown = dict(re.findall(r"^\| `([a-z-]+)` \| (.*?) \|", table, re.MULTILINE))
    # The line for a date is kept wide with spaces that a table cannot show.
    assert shown == {key: re.sub("\u00a0+", " ", word) for key, word in words(language).items()}


def test_both_guides_have_the_same_parts() -> None:
    outline = re.compile(r"^#+ |^```yaml.*$", re.MULTILINE)
    assert outline.findall(guide("da")) == outline.findall(guide("en"))
