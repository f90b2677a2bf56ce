"""Contracts at random with parts of them closed, and the words that are."""

import json
import re

from contracts_at_random import Draw, contracts
from hypothesis import strategies as st


@st.composite
def closed_contracts(draw: Draw) -> tuple[str, frozenset[str]]:
    """A contract with parts closed at random, and the words in them."""
    lines = draw(contracts()).splitlines(keepends=True)
    closed: set[str] = set()
    made = []
    for line in lines:
        key, _, value = line.partition(": ")
        if key in ("body", "appendices"):
            content = json.loads(value)
            _close(content, draw, closed)
            line = f"{key}: {json.dumps(content)}\n"  # noqa: PLW2901
        made.append(line)
    return "".join(made), frozenset(closed)


_PARTS = ("section", "text", "title", "goals", "group", "table", "appendix")


def _close(content: object, draw: Draw, closed: set[str]) -> None:
    if isinstance(content, list):
        for item in content:
            _close(item, draw, closed)
    elif isinstance(content, dict) and "signatures" not in content and "columns" not in content:
        if any(key in content for key in _PARTS) and draw(st.integers(0, 3)) == 0:
            closed |= set(re.findall(r"ord\d+q", json.dumps(content)))
            content["closed"] = True
            return
        texts = [key for key in ("text", "maal", "overview") if isinstance(content.get(key), str)]
        if texts and set(content) - {"text"} and draw(st.integers(0, 3)) == 0:
            key = draw(st.sampled_from(texts))
            closed |= set(re.findall(r"ord\d+q", content[key]))
            content["closed"] = [key]
        for key, value in list(content.items()):
            if key != "closed":
                _close(value, draw, closed)
