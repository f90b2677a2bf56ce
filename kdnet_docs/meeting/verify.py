"""Whether a package, as a folder or a zip, is still what its manifest says.

It may come from anywhere, so nothing in it decides what is opened: what lies there is listed, and held
against the manifest by name, size and digest. No more is read of a file than the manifest says it has.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from itertools import islice
from pathlib import Path

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.meeting.listing import Found, Listing, in_folder, in_zip, spelled
from kdnet_docs.meeting.manifest import LARGEST, MANIFEST, Manifest, read_manifest

_MOST_FINDINGS = 50
_ZIP_OVERHEAD = 1 << 20
"""What a zip may have beyond the files in it, in bytes."""

_AGAIN = msg("build the package again, or get it once more from whoever sent it")
_WHOLE = msg("name the folder of a package, such as build/meeting-2021-09, or its zip")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A package with its manifest; `findings` are the differences, none where it is as it was made."""

    manifest: Manifest
    findings: tuple[Diagnostic, ...]


def verify(place: Path) -> Verified | Refused:
    """What differs from the manifest in a folder or a zip, or why that cannot be told.

    Raises OSError where a file cannot be read.
    """
    if not place.exists():
        return _refused(place, msg("there is no such folder or file"), _WHOLE)
    if place.is_dir():
        return _verify(in_folder(place), place)
    with place.open("rb") as file:
        listing = in_zip(file)
        if listing is None:
            file.seek(0)
            if file.read(5) == b"%PDF-":
                hint = msg("whether a signed PDF can be trusted, `kdnet verify FILE` tells")
                return _refused(place, msg("this is a PDF, and no package of a meeting"), hint)
            return _refused(place, msg("this is no zip, or it is damaged"), _AGAIN)
        return _verify(listing, place)


def _verify(listing: Listing, place: Path) -> Verified | Refused:
    found = listing.files.get(MANIFEST)
    if found is None:
        return _refused(place, msg("there is no {name} here", name=MANIFEST), _WHOLE)
    data = found.content(LARGEST) if MANIFEST not in listing.twice else None
    manifest = read_manifest(data) if data is not None else None
    if manifest == "newer":
        message = msg("{name} was written by a newer version of kdnet", name=MANIFEST)
        return _refused(place, message, msg("verify it with that version"))
    if data is None or manifest is None:
        return _refused(place, msg("{name} is damaged, or is no manifest of ours", name=MANIFEST), _AGAIN)
    differences = _differences(listing, manifest, data, place)
    return Verified(manifest=manifest, findings=tuple(islice(differences, _MOST_FINDINGS)))


def _differences(listing: Listing, manifest: Manifest, data: bytes, place: Path) -> Iterator[Diagnostic]:
    """What is missing, what is changed, what is too much; and the same in the zip of it all."""
    if listing.holds_more:
        yield _difference(msg("the zip holds something that is in none of its files"), place)
    said = {spelled(file.name): (file.size, file.sha256) for file in manifest.files}
    said[MANIFEST] = (len(data), sha256(data).hexdigest())
    for name, (size, digest) in said.items():
        if name not in listing.files:
            yield _difference(msg('"{name}" is missing', name=name), place)
        elif name in listing.twice:
            yield _difference(msg('"{name}" is there more than once', name=name), place)
        elif listing.files[name].digest(size) != digest:
            yield _difference(msg('"{name}" has been changed', name=name), place)
    archive = archive_of(manifest)
    for name in sorted(listing.files.keys() - said.keys()):
        if name == archive and name not in listing.twice:
            yield from _in_archive(listing.files[archive], manifest, data, place / archive)
        else:
            yield _difference(msg('"{name}" does not belong to the package', name=name), place)


def _in_archive(found: Found, manifest: Manifest, data: bytes, place: Path) -> Iterator[Diagnostic]:
    most = sum(file.size for file in manifest.files) + len(data) + _ZIP_OVERHEAD
    content = found.content(most)
    listing = in_zip(BytesIO(content)) if content is not None else None
    if listing is None:
        yield _difference(msg("the zip is damaged, or holds more than the package"), place)
    elif archive_of(manifest) in listing.files:
        # A package in itself, in itself again ...: one is enough.
        yield _difference(msg('"{name}" does not belong to the package', name=archive_of(manifest)), place)
    else:
        yield from _differences(listing, manifest, data, place)


def archive_of(manifest: Manifest) -> str:
    """What the zip of a package is called."""
    return f"{manifest.package.id}.zip"


def _difference(message: Message, place: Path) -> Diagnostic:
    return Diagnostic(code=Code.NOT_AS_BUILT, message=message, span=Span(Source(str(place), ""), 0, 0))


def _refused(place: Path, message: Message, hint: Message) -> Refused:
    span = Span(Source(str(place), ""), 0, 0)
    return Refused((Diagnostic(code=Code.NO_MANIFEST, message=message, span=span, hint=hint),))
