"""Shares of one whole add up to 100."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kdnet_docs.assembly.plan import tables_of
from kdnet_docs.assembly.tables import TypedTable
from kdnet_docs.assembly.values import decimal
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Span, Wording
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.lists import introduced_lists
from kdnet_docs.checks.subject import Subject
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.scalars import Amount
from kdnet_docs.reading.read import read
from kdnet_docs.reading.reads import Read
from kdnet_docs.reading.values import Figure

# What is shared out as a whole: "fordeles med 60 pct. til A og 40 pct. til B", "vægtes med", "finansieres".
_SHARED_OUT = re.compile(
    r"\b(?:fordel(?:es|t|er|ing(?:en)?|ingsnøglen?)|vægt(?:es|er|et|ning(?:en)?)|(?:med|sam)?finansier(?:es|et|er)|"
    r"finansieringen|udgifterne\s+deles|deles\s+mellem|afholdes\s+med)\b",
    re.IGNORECASE,
)
# There is more than what is named, or the shares are not of one thing.
_NOT_ALL = re.compile(
    r"\b(?:rest(?:en|erende)|øvrige|heraf|hvoraf|mindst|højst|maksimalt|minimum|op\s+til|ca\.|bl\.\s?a\.|blandt\s+andet|"
    r"f\.\s?eks\.|mens|samt\s+(?!\d)|stig\w+|øg\w+|fald\w+|vokse\w*|fra\s+\d|mod|sammenlignet|tilsvarende|hver|især|eller|hvis|såfremt|"
    r"statsligt|moms|rente)",
    re.IGNORECASE,
)
_SHARES = re.compile(r"\b(?:andel|fordeling|vægt|pct|procent)|%", re.IGNORECASE)
_NEAR = (Decimal(90), Decimal(110))
_WHOLE = Decimal(100)


def shares(subject: Subject) -> Iterator[Diagnostic]:
    """A warning where shares that are shared out come near to 100 and not to it."""
    for passage in subject.passages:
        if passage.is_danish and passage.leaf.kind != "cell" and _SHARED_OUT.search(passage.text):
            for start, end in passage.sentences:
                yield from _of_sentence(passage, start, end)
    for found in introduced_lists(subject):
        if found.introduction.is_danish and _SHARED_OUT.search(found.introduction.text):
            yield from _of_list(found.introduction, found.items)
    if isinstance(subject.model, Contract):
        for table in tables_of(subject.model):
            yield from _of_table(table, subject.model.language)


def _of_sentence(passage: Passage, start: int, end: int) -> Iterator[Diagnostic]:
    said = passage.text[start:end]
    found = _percents(passage.reads_in(start, end))
    if len(found) > 1 and _SHARED_OUT.search(said) and not _NOT_ALL.search(said):
        span = passage.span(found[0].start, found[-1].end)
        yield from _judged([_number(read) for read in found], span, passage.anatomy.document.language)


def _of_list(introduction: Passage, items: Sequence[Passage]) -> Iterator[Diagnostic]:
    """Of a list, each item has one share."""
    found = [_percents(item.reads) for item in items]
    words = " ".join((introduction.text, *(item.text for item in items)))
    if len(items) > 1 and all(len(one) == 1 for one in found) and not _NOT_ALL.search(words):
        span = items[-1].span(found[-1][0].start, found[-1][0].end)
        yield from _judged([_number(one[0]) for one in found], span, introduction.anatomy.document.language)


def _of_table(table: TypedTable, language: str) -> Iterator[Diagnostic]:
    """Of a table, a column whose title says that it has shares; KD501 holds a stated total against them."""
    if table.total is not None:
        return
    for index, column in enumerate(table.spec.columns):
        cells = [row.cells[index] for row in table.rows]
        numbers = [number for cell in cells if (number := _share(cell, language)) is not None]
        if len(numbers) == len(cells) > 1 and _SHARES.search(column.title.text) and min(numbers) > 0:
            yield from _judged(numbers, column.title.span, language, likely=Decimal(5))


def _judged(
    numbers: Sequence[Decimal], span: Span | None, language: str, likely: Decimal | None = None
) -> Iterator[Diagnostic]:
    total = sum(numbers, Decimal(0))
    step = max(Decimal(1).scaleb(int(number.as_tuple().exponent)) for number in numbers)
    low, high = (_WHOLE - likely, _WHOLE + likely) if likely else _NEAR
    # Rounded one by one, shares may miss 100 by half a step each; two, or round ones, are not rounded so.
    rounded = len(numbers) > len(("one", "other")) and any(number % 5 for number in numbers)
    allowed = step * len(numbers) / 2 if rounded else 0
    if total != _WHOLE and low <= total <= high and abs(total - _WHOLE) > allowed:
        yield Diagnostic(
            code=Code.SHARES,
            message=msg("the shares add up to {total}, not to 100", total=decimal(total, language)),
            span=span,
            hint=msg("correct a share, or say what the rest goes to"),
        )


def _percents(reads: Sequence[Read]) -> list[Read]:
    return [
        read
        for read in reads
        if isinstance(read.value, Figure) and read.value.unit == "pct." and not read.value.bound
    ]


def _number(found: Read) -> Decimal:
    assert isinstance(found.value, Figure)  # noqa: S101 - as _percents has it
    return found.value.number


def _share(cell: Wording | Amount | None, language: str) -> Decimal | None:
    if isinstance(cell, Amount):
        return cell.number
    reads = read(cell.text.strip(), language, 2000) if cell else ()
    if len(reads) == 1 and isinstance(reads[0].value, Figure) and reads[0].value.unit == "pct.":
        return reads[0].value.number
    return None
