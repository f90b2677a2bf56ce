"""Whatever the steps say, accepting gives the new text and rejecting the old."""

from collections.abc import Iterator
from random import Random

import pytest
from tracked_changes import grid, merged, para, shown

from kdnet_docs.alignment.steps import Deleted, Inserted, MovedFrom, MovedTo, Paired, RowStep, Step, TablePair
from kdnet_docs.ooxml.xml import Element, qualified

WORDS = ("mål", "80", "pct.", "<link>", "*stærkt*", "erhverv", "og", "\n", "^1")
STYLES = ("BodyText", "Heading1", "ListBullet")


class Text:
    """A text at random of paragraphs, and of tables with a gap below each."""

    def __init__(self, random: Random, names: str) -> None:
        self.names = random.sample(names, random.randint(1, len(names)))
        self.tables: dict[str, Element] = {}
        self.elements: list[Element] = []
        for name in self.names:
            if random.random() < 0.25:
                self.tables[name] = grid(
                    *([_words(random), _words(random)] for _ in range(random.randint(1, 3)))
                )
                self.elements += [self.tables[name], para("")]
            else:
                self.elements.append(para(_words(random), name, random.choice(STYLES)))
        if random.random() < 0.8 or self.elements[-1].tag == qualified("w:tbl"):
            self.elements.append(para("slut", "slut"))


def _words(random: Random) -> str:
    return " ".join(random.choices(WORDS, k=random.randint(0, 5)))


def steps(random: Random, old: Text, new: Text) -> Iterator[Step]:
    """Steps that speak of these texts, some of them truly."""
    names = sorted({*old.names, *new.names, "slut", "ukendt"})
    for name in random.sample(names, len(names)):
        other = random.choice(names)
        both: list[list[Step]] = [
            [Paired(old=(name,), new=(name,))],
            [Paired(old=(name,), new=(name, other))],
            [Paired(old=(name, other), new=(name,))],
            [MovedFrom(old=name, new=name), MovedTo(old=name, new=name)],
            [TablePair(old=name, new=name, caption=(), columns=((0, 0), (1, 1)), rows=())],
        ]
        one: list[list[Step]] = [[Deleted(old=name)], [Inserted(new=name)], [MovedFrom(old=name, new=other)]]
        yield from random.choice(both if name in old.names and name in new.names else one)


@pytest.mark.parametrize("seed", range(150))
def test_texts_and_steps_at_random(seed: int) -> None:
    random = Random(seed)  # noqa: S311 no secret
    old, new = Text(random, "abcde"), Text(random, "bcdef")
    found = list(steps(random, old, new))
    if random.random() < 0.5:
        random.shuffle(found)
    merged(old.elements, new.elements, found, tables=(old.tables, new.tables))


def test_what_stands_below_a_table_goes_with_it() -> None:
    tables = grid(["a"]), grid(["a"])
    step = TablePair(old="t", new="t", caption=(), columns=((0, 0),), rows=(RowStep(old="r", new="r"),))
    made = merged(
        [tables[0], para(""), para("Et.", "e")],
        [tables[1], para(""), para("To.", "n"), para("Et.", "e")],
        [step, Inserted(new="n"), Paired(old=("e",), new=("e",))],
        tables=({"t": tables[0]}, {"t": tables[1]}),
    )
    assert shown(made)[1:] == ["¶", "{+To.}+¶", "Et.¶"]
