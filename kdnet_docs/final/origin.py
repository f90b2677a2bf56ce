"""Where a final file comes from, as it says itself in its metadata."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Self

NAMESPACE = "urn:kdnet-docs:origin:1"
IN_WORD = "kdnet origin "
"""What the names of the properties begin with in a Word file, which has no namespaces for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The source that a final file was made from, and the program that made it.

    `document` is ID@VERSION, `source` the path of its YAML from the project's folder, and `digest` the
    SHA-256 of that file as git has it. `commit` is the newest commit that changed the source or a
    template: what was checked out there gives these pages again. `code` is the digest of the program.
    """

    document: str
    source: str
    digest: str
    commit: str
    program: str
    code: str

    def properties(self) -> Mapping[str, str]:
        """The origin as the properties of a file, by their names."""
        return asdict(self)

    @classmethod
    def from_properties(cls, properties: Mapping[str, str]) -> Self | None:
        """The origin that a file states; None where it states none, or not all of it."""
        names = [field.name for field in fields(cls)]
        return cls(**{name: properties[name] for name in names}) if set(names) <= set(properties) else None
