"""Two sources for tests, compared as a reviewer reads the result."""

from authored import model

from kdnet_docs.assembly.assemble import assemble
from kdnet_docs.compare.compare import compare
from kdnet_docs.compare.fact import Fact
from kdnet_docs.compare.sentences import sentence


def facts(old: str, new: str) -> tuple[Fact, ...]:
    """The facts of two sources, whatever the checks would say of them."""
    return compare(assemble(model(old)).document, assemble(model(new)).document).facts


def told(old: str, new: str) -> list[str]:
    """The kind of each fact, and its sentence in Danish."""
    return [f"{fact.kind}: {sentence(fact).to('da')}" for fact in facts(old, new)]


def edited(source: str, *edits: tuple[str, str]) -> str:
    """A source with words replaced, each of which must stand in it once."""
    for old, new in edits:
        assert source.count(old) == 1, old
        source = source.replace(old, new)
    return source
