"""The manifest of a package: what lies in the folder, what it was made from, and what made it.

It states no time but the meeting's: the same sources at the same commit give the same manifest.
"""

import json
import unicodedata
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kdnet_docs.meeting.engines import Audience
from kdnet_docs.meeting.made import Role
from kdnet_docs.meeting.provenance import State

MANIFEST = "manifest.json"
FORMAT = 1
"""Grows when a program that knows the old form would misread the new one."""
LARGEST = 8 << 20
"""Bytes that a manifest may have; one of a hundred bilag has a hundredth of that."""

_MOST_FILES = 10_000
Digest: TypeAlias = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the content")]
CommitId: TypeAlias = Annotated[str, Field(pattern=r"^[0-9a-f]{40,64}$")]
Name: TypeAlias = Annotated[str, Field(min_length=1, max_length=500)]


class _Part(BaseModel):
    """A part of the manifest; a key that a later version added is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)


class About(_Part):
    """What the package is."""

    id: Annotated[Name, Field(description="the name of the folder")]
    title: str
    date: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$", description="the date of the meeting")]
    language: str
    audience: Annotated[
        Audience | None,
        Field(description="who it is for, where something is closed; null where nothing is"),
    ] = None


class Commit(_Part):
    """What was checked out when the package was made."""

    id: CommitId
    state: Annotated[
        Literal["clean", "changed"],
        Field(description="clean when every source and template is as this commit has it"),
    ]


class Source(_Part):
    """A source or template, as it was when the package was made."""

    path: Annotated[Name, Field(description="from the project's folder")]
    sha256: Digest
    commit: Annotated[CommitId | None, Field(description="the last commit that changed it; null if unknown")]
    state: Annotated[State | None, Field(description="against the commit; null without git")]


class Says(_Part):
    """What a PDF says of itself, and so can be held to."""

    pdf_ua: Annotated[bool, Field(description="PDF/UA-1, for those who have it read out")]
    pdf_a: Annotated[str | None, Field(description="the part and level of PDF/A, for archives: 3a")]


class File(_Part):
    """A file of the package."""

    name: Annotated[Name, Field(description="from the package's folder")]
    role: Role
    title: str
    bilag: Annotated[str | None, Field(description="the number that is stamped on it")]
    pages: Annotated[int | None, Field(ge=0, description="for a PDF")]
    claims: Annotated[Says | None, Field(description="for the combined PDF")] = None
    size: Annotated[int, Field(ge=0, description="in bytes")]
    sha256: Digest
    sources: Annotated[tuple[Name, ...], Field(description="paths that stand under sources")]


class Tool(_Part):
    """What made the package."""

    name: str
    version: str
    code: Annotated[Digest, Field(description="SHA-256 over the program's files")]
    engine: Annotated[str, Field(description="what made the PDF files")]
    libraries: Annotated[
        dict[str, str], Field(description="those that have a part in the files, with versions")
    ]


class Manifest(_Part):
    """The manifest as a whole."""

    format: Annotated[int, Field(ge=1, description="the version of this form")]
    package: About
    commit: Annotated[
        Commit | None, Field(description="null without git, or where git has none of the sources")
    ]
    files: Annotated[tuple[File, ...], Field(max_length=_MOST_FILES)]
    sources: tuple[Source, ...]
    templates: tuple[Source, ...]
    tool: Tool

    def to_json(self) -> bytes:
        """The manifest as it is written, for people to read as well."""
        return (json.dumps(self.model_dump(), indent=2, ensure_ascii=False) + "\n").encode()


class _Version(BaseModel):
    format: int


def read_manifest(data: bytes) -> Manifest | Literal["newer"] | None:
    """The manifest; "newer" for one whose form we do not know yet, and None for what is none."""
    try:
        if len(data) > LARGEST:
            return None
        if _Version.model_validate_json(data).format > FORMAT:
            return "newer"
        manifest = Manifest.model_validate_json(data)
    except ValidationError:
        return None
    names = [unicodedata.normalize("NFC", file.name) for file in manifest.files]
    return manifest if len(set(names)) == len(names) else None
