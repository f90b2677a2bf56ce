"""An amount is the same in prose and table, in whatever unit and form: "39,010 mio. kr." and 39.010."""

import re
from collections.abc import Iterator, Sequence

from kdnet_docs.assembly.values import decimal
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, labelled
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.reading.said_amounts import SaidAmount, said_amounts
from kdnet_docs.checks.reading.table_amounts import TableAmount, table_amounts
from kdnet_docs.checks.subject import Subject

# So many different amounts of one thing, or with the same digits, are looked at.
_ENOUGH = 20
_ALL = re.compile(r"\b(?:i alt|samlet|samlede|tilsammen|hele|in total|altogether)\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:heraf|deraf|hvoraf|hertil|dertil|derudover|herudover|ud over|udover|desuden|foruden|"
    r"yderligere|ekstra|mere|mindre|oprindelig\w*|tidligere|forrige|mod|end|moms|inklusive|inkl|eksklusive|ekskl|"
    r"loft\w*|højst|mindst|maksimalt|ramme\w*|budget\w*|fra|of which|including|excluding|further|more|"
    r"less|than|previous\w*)\b",
    re.IGNORECASE,
)


def amounts(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each amount in the prose that is nearly one of a table, or belied by one before it."""
    stated = tuple(table_amounts(subject))
    before: dict[str, list[SaidAmount]] = {}
    for said in said_amounts(subject):
        likes = [one for key in said.keys for one in before.get(key, ())]
        belied = next((other for other in likes if said.belies(other)), None)
        for key in said.keys:
            # The same amount again tells nothing new.
            known = before.setdefault(key, [])
            if all(one.figure.number != said.figure.number for one in known) and len(known) < _ENOUGH:
                known.append(said)
        if any(one.is_said_by(said.figure) for one in stated):
            continue
        if meant := _meant(said, stated):
            yield _not_the_table(said, meant)
        elif belied:
            yield Diagnostic(
                code=Code.OTHER_AMOUNT,
                message=msg('"{words}" here, and "{other}" before', words=said.words, other=belied.words),
                span=said.span,
                hint=msg("correct the one that is wrong"),
                labels=labelled(belied.span, msg("the other amount")),
            )


def _meant(said: SaidAmount, stated: Sequence[TableAmount]) -> TableAmount | None:
    """The amount of the table that this one is a slip for; one of a row only where its name stands too."""
    section = said.passage.leaf.under
    near = (one for one in stated if one.is_meant_by(said.figure, section))
    meant = [
        one for one in near if not one.row or re.search(rf"(?<!\w){re.escape(one.row)}(?!\w)", said.sentence)
    ]
    totals = [one for one in stated if one.section == section and not one.row]
    if not meant and len(totals) == 1 and totals[0].is_total_for(said.figure) and _is_whole(said, totals[0]):
        return totals[0]
    return min(meant, key=lambda one: abs(one.value - said.figure.number), default=None)


def _is_whole(said: SaidAmount, total: TableAmount) -> bool:
    """Whether an amount is no part of a total: the words say that it is all, or it is more than that."""
    if _PART.search(said.sentence):
        return False
    return said.figure.number > total.value or _ALL.search(said.sentence) is not None


def _not_the_table(said: SaidAmount, one: TableAmount) -> Diagnostic:
    return Diagnostic(
        code=Code.OTHER_AMOUNT,
        message=msg(
            '"{words}" is not what the table says: {amount} ({column})',
            words=said.words,
            amount=decimal(one.cell.number, said.passage.anatomy.document.language),
            column=one.column.title.text,
        ),
        span=said.span,
        hint=msg("correct the one that is wrong; a parameter in the prose always says what the table says"),
        labels=labelled(one.cell.span, msg("the amount in the table")),
    )
