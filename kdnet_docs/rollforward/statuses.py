"""What becomes of a time in a status table, which tells how far things have come at one moment."""

from kdnet_docs.base.messages import msg
from kdnet_docs.rollforward.found_times import Time
from kdnet_docs.rollforward.item import Verdict, ask, keep, shift
from kdnet_docs.rollforward.shifting import to_month
from kdnet_docs.rollforward.versions import MONTHS, Versions

_OF_THE_WHOLE = frozenset({"title", "subject", "keywords", "remark"})


def status_verdict(time: Time, keys: tuple[str, ...], versions: Versions, language: str) -> Verdict:
    """What becomes of a time: that of the table itself moves, and what came about since is asked about."""
    old, new = versions.old, versions.new
    ends = time.last * MONTHS + (time.until or MONTHS) - 1
    if len(keys) == 1 and keys[0] in _OF_THE_WHOLE:
        is_own = time.first == old.year and (time.kind in ("year", "named") or time.month == old.month)
        moved = to_month(time.words, versions, language)
        if is_own and moved != time.words:
            return shift(moved, msg("the month of the table itself"))
        return keep(time.words, msg("it tells of another time than the table's own"))
    if time.kind == "yearless":
        return keep(time.words, msg("it has no year, and holds every year"))
    if ends < old.moment:
        return keep(time.words, msg("it looks back: it tells what was"))
    if ends < new.moment:
        return ask(None, msg("the time is over in {version}: how did it go?", version=new.name))
    return keep(time.words, msg("it is not over in {version}", version=new.name))
