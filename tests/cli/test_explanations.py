"""The pages tell the truth: the wrong example has the finding, the right one has none."""

import re

import pytest

from kdnet_docs.base.codes import Code, Severity
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Language
from kdnet_docs.base.spans import Source
from kdnet_docs.checks.proofreading import proofread
from kdnet_docs.checks.run import examine
from kdnet_docs.cli.explanations import explanation
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.sources.bilag import MeetingSources
from kdnet_docs.sources.read import read

LANGUAGES: tuple[Language, ...] = ("da", "en")
# A whole contract, of which an example replaces the keys that it has.
AROUND = {
    "kind": "contract",
    "id": "aftale",
    "version": "2022",
    "status": "udkast",
    "title": "Aftale",
    "date": "2022-01-01",
    "body": "[{section: Indledning, text: Parterne er enige.}]",
}
# The same of a meeting, for examples with an agenda.
AROUND_AGENDA = {"kind": "meeting", "id": "2022-01", "title": "Møde", "date": "2022-01-01"}
# The same of a status table, for examples with initiatives.
AROUND_INITIATIVES = {
    "kind": "status",
    "id": "oversigt",
    "version": "2022-01",
    "status": "udkast",
    "title": "Oversigt",
    "date": "2022-01-01",
}
# Only examples in YAML can be tried; every page may end with how to silence, in YAML too.
SHOWN = [code for code in Code if "```yaml" in explanation(code, "da").text.partition("Rigtigt:")[0]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", Code)
def test_a_page_says_what_it_is_shows_wrong_and_right_and_what_to_do(code: Code, language: Language) -> None:
    page = explanation(code, language)
    words = {"da": ("Forkert:", "Rigtigt:", "Gør sådan: "), "en": ("Wrong:", "Right:", "What to do: ")}
    assert page.text.startswith(f"# {code.value}: {page.title}\n")
    assert all(word in page.text for word in words[language])
    assert len(examples(code, language)) == 2
    assert page.text.count("\n") < 60


@pytest.mark.parametrize("code", SHOWN)
def test_the_wrong_example_has_the_finding(code: Code) -> None:
    wrong, _right = examples(code, "da")
    assert code in [finding.code for finding in findings(wrong)]


@pytest.mark.parametrize("code", SHOWN)
def test_the_right_example_has_no_finding(code: Code) -> None:
    _wrong, right = examples(code, "da")
    found = findings(right)
    # Taste differs: an example of one thing need not be perfect in all.
    assert [one for one in found if one.severity is Severity.ERROR or one.code is code] == []


def examples(code: Code, language: Language) -> list[str]:
    """What the page shows, wrong and right; not how a finding is silenced."""
    shown = re.findall(r"```(?:yaml|text)\n(.*?)```\n", explanation(code, language).text, re.DOTALL)
    return [one for number, one in enumerate(shown) if number < 2 or not one.startswith("silence:")]


def findings(example: str) -> tuple[Diagnostic, ...]:
    own = re.findall(r"^([a-z]+):", example, re.MULTILINE)
    around = AROUND_AGENDA if "agenda" in own else AROUND_INITIATIVES if "initiatives" in own else AROUND
    rest = "".join(f"{key}: {value}\n" for key, value in around.items() if key not in own)
    model = read(Source("aftale.yaml", rest + example))
    if isinstance(model, Refused):
        return model.diagnostics
    document, found = examine(model)
    source = MeetingSources(meeting=model) if isinstance(model, Meeting) else model
    return (*found, *proofread(source, (document,), lambda: None, lambda: None))
