"""Every kind of flaw has its gravity."""

from typing import get_args

from kdnet_docs.base.messages import msg
from kdnet_docs.signing.verdict import Flaw, FlawKind
from kdnet_docs.signing.verifying.gravity import GRAVITY, by_gravity, consequences


def flaw(kind: FlawKind) -> Flaw:
    return Flaw(kind=kind, message=msg("{kind}", kind=kind))


def test_every_kind_has_one_place() -> None:
    assert sorted(GRAVITY) == sorted(get_args(FlawKind))


def test_what_makes_the_rest_matter_less_comes_first() -> None:
    told = by_gravity([flaw("field-unsigned"), flaw("certificate-expired"), flaw("bytes-changed")])
    assert [one.kind for one in told] == ["bytes-changed", "certificate-expired", "field-unsigned"]


def test_nothing_follows_from_itself() -> None:
    assert all(kind not in consequences([flaw(kind)]) for kind in GRAVITY)


def test_what_follows_is_never_graver_than_its_cause() -> None:
    wrong = [
        (cause, other)
        for cause in GRAVITY
        for other in consequences([flaw(cause)])
        if GRAVITY.index(other) < GRAVITY.index(cause)
    ]
    assert wrong == []
