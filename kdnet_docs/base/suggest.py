"""'Did you mean': the known word nearest to an unknown one."""

from collections.abc import Iterable

from kdnet_docs.base.messages import Message, msg


def did_you_mean(given: str, known: Iterable[str]) -> Message | None:
    """A hint that names the known word most like `given`, or None where none is like it."""
    best = nearest(given, known)
    return msg('did you mean "{name}"?', name=best) if best else None


def nearest(given: str, known: Iterable[str], *, at_least: float = 60.0) -> str | None:
    """The known word most like `given`, if they are `at_least` so much alike, in per cent."""
    from rapidfuzz import fuzz, process, utils

    best = process.extractOne(
        given, list(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=at_least
    )
    return best[0] if best else None
