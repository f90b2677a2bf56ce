"""The pages on findings: one for each code and language, in `kdnet_docs/explanations`."""

from dataclasses import dataclass
from pathlib import Path

from kdnet_docs.base.codes import Code
from kdnet_docs.base.messages import Language

_PAGES = Path(__file__).parents[1] / "explanations"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A page on a finding: its title, and the whole of it as Markdown."""

    title: str
    text: str


def explanation(code: Code, language: Language) -> Explanation:
    """The page on `code` for readers of `language`."""
    text = (_PAGES / language / f"{code.value}.md").read_text(encoding="utf-8")
    first = text.partition("\n")[0]
    return Explanation(first.partition(":")[2].strip(), text)
