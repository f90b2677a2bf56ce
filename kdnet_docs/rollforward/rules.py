"""What becomes of a time in the text of a contract: the rules, the first that fits holds."""

from collections.abc import Callable
from dataclasses import dataclass

from kdnet_docs.base.messages import msg
from kdnet_docs.reading.clauses import clause_at
from kdnet_docs.reading.dates import YEAR
from kdnet_docs.rollforward.found_times import Stretch, Time
from kdnet_docs.rollforward.item import Verdict, ask, keep, shift
from kdnet_docs.rollforward.shifting import shifted
from kdnet_docs.rollforward.versions import Versions
from kdnet_docs.rollforward.words import Words, words_of

_HOW = frozenset({"metode", "afrapportering"})
"""The keys of a goal that tell how and when it is measured and reported on."""

_NAMES = frozenset({"title", "subject", "keywords", "section", "appendix", "remark", "group", "heading"})
"""The keys of what a document and its parts are called, which follow the year as the version does."""

_BEFORE = 200
_NEAR_NAME = 90
"""So many characters before its date or period an agreement may be named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A time, the stretch and the key it stands in, and what both versions are.

    `followed` are the targets for the new year which another goes on from.
    """

    time: Time
    stretch: Stretch
    key: str
    versions: Versions
    language: str
    followed: frozenset[str] = frozenset()

    @property
    def old(self) -> int:
        """The year of the old version."""
        return self.versions.old.year

    @property
    def new(self) -> int:
        """The year of the new version."""
        return self.versions.new.year

    @property
    def is_own(self) -> bool:
        """Whether it ends in a year of the old version."""
        return self.old <= self.time.last <= self.versions.old.last

    @property
    def words(self) -> Words:
        """The words of the language it stands in."""
        return words_of(self.language)

    @property
    def before(self) -> str:
        """What stands before the time in its sentence, as far as it can matter."""
        start = max(self.stretch.sentence(self.time)[0], self.time.start - _BEFORE)
        return self.stretch.text[start : self.time.start]

    @property
    def moved(self) -> str:
        """The words as many years later as the new version is."""
        return shifted(self.time.words, self.versions.years)

    @property
    def is_past(self) -> bool:
        """Whether the words around it tell what was."""
        words, text, end = self.words, self.stretch.text, self.time.end
        clause = clause_at(text, (self.time.start, end), self.stretch.sentence(self.time), self.language)
        er, participle = words.done
        return bool(
            words.told.search(self.before)
            or words.told_after.match(text, end)
            or (participle.match(text, end) and er.search(self.before))
            or words.past.search(clause)
        )

    @property
    def asks(self) -> bool:
        """Whether the sentence asks something of somebody: "skal", "senest"."""
        return bool(self.words.to_be.search(self.stretch.text, *self.stretch.sentence(self.time)))

    @property
    def stands_beside_own(self) -> bool:
        """Whether the sentence speaks of the version's own year too."""
        start, end = self.stretch.sentence(self.time)
        others = (one for one in self.stretch.times if start <= one.start < end and one != self.time)
        years = self.versions.old
        return any(
            one.kind != "yearless" and years.year <= one.first <= one.last <= years.last for one in others
        )


def verdict(told: Told) -> Verdict:
    """What becomes of a time; it stays where no rule says otherwise."""
    return next(
        (found for rule in _RULES if (found := rule(told))),
        keep(told.time.words, msg("it tells of another year, and asks nothing of the new one")),
    )


def _yearless(told: Told) -> Verdict | None:
    if told.time.kind == "yearless":
        return keep(told.time.words, msg("it has no year, and holds every year"))
    return None


def _agreement(told: Told) -> Verdict | None:
    """The date of an agreement belongs to its name, and so does a period that has room for the new year."""
    time, before = told.time, told.before[-_NEAR_NAME:]
    is_named = told.words.agreed.search(before) is not None
    if time.kind == "years":
        return _period(told, is_named=is_named)
    dated = told.words.dated if time.last < told.old else told.words.of
    if time.kind == "day" and is_named and time.last <= told.old and dated.search(before):
        return keep(time.words, msg("the date of an agreement or a law belongs to its name"))
    return None


def _period(told: Told, *, is_named: bool) -> Verdict:
    time, old, new = told.time, told.old, told.new
    if (time.first, time.last) == (old, told.versions.old.last):
        return _own_period(told, is_named=is_named)
    if time.first > new:
        return keep(time.words, msg("a period that begins after {year}", year=new))
    if time.last >= new:
        if (time.first, time.last) == (old, new) and not is_named:
            return ask(
                told.moved, msg("a period that begins or ends in {year}: does it move along?", year=old)
            )
        return keep(
            time.words,
            msg("the period of an agreement, in which {year} lies too", year=new)
            if is_named
            else msg("a period in which {year} lies too", year=new),
        )
    if time.last < old - 1 or (time.last < old and (told.is_past or not is_named)):
        return keep(time.words, msg("a period that was over before {year}", year=old))
    if is_named:
        return ask(
            None, msg("the period of an agreement that ends before {year}: is there a new one?", year=new)
        )
    return ask(told.moved, msg("a period that begins or ends in {year}: does it move along?", year=old))


def _own_period(told: Told, *, is_named: bool) -> Verdict:
    """The years of the version itself, which an agreement that it follows may have too."""
    if is_named and told.key not in _NAMES:
        return ask(told.moved, msg("the years of the version: do they follow here too?"))
    return shift(told.moved, msg("the years of the version"))


def _listed(told: Told) -> Verdict | None:
    """Of years in a list those that are over go out."""
    if told.time.kind != "listed":
        return None
    years = [int(year) for year in YEAR.findall(told.time.words)]
    if max(years) < told.old and (told.is_past or not told.asks):
        return keep(told.time.words, msg("it looks back"))
    if years == [*range(told.old, told.versions.old.last + 1)]:
        return shift(told.moved, msg("the years of the version"))
    left = [year for year in years if year >= told.new]
    if len(left) == len(years):
        return keep(told.time.words, msg("it speaks of {year} or later already", year=told.new))
    proposal = str(left[0]) if len(left) == 1 else None
    return ask(proposal, msg("some of the years are over when {year} begins", year=told.new))


def _named(told: Told) -> Verdict | None:
    if told.time.kind != "named":
        return None
    if told.is_own and not told.words.agreed.search(told.before[-_NEAR_NAME:]):
        return ask(
            told.moved,
            msg("{year} stands in a name or a reference: does it follow the year?", year=told.time.last),
        )
    return keep(told.time.words, msg("it belongs to a name or a reference"))


def _baseline(told: Told) -> Verdict | None:
    """What is measured against stays, but where it was just one year back."""
    if told.time.last >= told.old or not told.words.baseline.search(told.before):
        return None
    if told.time.last == told.old - 1 and not told.stretch.is_note and told.time.kind != "day":
        reason = msg(
            "it is compared with the year before {old}: is {new} compared with {moved}?",
            old=told.old,
            new=told.new,
            moved=told.moved,
        )
        return ask(told.moved, reason)
    return keep(told.time.words, msg("it looks back: it is what is compared with"))


def _note(told: Told) -> Verdict | None:
    if told.stretch.is_note and told.time.last < told.old:
        return keep(told.time.words, msg("a footnote on something that was"))
    return None


def _past(told: Told) -> Verdict | None:
    if not told.is_past:
        return None
    if told.key in _HOW and told.old - 1 <= told.time.first <= told.versions.old.last:
        years_back = msg(
            "what is counted for {old} is of {year}: is it of {moved} for {new}?",
            old=told.old,
            year=told.time.first,
            moved=told.time.first + told.versions.years,
            new=told.new,
        )
        return ask(told.moved, years_back)
    if told.time.last < told.old:
        return keep(told.time.words, msg("it looks back: it tells what was"))
    if told.is_own:
        return ask(told.moved, msg("it looks back on {year}: does it follow the year?", year=told.time.last))
    return None


def _own_year(told: Told) -> Verdict | None:
    if not told.is_own:
        return None
    if told.time.kind == "year" and told.key not in _NAMES and told.words.named.search(told.before):
        reason = msg("{year} stands in a name or a reference: does it follow the year?", year=told.time.last)
        return ask(told.moved, reason)
    if told.time.kind == "day" and told.words.weekday.search(told.before):
        return ask(
            told.moved,
            msg("it has a weekday, which is another in {year}: on which day is it?", year=told.new),
        )
    return shift(told.moved, msg("it speaks of the version's own year"))


def _ahead(told: Told) -> Verdict | None:
    """What was set ahead for the new year is right now; but what is measured or due may have been later."""
    time = told.time
    if time.last > told.versions.new.last:
        return keep(time.words, msg("it lies after {year}", year=told.versions.new.last))
    if time.last <= told.versions.old.last:
        return None
    if time.last < told.new:
        return _passed(told)
    if told.stretch.target(time) in told.followed:
        reason = msg("the target for {year} is this year's now: which is the next?", year=told.new)
        return ask(told.moved, reason)
    if told.key in _HOW and time.kind != "day":
        reason = msg(
            "it lay after {old}, and lies in {new} itself: does it stay, or become {moved}?",
            old=told.old,
            new=told.new,
            moved=told.moved,
        )
        return ask(time.words, reason)
    if time.kind == "day":
        return ask(told.moved, msg("it lay after {year}: does it move along?", year=told.old))
    return keep(time.words, msg("it speaks of {year} already", year=time.last))


def _passed(told: Told) -> Verdict:
    """What lay ahead of the old version, and is over when the new one begins."""
    if told.key in _HOW or told.time.kind == "day":
        return ask(told.moved, msg("it lay after {year}: does it move along?", year=told.old))
    return ask(None, msg("{year} is over: is it done, or does it still hold?", year=told.time.last))


def _beside(told: Told) -> Verdict | None:
    """The year before, told of beside the version's own: "Regnskabet for 2021 fremlægges i april 2022"."""
    # "I 2021 skal ..." is no figure of the year before, but something that should be done by now.
    is_duty = told.words.to_be.match(told.stretch.text, told.time.end + 1) and told.words.in_.search(
        told.before
    )
    if told.time.last == told.old - 1 and told.time.kind != "day" and told.stands_beside_own and not is_duty:
        reason = msg("it is the year before {old}, which follows: does it follow too?", old=told.old)
        return ask(told.moved, reason)
    return None


def _prices(told: Told) -> Verdict | None:
    """The year whose prices an amount is counted in: "2021-priser"."""
    if told.time.last < told.old and told.words.prices.match(told.stretch.text, told.time.end):
        return ask(told.moved, msg("the prices of {year}: do they follow the year?", year=told.time.last))
    return None


def _over(told: Told) -> Verdict | None:
    """What should have been done in a year that is over is no longer right, and nobody can guess what is."""
    if told.time.last < told.old and told.asks:
        return ask(None, msg("{year} is over: is it done, or does it still hold?", year=told.time.last))
    return None


_RULES: tuple[Callable[[Told], Verdict | None], ...] = (
    _yearless,
    _agreement,
    _listed,
    _named,
    _prices,
    _baseline,
    _note,
    _past,
    _own_year,
    _ahead,
    _beside,
    _over,
)
