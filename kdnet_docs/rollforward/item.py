"""What a draft for the next year is decided of: a place in the source, and what becomes of it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Span, Wording
from kdnet_docs.sources.parts import Part

Class: TypeAlias = Literal["shift", "keep", "ask"]
"""Whether words follow the year, stay as they are, or are for somebody to decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What becomes of words, and why.

    `new` is what is to stand there: of words that are asked about the proposal, where there is one.
    """

    kind: Class
    reason: Message
    new: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Words of the source of which something is decided.

    `part` is the name of the value they stand in, from `start` to `end` of its wording; `number` counts the
    same words there from 1.
    `sentence` is what they stand in, for whoever decides; `removes` says that the whole line goes.
    """

    part: str
    words: str
    wording: Wording
    start: int
    end: int
    sentence: str
    verdict: Verdict
    number: int = 1
    removes: bool = False

    @property
    def span(self) -> Span:
        """Where the words stand in the file."""
        return self.wording.locate(self.start, self.end)

    @property
    def is_whole(self) -> bool:
        """Whether the words are all that the value holds."""
        return not (self.wording.text[: self.start].strip() or self.wording.text[self.end :].strip())

    @property
    def is_fixed(self) -> bool:
        """Whether it follows from the command, and is nobody's to decide."""
        return self.removes or self.part in ("version", "status")

    @property
    def place(self) -> tuple[str, str, int]:
        """What the item is known by when the source is read again."""
        return self.part, self.words, self.number

    @property
    def question(self) -> Message:
        """What somebody is asked who has to decide; of what was certain, whether it is right."""
        match self.verdict.kind:
            case "ask":
                return self.verdict.reason
            case "shift":
                new, reason = self.verdict.new or "", self.verdict.reason
                return msg(
                    '{reason}: does "{words}" become "{new}"?', words=self.words, new=new, reason=reason
                )
            case "keep":
                return msg('{reason}: does "{words}" stay?', words=self.words, reason=self.verdict.reason)

    @property
    def certain(self) -> str | None:
        """What is to stand there if nobody decides otherwise; None where somebody has to."""
        return None if self.verdict.kind == "ask" else self.verdict.new


def whole(part: Part, sentence: str, verdict: Verdict, *, removes: bool = False) -> Item:
    """An item of all that a value holds."""
    words = part.wording.text
    return Item(
        part=part.name,
        words=words,
        wording=part.wording,
        start=0,
        end=len(words),
        sentence=sentence,
        verdict=verdict,
        removes=removes,
    )


def shift(new: str, reason: Message) -> Verdict:
    """That words follow the year."""
    return Verdict(kind="shift", new=new, reason=reason)


def keep(words: str, reason: Message) -> Verdict:
    """That words stay as they are."""
    return Verdict(kind="keep", new=words, reason=reason)


def ask(proposal: str | None, reason: Message) -> Verdict:
    """That somebody has to decide."""
    return Verdict(kind="ask", new=proposal, reason=reason)
