"""Sample files of tagged PDF, and damage done to them."""

import re
from pathlib import Path

from hand_made_pdf import pdf
from hypothesis import strategies as st
from peculiar_parts import PECULIAR

SAMPLES = {
    file.stem: file.read_bytes()
    for file in sorted((Path(__file__).parent / "tagged_pdf" / "samples").glob("*.pdf"))
}


class Damaged:
    """A sample, and what was done to it in turn: the kind, where, and the length or the byte."""

    def __init__(self, sample: str, damage: list[tuple[str, int, int]], content: bytes) -> None:
        self.content = content
        self._damage = f"Damaged({sample}, {damage})"

    def __repr__(self) -> str:
        # Without the content, which no one can read.
        return self._damage


@st.composite
def damaged(draw: st.DrawFn) -> Damaged:
    """A sample that is cut, or has bytes changed, dropped or doubled, or another digit in a number."""
    sample = draw(st.sampled_from(sorted(SAMPLES)))
    content = bytearray(SAMPLES[sample])
    done: list[tuple[str, int, int]] = []
    for _ in range(draw(st.integers(1, 6))):
        at, amount = draw(st.integers(0, len(content) - 1)), draw(st.integers(0, 255))
        kind = draw(st.sampled_from(["change", "cut", "drop", "double", "number"]))
        done.append((kind, at, amount))
        match kind:
            case "change":
                content[at] = amount
            case "cut":
                del content[max(at, 1) :]
            case "drop":
                del content[at : min(at + amount, len(content) - 1)]
            case "double":
                content[at:at] = content[at : at + amount]
            case _:
                digit = next((i for i in range(at, len(content)) if chr(content[i]).isdecimal()), at)
                content[digit] = ord("0") + amount % 10
    return Damaged(sample, done, bytes(content))


_TOKEN = re.compile(r"\d+ 0 R|/\w+|-?\d+(?:\.\d+)?|\(.*?\)|\]|>>")
_VALUES = ("-1", "0", "1", "99999", "100000", "99999999999", "0.5", "null", "true", "(x)", "[0 0]", "<<>>")


@st.composite
def tangled(draw: st.DrawFn) -> Damaged:
    """A small file with values, names and references that lead elsewhere, but sound as a row of objects."""
    sample = draw(st.sampled_from(sorted(PECULIAR)))
    objects = {
        number: one if isinstance(one, bytes) else one.encode("latin-1")
        for number, one in PECULIAR[sample].objects_by_number().items()
    }
    references = [f"{number} 0 R" for number in objects]
    names = sorted({name for one in objects.values() for name in re.findall(r"/\w+", one.decode("latin-1"))})
    done: list[tuple[str, int, int]] = []
    for _ in range(draw(st.integers(1, 4))):
        number = draw(st.sampled_from(sorted(objects)) | st.sampled_from(sorted(set(objects) - {1, 2, 3})))
        head, stream, data = objects[number].decode("latin-1").partition("stream")
        tokens = list(_TOKEN.finditer(head))
        place = draw(st.integers(0, len(tokens) - 1))
        new = draw(st.sampled_from(_VALUES) | st.sampled_from(references) | st.sampled_from(names))
        token = tokens[place]
        # What closes an array or dictionary stays, with something more before it.
        kept = token[0] if token[0] in {"]", ">>"} else ""
        head = f"{head[: token.start()]} {new} {kept}{head[token.end() :]}"
        objects[number] = (head + stream + data).encode("latin-1")
        done.append((new, number, place))
    return Damaged(sample, done, pdf(objects))
