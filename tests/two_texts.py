"""Comparisons of small contracts, for tests of what they find."""

from authored import document, prose

from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.fact import Fact, Kind


def compared(old: str, new: str, *, versions: tuple[str, str] = ("1", "1"), head: str = "") -> Comparison:
    """The comparison of two contracts of one section with these texts."""
    before, after = (
        document(prose(text).replace("version: 1\n", f"version: {version}\n{head}", 1))
        for text, version in zip((old, new), versions, strict=True)
    )
    return compare(before, after)


def facts(old: str, new: str, *, versions: tuple[str, str] = ("1", "1"), head: str = "") -> tuple[Fact, ...]:
    """The facts of two texts, but those about the version itself."""
    found = compared(old, new, versions=versions, head=head).facts
    return tuple(fact for fact in found if fact.kind is not Kind.PROPERTY)


def told(old: str, new: str, *, versions: tuple[str, str] = ("1", "1")) -> list[tuple[str, str, str]]:
    """Kind, old words and new words of each fact."""
    return [
        (fact.kind.value, fact.old.text if fact.old else "", fact.new.text if fact.new else "")
        for fact in facts(old, new, versions=versions)
    ]
