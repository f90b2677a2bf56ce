"""Sample files of tagged PDF, and damage done to them."""

from pathlib import Path

from hypothesis import strategies as st

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
