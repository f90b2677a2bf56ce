"""The real contract with forty-three edits of the kinds that contracts see, each known.

The edits are made in the YAML as an author would make them. `ins`, `dele` and `moved` are the fewest
characters that a redline must mark for the edit; tests/compare/test_planted.py says what each means.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CONTRACT = Path(__file__).parents[1] / "contract_sources/contracts/erhvervshus-midtjylland/2022.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One edit: its kind, how it changes the YAML, and the words that went, came and moved."""

    kind: str
    make: Callable[[str], str]
    ins: str = ""
    dele: str = ""
    moved: tuple[str, ...] = ()


def planted(source: str) -> str:
    """The YAML of the contract with all edits."""
    for edit in EDITS:
        changed = edit.make(source)
        assert changed != source, edit
        source = changed
    return source


# --- how an edit is made -------------------------------------------------------------------------


def _found(words: str, source: str) -> re.Match[str]:
    """The one place of the words, wherever the author broke the line."""
    matches = list(re.finditer(r"\s+".join(map(re.escape, words.split())), source))
    assert len(matches) == 1, (len(matches), words)
    return matches[0]


def _replace(old: str, new: str) -> Callable[[str], str]:
    def make(source: str) -> str:
        match = _found(old, source)
        return source[: match.start()] + new + source[match.end() :]

    return make


def _paragraph(words: str, source: str) -> tuple[int, int, str]:
    """Where the paragraph with these words begins and ends, with its indentation."""
    at = _found(words, source).start()
    start = max(source.rfind("\n\n", 0, at) + 2, source.rfind("|\n", 0, at) + 2)
    indent = len(source[start:]) - len(source[start:].lstrip(" "))
    less = rf"\n(?= {{0,{max(indent - 1, 0)}}}\S|\n)"
    end = re.compile(less).search(source, start)
    assert end
    return start, end.start(), " " * indent


def _insert_after(words: str, text: str) -> Callable[[str], str]:
    def make(source: str) -> str:
        _, end, indent = _paragraph(words, source)
        return f"{source[:end]}\n\n{indent}{text}{source[end:]}"

    return make


def _insert_before(words: str, text: str) -> Callable[[str], str]:
    def make(source: str) -> str:
        start, _, indent = _paragraph(words, source)
        return f"{source[:start]}{indent}{text}\n\n{source[start:]}"

    return make


def _drop(words: str) -> Callable[[str], str]:
    def make(source: str) -> str:
        start, end, _ = _paragraph(words, source)
        if source[end : end + 2] == "\n\n":
            return source[:start] + source[end:].lstrip("\n")
        return source[:start].rstrip("\n") + source[end:]

    return make


def _move(
    words: str, place: Callable[[str], Callable[[str], str]], new: str | None = None
) -> Callable[[str], str]:
    def make(source: str) -> str:
        start, end, _ = _paragraph(words, source)
        text = " ".join(source[start:end].split())
        if new is not None:
            was, _, becomes = new.partition(" -> ")
            text = text.replace(was, becomes)
        return place(text)(_drop(words)(source))

    return make


def _move_line(line: str, before: str) -> Callable[[str], str]:
    def make(source: str) -> str:
        moved = next(found for found in source.splitlines(keepends=True) if found.strip() == line)
        source = source.replace(moved, "")
        stands = next(found for found in source.splitlines(keepends=True) if found.strip() == before)
        return source.replace(stands, moved + stands)

    return make


def _move_clause(title: str, before: str) -> Callable[[str], str]:
    def make(source: str) -> str:
        match = re.search(rf"      - title: {title}\n.*?(?=      - title: )", source, re.DOTALL)
        assert match
        source = source[: match.start()] + source[match.end() :]
        at = source.index(f"      - title: {before}\n")
        return source[:at] + match[0] + source[at:]

    return make


def _label(identity: str) -> Edit:
    def make(source: str) -> str:
        at = source.index("labels: {afrapportering: Afreportering}", source.index(f"id: {identity}\n"))
        return source[:at].rstrip() + source[at + len("labels: {afrapportering: Afreportering}") :]

    return Edit(kind="spelling", make=make, ins="Afrapportering", dele="Afreportering")


def _words(kind: str, old: str, new: str, dele: str, ins: str) -> Edit:
    return Edit(kind=kind, make=_replace(old, new), dele=dele, ins=ins)


# --- the edits -----------------------------------------------------------------------------------

KLIMATJEK = (
    "Erhvervshus Midtjylland skal årligt gennemføre mindst 120 klimatjek i små og mellemstore virksomheder "
    "fordelt på alle 19 kommuner."
)
AFVIGELSER = (
    "Afvigelser på mere end 10 pct. fra de aftalte måltal skal begrundes særskilt og ledsages af en "
    "handleplan, der forelægges KKR Midtjylland senest 1. oktober."
)
GENFORHANDLING = (
    "Parterne kan med tre måneders skriftligt varsel anmode om genforhandling, hvis de nationale rammer "
    "ændres væsentligt."
)
FORNOEDNE = (
    "Erhvervshus Midtjyllands medarbejdere forventes at have de fornødne kompetencer ift. at kunne honorere "
    "virksomhedernes behov for specialiseret erhvervsservice."
)
GENSTART = (
    "I forhold til opfølgningen på anbefalinger til genstart af det midtjyske erhvervsliv kan Erhvervshuset "
    "naturligt have fokus på at fremme SMV'ernes digitale omstilling jf. pkt 4 ovenfor."
)
ARRANGEMENTER = (
    " Parterne kan afholde fælles lokale arrangementer, som adresserer aktuelle emner af interesse for "
    "virksomhederne."
)
REGISTER = " Erhvervshuset fører et samlet register over henvisninger og resultater."
DIGITALISERING = """\
Digitalisering
Erhvervshus Midtjylland skal gennem indsigt i virksomhedernes daglige drift og vilkår samt viden og \
ekspertise i digitale teknologier og automatisering, hjælpe og anspore virksomhederne i deres digitale \
udvikling. Det kan fx være ved at fremme virksomhedernes anvendelse af data og digitale teknologier, \
der giver fleksibilitet og styrker virksomhedernes produktion, administration og salg etc. Vejledning om \
digitalisering skal gå hånd i hånd med digital sikkerhed og ansvarlig håndtering af data.
Erhvervshus Midtjylland skal sikre, at virksomhedsprogrammet under REACT-EU sammen med Erhvervshusets \
øvrige tilbud bidrager til at fremme digitaliseringen af det midtjyske erhvervsliv."""
UDPEGNING = (
    "KKR Midtjylland varetager i hver funktionsperiode endvidere den samlede proces for udpegning af "
    "medlemmer til bestyrelsen for Erhvervshus Midtjylland, herunder beslutter de indstillingsberettigede "
    "erhvervsorganisationer og vidensinstitutioner, jf. lov om erhvervsfremme."
)
AFTALE = (
    "Kommuner, som måtte ønske det, har mulighed for at indgå en  aftale med Erhvervshus Midtjylland om "
    "prioriteringen af lokale mål og indsatser inden for rammerne af nærværende resultatkontrakt mellem KKR "
    "Midtjylland og Erhvervshus Midtjylland – f.eks. en målrettet lokal indsats i forhold til "
    "styrkepositioner, vækst drivere, betydende erhvervssektorer mv."
)
UNIT = "\n                    unit: pct.\n                    due: 2022"
SPARRING = "Strategisk sparringspartner for Danmarks Erhvervsfremmebestyrelse"

EDITS: tuple[Edit, ...] = (
    # The total stands in the table and, through a parameter, in the text.
    Edit(
        kind="amount",
        make=_replace(
            "total: {row: [Midtjylland i alt, 39.010], rounding: 1}",
            "total: {row: [Midtjylland i alt, 41.250]}",
        ),
        dele="39.010" + "39,010",
        ins="41.250" + "41,250",
    ),
    _words("year", "| mio }} i {{ version }}.", "| mio }} i 2023.", "2022", "2023"),
    _words("date", "effective: 2022-01-01", "effective: 2023-01-01", "2022", "2023"),
    _words("obligation", "skal være opsøgende overfor", "kan være opsøgende overfor", "skal", "kan"),
    _words("quantity", "3-4 gange om året", "mindst 4 gange om året", "3-", "mindst "),
    _words("target", "value: 45", "value: 48", "45", "48"),
    _words("target", "value: 48 unit: pct. due: 2022", f"value: 52{UNIT}", "48", "52"),
    # The share stands in the text before the table and in the table.
    _words("target", "kompetencerne value: 80", f"kompetencerne\n{'':20}value: 85", "8080", "8585"),
    _words(
        "spelling",
        "af de vejlede virksomheder angiver",
        "af de vejledte virksomheder angiver",
        "vejlede",
        "vejledte",
    ),
    _words("target", "value: 70 due: 2022", "value: 75\n                    due: 2022", "70", "75"),
    _words("target", "value: 5000", "value: 5500", "5.000", "5.500"),
    _words(
        "words",
        "Det skal blandt andet sikre, at",
        "Dette skal medvirke til, at",
        "Detblandt andet sikre",
        "Dettemedvirke til",
    ),
    _words("punctuation", "for 2021-2023.: -", "for 2021-2023:\n\n      -", ".", ""),
    _words(
        "words",
        "er en forudsætning for sammentænkning",
        "er en afgørende forudsætning for sammentænkning",
        "",
        "afgørende ",
    ),
    _words(
        "sentence-in",
        "virksomheder parterne har besøgt.",
        f"virksomheder parterne har besøgt.{REGISTER}",
        "",
        REGISTER,
    ),
    _words(
        "sentence-out",
        ARRANGEMENTER.strip() + " Parterne har i 2019",
        "Parterne har i 2019",
        ARRANGEMENTER,
        "",
    ),
    Edit(kind="paragraph-in", make=_insert_after("Direktøren har ansvaret", AFVIGELSER), ins=AFVIGELSER),
    Edit(
        kind="paragraph-in",
        make=_insert_before("Erhvervshus Midtjylland skal dermed gøre", KLIMATJEK),
        ins=KLIMATJEK,
    ),
    Edit(
        kind="paragraph-in",
        make=_insert_after("Samarbejdsaftalen træder i kraft", GENFORHANDLING),
        ins=GENFORHANDLING,
    ),
    Edit(kind="paragraph-out", make=_drop("medarbejdere forventes at have"), dele=FORNOEDNE),
    Edit(kind="paragraph-out", make=_drop("genstart af det midtjyske erhvervsliv kan"), dele=GENSTART),
    Edit(
        kind="move-section",
        make=_move_clause("Digitalisering", "Grøn og cirkulær omstilling"),
        moved=tuple(DIGITALISERING.split("\n")),
    ),
    Edit(
        kind="move",
        make=_move(
            "endvidere den samlede proces", lambda text: _insert_before("Efter vedtagelse indsendes", text)
        ),
        moved=(UDPEGNING,),
    ),
    Edit(
        kind="move-edited",
        make=_move(
            "Kommuner, som måtte ønske det",
            lambda text: _insert_before("Et aktivt samspil både", text),
            "nærmere -> skriftlig",
        ),
        ins="skriftlig",
        dele="nærmere",
        moved=(AFTALE,),
    ),
    _words("cell", "[Aarhus, 10.331]", "[Aarhus, 11.480]", "10.331", "11.480"),
    _words("cell", "[Randers, 2.876]", "[Randers, 3.052]", "2.876", "3.052"),
    _words("cell", "[Favrskov, 1.417]", "[Favrskov, 1.502]", "1.417", "1.502"),
    _words("cell", "[Viborg, 2.831]", "[Viborg, 3.040]", "2.831", "3.040"),
    _words(
        "row-in",
        "- [Hedensted, 1.370]",
        "- [Djursland, 412]\n            - [Hedensted, 1.370]",
        "",
        "Djursland412",
    ),
    Edit(kind="row-out", make=_replace("- [Samsø, 108]\n", ""), dele="Samsø108"),
    Edit(kind="row-move", make=_move_line("- [Struer, 609]", "- [Herning, 2.613]"), moved=("Struer609",)),
    _words("deadline", "kendskab i efteråret 2023.", "kendskab i foråret 2023.", "efteråret", "foråret"),
    Edit(
        kind="list-reorder",
        make=_move_line(
            f"- {SPARRING}",
            "- Specialiseret og målrettet vejledning til alle typer af virksomheder og førstartere",
        ),
        moved=(SPARRING,),
    ),
    _words("split", "løbende dialog. Aktører fra", "løbende dialog.\n\n          Aktører fra", " ", ""),
    _words(
        "join", "til KL og Erhvervsstyrelsen. Status på", "til KL og Erhvervsstyrelsen. Status på", "", " "
    ),
    _words("heading", "section: Økonomi", "section: Økonomi og finansiering", "", " og finansiering"),
    _label("kendskab"),
    _label("bred-spredning"),
    _label("knudepunkt"),
    _label("nye-teknologier"),
    _label("lokal-spredning"),
    _words("footnote", "efter modtaget opgørelse", "efter endelig opgørelse", "modtaget", "endelig"),
    _words("format", "Det er et konkret krav, at", "Det er et **konkret krav**, at", "", ""),
)
