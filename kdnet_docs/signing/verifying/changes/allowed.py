"""What may change in a signed file: empty signature fields are filled, evidence and time-stamps come.

Anything else may not, whatever the PDF standard lets a viewer do to a signed file: no form filling, no
annotations, no other look. The list is of what is allowed, so what nobody thought of is not.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from kdnet_docs.signing.verifying.changes.metadata import same_metadata
from kdnet_docs.signing.verifying.pdf.equality import changed_keys, entry, same
from kdnet_docs.signing.verifying.pdf.fields import SignatureField
from kdnet_docs.signing.verifying.pdf.parts import Part
from kdnet_docs.signing.verifying.pdf.revisions import Revision, reached
from kdnet_docs.tagged_pdf.reading.access import items, resolved, value_in
from kdnet_docs.tagged_pdf.reading.active import active

SIGNING = frozenset({"/V", "/AP", "/AS"})
"""What a signature changes in its field."""
STAMPING = frozenset({
    "/Type", "/Subtype", "/FT", "/T", "/TU", "/V", "/F", "/Ff", "/Rect", "/P", "/Contents", "/Lang", "/AP",
})  # fmt: skip
"""What the field of a time-stamp over the document says."""
_CORNERS = 4

_Rule: TypeAlias = "Callable[[Step, object, object], bool]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one revision to the next: the two, and the signature or time-stamp that the next one ends with."""

    old: Revision
    new: Revision
    own: SignatureField | None
    part_of: Mapping[int, Part]
    """What the objects of the old revision belong to."""

    @property
    def stamp(self) -> SignatureField | None:
        """The field of the time-stamp that the step ends with, if it does with one and the field is new."""
        own = self.own
        is_new = own is not None and own.number not in self.old.reachable
        return own if own and own.value and own.value.is_stamp and is_new else None


def is_allowed(step: Step, number: int, old: object, new: object) -> bool:
    """Whether an object that the old revision has may be this in the new one."""
    if step.own is not None and number == step.own.number:
        return _is_signing(step, old, new)
    part = step.part_of.get(number, Part(kind="other"))
    rules: dict[str, _Rule] = _BY_SIGNING if step.own is not None else _WITHOUT_SIGNATURE
    rule = rules.get(part.kind)
    return rule is not None and rule(step, old, new)


def _entries(old: object, new: object, rules: Mapping[str, _Rule], step: Step) -> bool:
    """Whether two dictionaries differ only where a rule allows it."""
    if not isinstance(old, DictionaryObject) or not isinstance(new, DictionaryObject):
        return False
    return all(
        key in rules and rules[key](step, entry(old, key), entry(new, key)) for key in changed_keys(old, new)
    )


def _catalogue(step: Step, old: object, new: object) -> bool:
    rules = {
        "/DSS": _evidence,
        "/Extensions": _extensions,
        "/AcroForm": _form,
        "/Version": _version,
        "/Perms": _certification,
    }
    return _entries(old, new, rules, step)


def _version(_step: Step, _old: object, new: object) -> bool:
    """The newest version of the standard that the file uses, which programs that sign may raise."""
    return new in {"/1.7", "/2.0"}


def _certification(step: Step, old: object, new: object) -> bool:
    """That the signature lets others sign after it, and change nothing else (ISO 32000-1, 12.8.2.2)."""
    permissions = resolved(new)
    if old is not None or step.own is None or step.own.value is None:
        return False
    if not isinstance(permissions, DictionaryObject) or set(permissions) != {"/DocMDP"}:
        return False
    certified = permissions.raw_get("/DocMDP")
    grants = [
        value_in(value_in(resolved(one), "/TransformParams"), "/P")
        for one in items(step.own.value.dictionary, "/Reference")
    ]
    return (
        isinstance(certified, IndirectObject)
        and certified.idnum == step.own.value.number
        and all(grant in {None, 2, 3} for grant in grants)
    )


def _evidence(step: Step, _old: object, new: object) -> bool:
    """A store of evidence, in objects of its own."""
    return isinstance(resolved(new), DictionaryObject) and (
        not isinstance(new, IndirectObject)
        or new.idnum not in step.old.reachable
        or step.part_of.get(new.idnum, Part(kind="other")).kind == "evidence"
    )


def _extensions(_step: Step, old: object, new: object) -> bool:
    """Further standards beyond PDF's own that the file follows, which show nothing."""
    before = old if isinstance(old, DictionaryObject) else DictionaryObject()
    return (
        isinstance(new, DictionaryObject)
        and all(key not in before or same(entry(before, key), entry(new, key)) for key in {*before, *new})
        and all(_is_extension(each) for key in new for each in (items(new, key) or [new.raw_get(key)]))
    )


def _is_extension(value: object) -> bool:
    """Whether a value does no more than name a standard; since PDF 2.0 there may be several in an array."""
    return isinstance(value, DictionaryObject) and all(
        isinstance(value.raw_get(key), NameObject | NumberObject | TextStringObject) for key in value
    )


def _form(step: Step, old: object, new: object) -> bool:
    return _entries(old, new, {"/SigFlags": _flags, "/Fields": _list}, step)


def _flags(_step: Step, _old: object, new: object) -> bool:
    """That there are signatures, and that the file is to be appended to."""
    return new in {1, 2, 3}


def _list(step: Step, old: object, new: object) -> bool:
    """The same list, with the field of a time-stamp after it."""
    if isinstance(new, IndirectObject) and not isinstance(old, IndirectObject):
        new = resolved(new)
    before = ArrayObject() if old is None else old
    if not isinstance(before, ArrayObject) or not isinstance(new, ArrayObject):
        return False
    known, now = list(list.__iter__(before)), list(list.__iter__(new))
    if len(now) < len(known) or not all(same(a, b) for a, b in zip(known, now, strict=False)):
        return False
    added = now[len(known) :]
    stamp = step.stamp
    return not added or (
        stamp is not None
        and len(added) == 1
        and isinstance(added[0], IndirectObject)
        and added[0].idnum == stamp.number
        and shows_nothing(step.new, stamp)
    )


def _form_or_list(step: Step, old: object, new: object) -> bool:
    return _list(step, old, new) or _form(step, old, new)


def _page(step: Step, old: object, new: object) -> bool:
    return _entries(old, new, {"/Annots": _list}, step)


_WITHOUT_SIGNATURE: dict[str, _Rule] = {
    "catalogue": lambda step, old, new: _entries(
        old, new, {"/DSS": _evidence, "/Extensions": _extensions}, step
    ),
    "evidence": lambda *_: True,
}
"""Of the objects of a file, by what they belong to: what may change where no signature covers it."""
_BY_SIGNING: dict[str, _Rule] = {
    "catalogue": _catalogue,
    "form": _form_or_list,
    "page": _page,
    "annotations": _list,
    "metadata": lambda _, old, new: same_metadata(old, new),
    "evidence": lambda *_: True,
}
"""The same where the next signature or time-stamp covers it."""


def _is_signing(step: Step, old: object, new: object) -> bool:
    """Whether an empty field was signed, and nothing else about it changed."""
    if not isinstance(old, DictionaryObject) or not isinstance(new, DictionaryObject) or step.own is None:
        return False
    if value_in(old, "/V") is not None or step.own.value is None:
        return False
    return changed_keys(old, new) <= SIGNING and not does_something(step, new)


def does_something(step: Step, field: DictionaryObject) -> bool:
    """Whether the look of a field holds anything that acts."""
    for number in reached(entry(field, "/AP"), known=step.old.reachable):
        one = step.new.reader.get_object(number)
        if isinstance(one, DictionaryObject) and active(one) is not None:
            return True
    return False


def shows_nothing(revision: Revision, stamp: SignatureField) -> bool:
    """Whether the field of a time-stamp is nothing to look at: anyone can have a file time-stamped."""
    if not {str(key) for key in stamp.dictionary} <= STAMPING:
        return False
    if value_in(stamp.dictionary, "/AP") is None:
        return True
    box = _box(value_in(stamp.dictionary, "/Rect"))
    if box is None:
        return False
    left, bottom, right, top = box
    if left == right or bottom == top:
        return True
    return all(
        right <= seen[0] or left >= seen[2] or top <= seen[1] or bottom >= seen[3]
        for page in revision.pages
        if (seen := _box(page.get("/MediaBox"))) is not None
    )


def _box(value: object) -> tuple[float, float, float, float] | None:
    if not isinstance(value, ArrayObject) or len(value) != _CORNERS:
        return None
    x1, y1, x2, y2 = (float(one) if isinstance(one, int | float) else 0.0 for one in value)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
