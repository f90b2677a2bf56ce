"""The digests of the files that are bilag, so that a file replaced under its own name is found."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePosixPath

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.document.stated import Stated, StatedBilag
from kdnet_docs.document.tree import Document
from kdnet_docs.sources.attachments import read_attachment
from kdnet_docs.sources.project import SOURCES, Project
from kdnet_docs.sources.revisions import revision


def with_digests(project: Project, document: Document, at: str | None) -> Document:
    """The document with a digest after the path of each bilag that is a file, as it is now or was `at`."""
    bilag = tuple(one for one in document.stated if isinstance(one, StatedBilag))
    contents = _now(project, bilag) if at is None else _then(project, at, bilag)
    return replace(document, stated=tuple(_digested(one, contents) for one in document.stated))


def _now(project: Project, bilag: Iterable[StatedBilag]) -> Mapping[str, bytes]:
    found = {
        one.made_of: read_attachment(project, one.made_of, one.span)
        for one in bilag
        if one.span and (project.root / SOURCES / one.made_of).is_file()
    }
    return {path: content for path, content in found.items() if not isinstance(content, Refused)}


def _then(project: Project, at: str, bilag: Iterable[StatedBilag]) -> Mapping[str, bytes]:
    paths = [one.made_of for one in bilag if ".." not in PurePosixPath(one.made_of).parts]
    state = revision(project.root, at)
    if isinstance(state, Refused) or not paths:
        return {}
    stored = state.contents(*(f"{SOURCES}/{path}" for path in paths))
    if isinstance(stored, Refused):
        return {}
    return {name.removeprefix(f"{SOURCES}/"): content for name, content in stored.items()}


def _digested(one: Stated, contents: Mapping[str, bytes]) -> Stated:
    if not isinstance(one, StatedBilag) or one.made_of not in contents:
        return one
    return replace(one, made_of=f"{one.made_of} {sha256(contents[one.made_of]).hexdigest()}")
