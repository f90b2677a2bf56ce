"""What is said of a PDF before it is merged: that it cannot be, or what it lacks."""

from dataclasses import dataclass
from enum import Enum, auto, unique


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSize:
    """How large a reader shows a page, in points: its crop box, turned, and scaled by its unit."""

    width: float
    height: float


@unique
class Reason(Enum):
    """Why a PDF cannot be merged."""

    BROKEN = auto()
    """It is no PDF, or so damaged that its pages cannot be read."""
    ENCRYPTED = auto()
    """Also where no password is asked for when it is opened: its owner has locked something."""
    EMPTY = auto()
    """It has no pages."""
    TOO_MANY_PAGES = auto()
    TOO_LARGE = auto()
    """The file, or what is packed in it."""
    SCRIPTS = auto()
    """JavaScript, also as a link's address, or PostScript in place of a picture."""
    LAUNCH = auto()
    """An action that starts a program, fills the form from another file, or opens an address on this machine
    or a share."""
    PROGRAM = auto()
    """A file lies in it that would be run when it is opened there; the detail is its name."""
    EXTERNAL = auto()
    """Some of what it shows is in another file."""
    MULTIMEDIA = auto()
    """Sound, film or a model in space, which no paper and no archive can hold."""
    XFA = auto()
    """A form of XML, whose pages only say that another program is needed."""
    PORTFOLIO = auto()
    """An envelope around other files."""
    SIGNED = auto()
    """Its signature would not survive."""
    SHARED_PAGE = auto()
    """One page object stands twice among the pages, and tags can only name one of them."""
    PARENT_TREE = auto()
    """Two pages share one place in the table from content to tags."""
    STRUCTURE = auto()
    """The tags run in a circle, or are nested without end."""


@unique
class Lack(Enum):
    """What a PDF lacks, that PDF/UA or PDF/A asks for."""

    UNTAGGED = auto()
    """It has no tags, or does not vouch for those that it has."""
    SCAN = auto()
    """The pages are pictures, without text."""
    LANGUAGE = auto()
    TITLE = auto()
    UA_CLAIM = auto()
    """It does not say that it follows PDF/UA-1."""
    A_CLAIM = auto()
    """It does not say that it follows PDF/A-3a, or PDF/A-2a, which is the same without attachments."""
    OUTPUT_INTENT = auto()
    """It does not say which inks or which screen its colours are meant for."""
    FONT_NOT_EMBEDDED = auto()
    ALTERNATIVE_TEXT = auto()
    """Of a figure or a formula."""
    NOTE_ID = auto()
    """The id of a footnote, by which what refers to it finds it."""
    TAG_ROLE = auto()
    """What a tag of the file's own kind is in the standard's words."""
    TAG_CONTENT = auto()
    """Content of its own: a tag names what is not there, or what another names too."""
    LINK_CONTENTS = auto()
    """The description of a link, for one who cannot see where it stands."""
    CONTENT_TAGS = auto()
    """Something on a tagged page is neither tagged nor marked as decoration."""
    ANNOTATION_TAGS = auto()
    """A link, note or form field that no tag leads to."""
    ARCHIVABLE = auto()
    """It holds something that PDF/A-3 does not allow."""
    COLOURS = auto()
    """Colours meant for what an earlier part means them for: of RGB and CMYK a file can mean but one."""
    STAMP_CLAIM = auto()
    """What is stamped on it does not say that it follows PDF/A-2 or 3 at level a or u."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """One thing that a PDF lacks, and where."""

    lack: Lack
    pages: tuple[int, ...] = ()
    """The pages, counted from 1; none where it is the file as a whole, or the page is not known."""
    what: str = ""
    """The font, the level that is claimed, or the tag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What a PDF says of itself in its XMP, true or not."""

    pdf_ua: bool
    """PDF/UA-1."""
    pdf_a: str | None
    """The part and level of PDF/A, as `3a`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """A PDF that can be merged."""

    pages: tuple[PageSize, ...]
    tagged: bool
    scanned: bool
    """Whether no page has text, and some have pictures."""
    language: str | None
    title: str | None
    claims: Claims
    lacks: tuple[Lacking, ...]
    files: tuple[str, ...] = ()
    """The names of the files that lie in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unusable:
    """A PDF that cannot be merged."""

    reason: Reason
    detail: str = ""
    """What was met and where, for one who knows PDF: `page 3`, `/S /Launch`."""
