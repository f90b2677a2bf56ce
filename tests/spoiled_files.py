"""The ways to spoil a signed file: the name of each, what it must be told as, and how it is done."""

from collections.abc import Callable
from dataclasses import dataclass

import signed_files as s
from signed_files import one, two
from spoiling import (
    annotations_removed,
    another_root,
    at,
    attachment_added,
    attachment_overwritten,
    attachment_removed,
    attachment_replaced,
    author_changed,
    bookmark_changed,
    byte_of,
    byte_of_signature,
    content_added,
    content_replaced,
    copied,
    encrypted,
    field_moved,
    field_removed,
    font_replaced,
    form_removed,
    freed,
    label_changed,
    language_changed,
    layer_added,
    letter_in_lower_case,
    linearised,
    link_changed,
    look_changed,
    lt,
    lta,
    message,
    new_field,
    no_certificate,
    note_added,
    of_answer,
    of_attachment,
    of_kind,
    of_list,
    of_page,
    page_added,
    page_cropped,
    page_removed,
    page_replaced,
    page_script_added,
    pages_swapped,
    range_of_the_first,
    ranges,
    rewritten,
    said_twice,
    script_added,
    signature_nulled,
    signature_removed,
    signed_at,
    signed_twice,
    somebody_elses_certificate,
    stamp_of_another,
    stamped_by_a_stranger,
    swapped_contents,
    tags_changed,
    tampered_before_signing,
    title_changed,
    two_signers,
    unknown_algorithm,
    update,
    visible_stamp,
    widget_removed,
    with_content,
    with_digest,
    without,
    zipped,
)

from kdnet_docs.signing.verdict import FlawKind


@dataclass(frozen=True)
class Spoiled:
    """A way to spoil a file."""

    name: str
    kind: FlawKind
    make: Callable[[], bytes]

    def __str__(self) -> str:
        return self.name


BYTES = (
    Spoiled("a byte of a page", "bytes-changed", byte_of(of_page(2))),
    Spoiled("a byte of the attached source", "bytes-changed", byte_of(of_attachment)),
    Spoiled("a byte of the metadata", "bytes-changed", lambda: at(rb"<dc:title>.{40}", two())),
    Spoiled("a byte of the catalogue", "bytes-changed", lambda: at(rb"/Type /Catalog\n/Pa", two())),
    Spoiled("a byte between two objects", "bytes-changed", lambda: at(rb"endobj", two())),
    Spoiled("a byte after the first signature", "bytes-changed", lambda: at(rb"/Type /Sig\n", two(), 4)),
    Spoiled("a byte of the signature", "signature-broken", byte_of_signature(-3)),
    Spoiled("a byte after the signature in its place", "signature-broken", byte_of_signature(9_000)),
    Spoiled("a letter of the signature in lower case", "bad-byte-range", letter_in_lower_case),
    Spoiled("words after the end", "bytes-after-the-end", lambda: two() + b"% 45 pct.\n"),
    Spoiled("a line break after the end", "bytes-after-the-end", lambda: two() + b"\n"),
    Spoiled("a second end", "bytes-after-the-end", lambda: two() + b"%%EOF\n"),
    Spoiled("words before the beginning", "bytes-before-the-start", lambda: b"% 45 pct.\n" + two()),
    Spoiled("the last hundred bytes missing", "cut-off", lambda: two()[:-100]),
    Spoiled("cut off in the middle of the last signature", "cut-off", lambda: two()[: s.gap(two())[0] + 200]),
    Spoiled("cut back to before the second signature", "field-unsigned", lambda: two()[: len(one())]),
    Spoiled("cut back to before all signatures", "no-signature", lambda: two()[: len(s.unsigned())]),
    Spoiled("written anew by a program", "bytes-changed", rewritten),
    Spoiled("made fit for the web by qpdf", "bytes-changed", linearised),
    Spoiled("sent as text", "unreadable", lambda: two().replace(b"\n", b"\r\n")),
    Spoiled("a byte taken out", "bytes-changed", lambda: two()[:4000] + two()[4001:]),
    Spoiled("in a zip", "unreadable", zipped),
    Spoiled("empty", "unreadable", lambda: b""),
    Spoiled("words", "unreadable", lambda: b"Kontrakt"),
    Spoiled("encrypted", "encrypted", encrypted),
)  # fmt: skip

RANGES = (
    Spoiled("a range with a wider gap", "bad-byte-range", ranges(lambda n: [n[0], n[1] - 20, n[2], n[3]])),
    Spoiled("a range that begins later", "bad-byte-range", ranges(lambda n: [9, n[1] - 9, n[2], n[3]])),
    Spoiled("a range that overlaps", "bad-byte-range", ranges(lambda n: [n[0], n[1], 9, n[3]])),
    Spoiled("a range with a negative number", "bad-byte-range", ranges(lambda n: [-9, n[1], n[2], n[3]])),
    Spoiled("a range beyond the file", "cut-off", ranges(lambda n: [n[0], n[1], n[2], 9_999_999])),
    Spoiled("a range of three numbers", "bad-byte-range", ranges(lambda n: [n[0], n[1], n[2]])),
    Spoiled("a range of no numbers", "bad-byte-range", ranges(lambda _: [])),
    Spoiled("a range that ends early", "bad-byte-range", ranges(lambda n: [n[0], n[1], n[2], n[3] - 9])),
    Spoiled("the range of the first signature on the second", "bad-byte-range", range_of_the_first),
)  # fmt: skip

MESSAGES = (
    Spoiled("another signature of the same person in the place", "bytes-changed", swapped_contents),
    Spoiled("zeros for a signature", "signature-broken", lambda: s.with_contents(two(), b"")),
    Spoiled("two signers in one", "signature-broken", message(two_signers)),
    Spoiled("no certificate", "signature-broken", message(no_certificate)),
    Spoiled("the certificate of somebody else", "signature-broken", message(somebody_elses_certificate)),
    Spoiled("content of its own", "signature-broken", message(with_content)),
    Spoiled("an unknown algorithm", "weak-algorithm", message(unknown_algorithm)),
    Spoiled("no digest of the file", "signature-broken", without("message_digest")),
    Spoiled("the certificate not signed", "signature-broken", without("signing_certificate_v2")),
    Spoiled("no word of what is signed", "signature-broken", without("content_type")),
    Spoiled("a digest that can be forged", "weak-algorithm", lambda: with_digest("sha1", "sha1_ecdsa")),
)  # fmt: skip

CERTIFICATES = (
    Spoiled("a certificate that had expired", "certificate-expired", of_kind("expired")),
    Spoiled("a certificate before its time", "certificate-not-yet-valid", of_kind("not-yet-valid")),
    Spoiled("a foreign certificate", "certificate-foreign", of_kind("foreign")),
    Spoiled("a certificate of one's own making", "certificate-foreign", of_kind("self-signed")),
    Spoiled("a revoked certificate", "certificate-revoked", lambda: one("B-LT", kind="revoked")),
    Spoiled("a certificate for something else", "certificate-not-for-signing", of_kind("not-for-signing")),
    Spoiled("a key that is too short", "weak-algorithm", of_kind("weak")),
    Spoiled("signed in the field of somebody else", "other-signatory", lambda: one(name="Bo Nielsen")),
    Spoiled("signed by one for both", "other-signatory", lambda: two(name=s.TORBEN)),
    Spoiled("a time in the future", "signing-time-impossible", signed_at(90)),
    Spoiled("a time before the certificate", "signing-time-impossible", signed_at(-900)),
)  # fmt: skip

TIMES = (
    Spoiled("a time-stamp of somebody foreign", "timestamp-foreign", stamped_by_a_stranger),
    Spoiled("the time-stamp of another signature", "timestamp-broken", stamp_of_another),
    Spoiled("a byte of the time-stamp over the file", "timestamp-broken", byte_of_signature(80, lta)),
    Spoiled("a byte of the list of revoked certificates", "evidence-broken", byte_of(of_list, -4, lt)),
    Spoiled("a byte of the word on the certificate", "evidence-missing", byte_of(of_answer, 60, lt)),
    Spoiled("a time-stamp that shows something", "changed-after-signing", visible_stamp),
)  # fmt: skip

CHANGES = (
    Spoiled("a page added", "page-added", update(page_added)),
    Spoiled("a page removed", "page-removed", update(page_removed)),
    Spoiled("two pages swapped", "page-swapped", update(pages_swapped)),
    Spoiled("a page replaced", "page-swapped", update(page_replaced)),
    Spoiled("the content of a page replaced", "page-changed", update(content_replaced)),
    Spoiled("content put over a page", "page-changed", update(content_added)),
    Spoiled("a page cropped", "page-changed", update(page_cropped)),
    Spoiled("a font replaced", "page-changed", update(font_replaced)),
    Spoiled("the content of a page taken away", "page-changed", freed),
    Spoiled("changed between the two signatures", "page-changed", tampered_before_signing),
    Spoiled("a note added", "annotation-added", update(note_added)),
    Spoiled("a link that leads elsewhere", "annotation-changed", update(link_changed)),
    Spoiled("links removed", "annotation-removed", update(annotations_removed)),
    Spoiled("the attached source replaced", "attachment-replaced", update(attachment_replaced)),
    Spoiled("the attached source overwritten", "attachment-replaced", update(attachment_overwritten)),
    Spoiled("a file attached", "attachment-added", update(attachment_added)),
    Spoiled("the attached source removed", "attachment-removed", update(attachment_removed)),
    Spoiled("another origin in the metadata", "metadata-changed", update(title_changed)),
    Spoiled("another author in the metadata", "metadata-changed", update(author_changed)),
    Spoiled("another bookmark", "changed-after-signing", update(bookmark_changed)),
    Spoiled("a script", "active-content", update(script_added)),
    Spoiled("a script of a page", "active-content", update(page_script_added)),
    Spoiled("other tags", "tags-changed", update(tags_changed)),
    Spoiled("layers", "changed-after-signing", update(layer_added)),
    Spoiled("another setting", "changed-after-signing", update(language_changed)),
    Spoiled("two lists of pages", "changed-after-signing", said_twice),
    Spoiled("another beginning", "changed-after-signing", another_root),
    Spoiled("an update of nothing", "changed-after-signing", update(lambda made: made.pages())),
)  # fmt: skip

FIELDS = (
    Spoiled("a signed field removed", "field-removed", update(field_removed)),
    Spoiled("a field without signature removed", "field-removed", update(field_removed, one)),
    Spoiled("the form removed", "field-removed", update(form_removed)),
    Spoiled("a field taken from its page", "field-removed", update(widget_removed)),
    Spoiled("a signature taken out of its field", "signature-removed", update(signature_removed)),
    Spoiled("nothing for a signature", "signature-removed", update(signature_nulled)),
    Spoiled("signed twice in one field", "field-signed-twice", signed_twice),
    Spoiled("one signature in two fields", "signature-copied", update(copied, one)),
    Spoiled("a further field, and signed", "field-added", new_field),
    Spoiled("the label of a field changed", "field-changed", update(label_changed)),
    Spoiled("the look of a signature changed", "field-changed", update(look_changed)),
    Spoiled("a field moved", "field-changed", update(field_moved)),
    Spoiled("nobody signed", "no-signature", s.unsigned),
    Spoiled("one did not sign", "field-unsigned", one),
)  # fmt: skip

SPOILED = (*BYTES, *RANGES, *MESSAGES, *CERTIFICATES, *TIMES, *CHANGES, *FIELDS)
