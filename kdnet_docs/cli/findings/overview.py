"""Many findings at a glance: how often each kind was found, the gravest and most frequent first."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from textwrap import wrap

from kdnet_docs.base.codes import Code, Severity
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.cli.explanations import explanation
from kdnet_docs.cli.findings.page import Page
from kdnet_docs.cli.findings.printable import printable, safe

_GRAVITY = tuple(Severity)


def overview(findings: Sequence[Diagnostic], page: Page) -> str:
    """A line for each code: how many findings bear it, and what its page is called."""
    counts = Counter(finding.code for finding in findings)
    columns = len(str(max(counts.values())))

    def order(code: Code) -> tuple[int, int, str]:
        return _GRAVITY.index(code.severity), -counts[code], code.value

    lines = (
        f"  {counts[code]:>{columns}}  {printable(_title(code, page))}" for code in sorted(counts, key=order)
    )
    return "\n".join([page.text(msg("In all:")), *lines])


def notes(findings: Sequence[Diagnostic], page: Page) -> str:
    """A line for each, below the file in which it is."""
    lines = [page.text(msg("Notes on taste and style, which stand in the way of nothing:"))]
    for file, of_file in groupby(findings, key=lambda one: page.file(one.span) if one.span else ""):
        lines += [f"  {safe(file)}"] if file else []
        rows = [(_place(one), one) for one in of_file]
        columns = max(len(place) for place, _ in rows)
        for place, one in rows:
            said = f"{_said(one, page)}  [{one.code.value}]"
            lines += _in_column(f"    {place:>{columns}}  ", said, page.width)
    return "\n".join(lines)


def _in_column(before: str, said: str, width: int) -> list[str]:
    """What is said behind a place, in lines below one another where the screen is too narrow for one."""
    return wrap(
        said,
        width,
        initial_indent=before,
        subsequent_indent=" " * len(before),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _place(finding: Diagnostic) -> str:
    return f"{finding.span.line}:{finding.span.column}" if finding.span else ""


def _said(finding: Diagnostic, page: Page) -> str:
    hint = f" ({page.text(finding.hint)})" if finding.hint else ""
    return printable(page.text(finding.message) + hint)


def _title(code: Code, page: Page) -> str:
    return f"{code.value}  {explanation(code, page.language).title}"
