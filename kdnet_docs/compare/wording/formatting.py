"""How words are set now that were set otherwise, in a sentence."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.fact import Fact
from kdnet_docs.compare.wording.figures import said
from kdnet_docs.compare.wording.structure import became
from kdnet_docs.compare.wording.values import shortened
from kdnet_docs.reading.values import Words


def formatting(fact: Fact) -> Message:
    """The same words set otherwise: "”Bilag” begynder nu på en ny side"."""
    old, new = said(fact.old), said(fact.new)
    text = new or old or shortened(fact.subject)
    if isinstance(fact.old, Words) and isinstance(fact.new, Words):
        found = tuple(_changes(fact.old.style, fact.new.style))
        if found:
            what, *others = found
            for other in others:
                what = msg("{one} and {other}", one=what, other=other)
            return msg("“{text}” {what}", text=text, what=what)
    if fact.where.old is None and fact.where.new is None:
        return msg("The words are the same, but the document is set up otherwise")
    if old and new and old != new:
        return msg("Only the formatting is different: {change}", change=became(old, new))
    return msg("Only the formatting is different: “{text}”", text=text)


def _changes(old: frozenset[str], new: frozenset[str]) -> Iterator[Message]:
    """What is said of each style that came, and of each that went."""
    for style in sorted(new - old):
        name, _, what = style.partition(" ")
        if name == "link":
            yield msg("now refers to {where}", where=what)
        elif name == "level":
            yield msg("is now a heading of level {level}", level=what)
        else:
            yield _CAME[name]
    for style in sorted(old - new):
        name, _, what = style.partition(" ")
        if name == "link":
            yield msg("no longer refers to {where}", where=what)
        elif name in _WENT:
            yield _WENT[name]


_CAME: Mapping[str, Message] = MappingProxyType(
    {
        "strong": msg("is now emphasised (bold)"),
        "emphasis": msg("is now emphasised (italic)"),
        "code": msg("is now set as code"),
        "new-page": msg("now begins on a new page"),
        "item": msg("is now an item of a list"),
        "bullet": msg("now has a bullet"),
        "quote": msg("is now set as a quotation"),
        "columns": msg("has columns of other widths or alignment"),
    }
)
_WENT: Mapping[str, Message] = MappingProxyType(
    {
        "strong": msg("is no longer emphasised (bold)"),
        "emphasis": msg("is no longer emphasised (italic)"),
        "code": msg("is no longer set as code"),
        "new-page": msg("no longer begins on a new page"),
        "item": msg("is no longer an item of a list"),
        "bullet": msg("no longer has a bullet"),
        "quote": msg("is no longer set as a quotation"),
    }
)
