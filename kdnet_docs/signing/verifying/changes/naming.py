"""Changes of a signed file by the names that its readers have for what was changed."""

from collections import Counter
from collections.abc import Iterator

from pypdf.generic import DictionaryObject

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.signing.verdict import Flaw, FlawKind
from kdnet_docs.signing.verifying.changes.allowed import Step
from kdnet_docs.signing.verifying.pdf.equality import changed_keys
from kdnet_docs.signing.verifying.pdf.parts import Part, attachments, file_content, is_signature_field
from kdnet_docs.signing.verifying.pdf.revisions import Revision
from kdnet_docs.tagged_pdf.reading.access import items, under

_ACTS = frozenset({"/OpenAction", "/AA", "/JavaScript"})


def named_changes(step: Step, forbidden: set[int]) -> Iterator[Flaw]:
    """What the objects that were changed mean to a reader, each thing once."""
    if not forbidden:
        return
    seen = set[tuple[FlawKind, Message]]()
    for flaw in _told(step, forbidden):
        if (flaw.kind, flaw.message) not in seen:
            seen.add((flaw.kind, flaw.message))
            yield flaw


def _told(step: Step, forbidden: set[int]) -> Iterator[Flaw]:
    pages = list(_pages(step.old, step.new))
    yield from pages
    attached = list(_attachments(step.old, step.new))
    yield from attached
    yield from _fields(step)
    for number in sorted(forbidden):
        part = step.part_of.get(number)
        if part is None:
            continue
        if part.kind == "pages" and pages:
            continue
        if part.kind in {"attachment", "attachments", "names"} and attached:
            continue
        yield from _part(step, number, part)


def _pages(old: Revision, new: Revision) -> Iterator[Flaw]:
    """Pages that came, went, or stand elsewhere."""
    before = [page.reference.idnum for page in old.pages]
    after = [page.reference.idnum for page in new.pages]
    if len(before) == len(after):
        yield from _exchanged(before, after)
        return
    for n, page in enumerate(after, start=1):
        if page not in before:
            yield _flaw("page-added", msg("page {page} was added", page=n))
    for n, page in enumerate(before, start=1):
        if page not in after:
            yield _flaw("page-removed", msg("page {page} was removed", page=n))
    if len(after) > len(set(after)):
        yield _flaw("page-added", msg("a page comes more than once"))


def _exchanged(before: list[int], after: list[int]) -> Iterator[Flaw]:
    places = [n for n, (a, b) in enumerate(zip(before, after, strict=True), start=1) if a != b]
    if not places:
        return
    if Counter(before) == Counter(after):
        moved = ", ".join(str(n) for n in places)
        yield _flaw("page-swapped", msg("the pages {pages} stand in another order", pages=moved))
        return
    for n in places:
        yield _flaw("page-swapped", msg("page {page} was replaced by another", page=n))


def _attachments(old: Revision, new: Revision) -> Iterator[Flaw]:
    """Files in the file that came, went, or were replaced."""
    before = {name: file_content(one) for name, one in attachments(old.reader.root_object)}
    after = {name: file_content(one) for name, one in attachments(new.reader.root_object)}
    for name in sorted(before.keys() - after.keys()):
        yield _flaw("attachment-removed", msg('the attached file "{name}" was removed', name=name))
    for name in sorted(after.keys() - before.keys()):
        yield _flaw("attachment-added", msg('the file "{name}" was attached', name=name))
    for name in sorted(after.keys() & before.keys()):
        if before[name] != after[name]:
            yield _flaw("attachment-replaced", msg('the attached file "{name}" was replaced', name=name))


def _fields(step: Step) -> Iterator[Flaw]:
    """Signature fields that came, went, or were signed once more."""
    before = {one.name: one for one in step.old.fields}
    after = {one.name: one for one in step.new.fields}
    for name in before.keys() - after.keys():
        yield _flaw("field-removed", msg('the signature field "{name}" was removed', name=name))
    for name in after.keys() - before.keys():
        if step.stamp is None or step.stamp.name != name:
            yield _flaw("field-added", msg('the signature field "{name}" was added', name=name))
    for name in before.keys() & after.keys():
        then, now = before[name].value, after[name].value
        if then is None or (now is not None and now.contents == then.contents):
            continue
        if now is None:
            yield _flaw(
                "signature-removed", msg('the signature in the field "{name}" was removed', name=name)
            )
        else:
            yield _flaw("field-signed-twice", msg('the field "{name}" was signed a second time', name=name))


def _part(step: Step, number: int, part: Part) -> Iterator[Flaw]:
    old, new = step.old.reader.get_object(number), step.new.reader.get_object(number)
    match part.kind:
        case "page":
            yield from _page(step, part.page or 0, old, new)
        case "content" | "pages":
            yield changed_page(part.page)
        case "annotations":
            yield from _annotations(step, part.page or 0)
        case "annotation":
            yield _flaw("annotation-changed", msg("an annotation on page {page} was changed", page=part.page))
        case "catalogue":
            yield from _catalogue(old, new)
        case "field":
            if not any(flaw.kind.startswith("field-") for flaw in _fields(step)):
                message = msg('the signature field "{name}" was changed', name=part.name)
                yield _flaw("field-changed", message)
        case kind:
            flaw_kind, message = _SINGLE[kind]
            yield _flaw(flaw_kind, message)


_SINGLE: dict[str, tuple[FlawKind, Message]] = {
    "attachment": ("attachment-replaced", msg("an attached file was changed")),
    "attachments": ("attachment-replaced", msg("the attached files were changed")),
    "metadata": ("metadata-changed", msg("what the file says of itself (title, author, origin) was changed")),
    "outline": ("changed-after-signing", msg("the bookmarks were changed")),
    "tags": ("tags-changed", msg("the tags were changed, which are what a screen reader reads")),
    "form": ("changed-after-signing", msg("the form was changed")),
    "names": ("changed-after-signing", msg("the names of places in the file were changed")),
    "evidence": ("changed-after-signing", msg("the evidence was changed")),
    "action": ("active-content", msg("what the file does by itself was changed")),
    "other": ("changed-after-signing", msg("something else in the file was changed")),
}


def changed_page(page: int | None) -> Flaw:
    """That a page looks other than it did."""
    if page is None:
        return _flaw("page-changed", msg("pages were changed"))
    return _flaw("page-changed", msg("the content of page {page} was changed", page=page))


def _page(step: Step, page: int, old: object, new: object) -> Iterator[Flaw]:
    if not isinstance(old, DictionaryObject) or not isinstance(new, DictionaryObject):
        yield _flaw("page-removed", msg("page {page} was removed", page=page))
        return
    keys = changed_keys(old, new)
    if "/Annots" in keys:
        yield from _annotations(step, page)
    if "/AA" in keys:
        yield _flaw("active-content", msg("page {page} was made to do something by itself", page=page))
    if keys - {"/Annots", "/AA"}:
        yield changed_page(page)


def _annotations(step: Step, page: int) -> Iterator[Flaw]:
    if not (0 < page <= len(step.new.pages)):
        return
    before, after = (_ids(one.pages[page - 1].dictionary) for one in (step.old, step.new))
    own = {step.stamp.number} if step.stamp else set()
    if after - before - own:
        yield _flaw("annotation-added", msg("something was put onto page {page}", page=page))
    for number in before - after:
        one = step.old.reader.get_object(number)
        if isinstance(one, DictionaryObject) and is_signature_field(one):
            yield _flaw("field-removed", msg("a signature field was taken from page {page}", page=page))
        else:
            yield _flaw("annotation-removed", msg("something was taken from page {page}", page=page))


def _ids(page: DictionaryObject) -> set[int]:
    return {getattr(one, "idnum", 0) for one in items(page, "/Annots")}


def _catalogue(old: object, new: object) -> Iterator[Flaw]:
    if not isinstance(old, DictionaryObject) or not isinstance(new, DictionaryObject):
        yield _flaw(
            "changed-after-signing", msg("the file was given another beginning than the one that was signed")
        )
        return
    keys = changed_keys(old, new)
    if keys & _ACTS or (keys & {"/Names"} and "/JavaScript" in under(new, "/Names")):
        yield _flaw("active-content", msg("the file was made to do something by itself"))
    if "/Metadata" in keys:
        yield _flaw(*_SINGLE["metadata"])
    if keys & {"/StructTreeRoot", "/MarkInfo", "/Lang"}:
        yield _flaw(*_SINGLE["tags"])
    if "/Outlines" in keys:
        yield _flaw(*_SINGLE["outline"])
    if "/Pages" in keys:
        yield changed_page(None)
    others = (
        keys - _ACTS - {"/Names", "/Metadata", "/StructTreeRoot", "/MarkInfo", "/Lang", "/Outlines", "/Pages"}
    )
    for key in sorted(others - {"/DSS", "/Extensions", "/AcroForm", "/AF"}):
        yield _flaw("changed-after-signing", msg("the setting {name} of the file was changed", name=key))


def _flaw(kind: FlawKind, message: Message) -> Flaw:
    hint = msg("only further signatures may come after a signature: ask for the file as it was signed")
    return Flaw(kind=kind, message=message, hint=hint)
