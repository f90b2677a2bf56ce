"""Contracts at random, each word of which stands in it once, so that none can stand in for another."""

import json
from collections.abc import Callable
from itertools import count
from typing import Any

from authored import HEAD
from hypothesis import strategies as st

Draw = Callable[[st.SearchStrategy[Any]], Any]


@st.composite
def contracts(draw: Draw) -> str:
    """The source of a contract: any parts, any depth, Danish or English, with parties or without."""
    return _Author(draw).contract()


class _Author:
    """Writes one contract; what JSON is, YAML reads too."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._words = (f"ord{number}q" for number in count(1))
        self._tables = count(1)

    def word(self) -> str:
        return next(self._words)

    def contract(self) -> str:
        parties = [{"id": f"p{at}", "name": self.word()} for at in range(self._draw(st.integers(0, 3)))]
        source: dict[str, Any] = {
            "language": self._draw(st.sampled_from(["da", "en"])),
            "contents": self._draw(st.booleans()),
            "parties": parties,
            "body": self.blocks(level=1),
        }
        if self._draw(st.booleans()):
            source["appendices"] = [{"appendix": self.word(), "body": self.blocks(level=3)}]
        if parties:
            source["body"].append({"signatures": [party["id"] for party in parties]})
        return HEAD + "".join(f"{key}: {json.dumps(value)}\n" for key, value in source.items())

    def blocks(self, level: int) -> list[dict[str, Any]]:
        return [self.block(level) for _ in range(self._draw(st.integers(1, 2)))]

    def block(self, level: int) -> dict[str, Any]:
        """A block in which headings begin at `level`."""
        kinds = [
            "text",
            "table",
            *["section"] * (3 if level <= 6 else 0),
            *(["clauses", "goals"] if level <= 5 else []),
        ]
        match self._draw(st.sampled_from(kinds)):
            case "text":
                return {"text": self.prose()}
            case "table":
                return {"table": self.table()}
            case "section":
                return {"section": self.word(), "body": self.blocks(level + 1)}
            case "clauses":
                clauses = [{"title": self.word(), "text": self.prose()}, {"title": self.word()}]
                return {"section": self.word(), "text": self.prose(), "clauses": clauses}
            case _:
                goals = [
                    {"title": self.word(), "maal": self.prose()},
                    {"title": self.word(), "text": self.word()},
                ]
                return {
                    "goals": [{"group": self.word(), "overview": self.word(), "goals": goals}],
                    "overview": True,
                }

    def prose(self) -> str:
        written = {
            "words": lambda: (
                f"{self.word()} *{self.word()}* **{self.word()}**\\\n{self.word()} [{self.word()}](#{{}})"
            ),
            "list": lambda: f"1. {self.word()}\n\n   - {self.word()}\n2. `{self.word()}`",
            "quote": lambda: f"> {self.word()}\n>\n> - {self.word()}",
            "code": lambda: f"    {self.word()}\n    {self.word()}",
            "note": lambda: f"{self.word()}[^{{}}] {self.word()}\n\n[^{{}}]: {self.word()}",
        }
        return "\n\n".join(
            written[kind]().replace("](#{})", "](https://eksempel.dk)").replace("{}", f"n{at}")
            for at, kind in enumerate(
                self._draw(st.lists(st.sampled_from(sorted(written)), min_size=1, max_size=3))
            )
        )

    def table(self) -> dict[str, Any]:
        kinds = self._draw(st.lists(st.sampled_from(["text", "amount"]), min_size=1, max_size=4))
        columns = [{"key": f"k{at}", "title": self.word(), "type": kind} for at, kind in enumerate(kinds)]
        rows = [
            [self.prose() if kind == "text" else "7" for kind in kinds]
            for _ in range(self._draw(st.integers(0, 3)))
        ]
        total: dict[str, Any] = {"total": {"row": []}} if self._draw(st.booleans()) else {}
        return {"id": f"t{next(self._tables)}", "columns": columns, "rows": rows} | total
