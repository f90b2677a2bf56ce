"""Every deliberate difference between the original and what is built, each with its reason.

The original is the text of the package of September 2021 as it was taken out of a PDF. Readers are
other people's programs: what one of them cannot show, or shows in its own way, is a difference too.
White space and hyphens at the ends of lines are not compared.
"""

from dataclasses import dataclass
from enum import Enum, auto


class Reader(Enum):
    """Who reads the package that we built."""

    PANDOC = auto()
    """pandoc reads the Word files: the document as Word holds it."""
    LIBREOFFICE = auto()
    """LibreOffice prints the Word files and poppler reads the pages."""
    POPPLER = auto()
    """poppler reads the pages of the meeting's PDF."""


ALL = frozenset(Reader)
WORD = frozenset({Reader.PANDOC, Reader.LIBREOFFICE})
PANDOC = frozenset({Reader.PANDOC})
PRINT = frozenset({Reader.LIBREOFFICE, Reader.POPPLER})
POPPLER = frozenset({Reader.POPPLER})


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the original that stand otherwise in what is built.

    `times` is how often the original has them; None is for the marks of the extraction.
    """

    original: str
    ours: str
    reason: str
    readers: frozenset[Reader] = ALL
    times: int | None = 1


@dataclass(frozen=True, slots=True)
class Generated:
    """Words on the pages that the original's text does not have, as a pattern over lines."""

    pattern: str
    reason: str
    readers: frozenset[Reader]
    becomes: str = ""
    first_stays: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """Words that stand in another place, and are compared there."""

    pattern: str
    reason: str


MARKS = "¹²³"

FOOTNOTED = ("fordelingsnøgle", "efteråret 2021", "procentpoint")
"""What each footnote's mark hangs at."""

FOOTNOTE = Moved(
    rf"(?m)^[{MARKS}] (.*)$",
    "a footnote stands where a reader prints it: its words are compared by themselves, its mark in the text",
)

CLAUSES = (
    "Samarbejde mellem erhvervshus og kommuner",
    "Erhvervshusets opsøgende indsats",
    "Grøn og cirkulær omstilling",
    "Digitalisering",
    "Opfølgning på anbefalinger fra Vækstteam Midtjylland",
    "Medarbejdernes kompetencer og bestyrelsens ansvar",
)

CONTENTS = (
    "Indledning",
    "Om Erhvervshus Midtjylland",
    "Resultatopgørelse og afrapportering",
    "Særlige indsatsområder",
    *(f"{number}. {title}" for number, title in enumerate(CLAUSES, start=1)),
    "Økonomi",
    "Ikrafttræden",
    "Bilag",
    "Opsummering af mål for Erhvervshus Midtjylland",
)

STATUS = "Oversigt – status for initiativer om den nære psykiatri"

TWO_STATUSES = (
    (
        "En borger – ét fælles forløb Aarhus- (Morfeus) og Randersklyngen (Lab. 14 samt Lab. 15)",
        (
            "Randers-klyngens arbejde med lab. 14 og lab.15 er afsluttet. "
            "Der er leveret en afrapportering på arbejdet."
        ),
    ),
    (
        "Initiativer for de mest udsatte borgere Midt- og Vestklyngen",
        "Midtklyngen: Under udvikling og afprøvning.",
    ),
)
"""The initiatives that span two rows, each with its first status."""

EXTRACTION = "a mark of the extraction, not of the document"
HEADING_NUMBER = "pandoc leaves out the numbers of headings; LibreOffice reads them"
RAISED = "a page shows that a footnote's mark is raised, its text does not; a line may end after it"
STATE = "the engine's word for how far the document has come, as the watermark is"
SPANNING = "Typst draws a cell over two rows after the first row's other cells"

_EXTRACTED = (
    Difference("<p>", "", EXTRACTION, times=None),
    Difference("</p>", "", EXTRACTION, times=None),
    Difference("<i>", "", EXTRACTION, times=None),
    Difference("</i>", "", EXTRACTION, times=None),
    Difference("*", "", EXTRACTION, times=None),
    Difference("UDKAST ", "", "the watermark lies behind the text of every page", times=4),
)

_UNSCRAMBLED = (
    Difference(
        "For KKR Midtjylland Midtjylland For Erhvervshus d. / d. / Torben Hansen Formand for KKR Midtjylland "
        "Søren Olesen Formand for Erhvervshus Midtjylland",
        "For KKR Midtjylland d. / Torben Hansen Formand for KKR Midtjylland "
        "For Erhvervshus Midtjylland d. / Søren Olesen Formand for Erhvervshus Midtjylland",
        "the extraction mixed the two columns of the signature block",
    ),
)

_FRONT = (
    Difference(
        "Bilagsliste Dagsordenspunkt Bilag 1 Udkast til resultatkontrakt for Erhvervshus Midtjylland 2022 "
        f"3 {STATUS} ",
        "Bilagsliste Dagsordenspunkt Bilag Titel Side "
        "1 1 Udkast til resultatkontrakt for Erhvervshus Midtjylland 2022 2 "
        f"3 2 {STATUS} 16 ",
        "the list of bilag says their numbers and pages too",
    ),
)

_ADDED = (
    Difference(
        "Indledning KKR Midtjylland og",
        f"Indhold {' '.join(CONTENTS)} Indledning KKR Midtjylland og",
        "the contract has a table of contents",
    ),
    Difference(
        "Initiativ Status Fælles",
        f"{STATUS} Initiativ Status Fælles",
        "the status table has its title above it",
    ),
    Difference(
        "mellem KKR Midtjylland og Erhvervshus Midtjylland Indhold",
        "mellem KKR Midtjylland og Erhvervshus Midtjylland Udkast Indhold",
        STATE,
    ),
    Difference(f"{STATUS} Initiativ Status", f"{STATUS} Vedtaget Initiativ Status", STATE),
)

_AS_READ = (
    *(
        Difference(f" {number}. {title} ", f" {title} ", HEADING_NUMBER, PANDOC)
        for number, title in enumerate(CLAUSES, start=1)
    ),
    *(Difference(f" Mål {number} – ", " ", HEADING_NUMBER, PANDOC) for number in range(1, 9)),
    *(
        Difference(f"{initiative} {status} ", f"{status} {initiative} ", SPANNING, POPPLER)
        for initiative, status in TWO_STATUSES
    ),
    Difference(" - ", " • ", "a list of the original is typed, ours has bullets", PRINT, times=4),
)

_MARKS_PRINTED: tuple[Difference | Generated, ...] = (
    *(
        Difference(f"{word}{mark}", f"{word}{number}", RAISED, PRINT)
        for number, (word, mark) in enumerate(zip(FOOTNOTED, MARKS, strict=True), start=1)
    ),
    Generated(rf"((?:{'|'.join(FOOTNOTED)})[123])\n(?=[:.])", RAISED, PRINT, becomes=r"\1"),
)

_GENERATED = (
    Generated(r"^U\nD\nK\nA\nS\nT\n", "the watermark, whose letters stand on a slant", POPPLER),
    Generated(r"^Bilag \d · side \d+ af \d+ \d+$", "the stamp of a page", POPPLER),
    Generated(r"(?<=^KD-Net Side 1 af 1\n)1$", "the stamp of the front page", POPPLER),
    Generated(
        r"(?<=\f\n)Resultatkontrakt 2022\n(?!mellem)", "the header of a page, which the cover lacks", PRINT
    ),
    Generated(rf"(?<=\f\n)(Mail-møde i KD-Net, september 2021|{STATUS})\n", "the header of a page", PRINT),
    Generated(r"^(KKR Midtjylland|KD-Net) Side \d+ af \d+$", "the footer of a page", PRINT),
    Generated(
        rf"^({'|'.join(CONTENTS)})[ .]*\d+$",
        "the page numbers of the contents, and their dots",
        ALL,
        becomes=r"\1",
    ),
    Generated(r"^Kommune 1\.000 kr\.$", "a table's head repeated on a new page", PRINT, first_stays=True),
    Generated(r"^Initiativ Status$", "a table's head repeated on a new page", PRINT, first_stays=True),
)

TABLE: tuple[Difference | Generated | Moved, ...] = (
    FOOTNOTE,
    *_EXTRACTED,
    *_UNSCRAMBLED,
    *_FRONT,
    *_AS_READ,
    *_MARKS_PRINTED,
    *_ADDED,
    *_GENERATED,
)
"""Differences are applied in this order."""
