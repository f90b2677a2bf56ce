from kdnet_docs.base.codes import Code, Severity
from kdnet_docs.base.diagnostics import Diagnostic, in_reading_order, is_error
from kdnet_docs.base.messages import msg
from kdnet_docs.base.spans import Source, Span

FIRST, SECOND = Source("a.yaml", "abc"), Source("b.yaml", "abc")


def found(source: Source | None, at: int = 0, code: Code = Code.SYNTAX) -> Diagnostic:
    span = Span(source, at, at) if source else None
    return Diagnostic(code=code, message=msg("the file is empty"), span=span)


def test_findings_come_in_the_order_of_reading_and_once_each() -> None:
    wanted = [
        found(None),
        found(FIRST, 0),
        found(FIRST, 2),
        found(SECOND, 1, Code.TAG),
        found(SECOND, 1, Code.TAB),
    ]
    shuffled = [wanted[4], wanted[2], wanted[0], wanted[2], wanted[3], wanted[1]]
    assert in_reading_order(shuffled) == tuple(wanted)


def test_a_warning_is_no_error() -> None:
    assert found(FIRST).severity is Severity.ERROR
    assert is_error(found(FIRST))
    assert not is_error(found(FIRST, code=Code.EMPTY_ITEM))
