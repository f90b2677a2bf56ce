"""The report of a comparison as one HTML file, for a reviewer with a browser and no network."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from kdnet_docs import __version__
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.compare.comparison import Comparison
from kdnet_docs.compare.faces import report
from kdnet_docs.compare.faces.html_report import versions
from kdnet_docs.compare.faces.html_report.facts import listing
from kdnet_docs.compare.faces.html_report.folds import folded, unchanged
from kdnet_docs.compare.faces.html_report.interface import WORDS
from kdnet_docs.compare.faces.html_report.leaves import Leaves
from kdnet_docs.compare.faces.html_report.rows import Rows
from kdnet_docs.compare.faces.html_report.spoken import Spoken
from kdnet_docs.compare.faces.html_report.table_steps import TableSteps
from kdnet_docs.compare.faces.html_report.tables import Tables
from kdnet_docs.compare.fact import Kind
from kdnet_docs.compare.not_shown import not_shown

_FOLDER = "html/comparison"


def write_html_report(comparison: Comparison, templates: Path) -> bytes | Refused:
    """The report as HTML 5, UTF-8, in the language of the new document.

    The page around it is `templates/html/comparison/page.html`. Nothing runs in it but its own script,
    and nothing is fetched: its policy names both style and script by their SHA-256.
    """
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(templates / _FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    try:
        values = _values(comparison)
        style = environment.get_template("style.css").render(values["words"])
        script = environment.get_template("script.js").render()
        page = environment.get_template("page.html").render(
            values,
            style=Markup(style),  # noqa: S704 - the house's own files
            script=Markup(script),  # noqa: S704
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    except TemplateError as error:
        return Refused((_template_finding(error),))
    return page.encode()


def _values(comparison: Comparison) -> dict[str, object]:
    """What the page is filled with."""
    aligned = comparison.aligned
    spoken = Spoken(aligned.new.document.language)
    leaves = Leaves(comparison)
    steps = TableSteps(leaves, aligned)
    rows = Rows(aligned, leaves, steps, Tables(aligned, leaves, steps, spoken))
    stretches = tuple(folded(tuple(rows.write())))
    return {
        "language": spoken.language,
        "old_language": aligned.old.document.language,
        "new_language": aligned.new.document.language,
        "words": {name: spoken(message) for name, message in WORDS.items()},
        "title": spoken(report.title(comparison)),
        "subject": report.subject(comparison),
        "names": versions.names(aligned, spoken),
        "properties": versions.properties(aligned, spoken),
        "equal": comparison.equal,
        "summary": spoken(_summary(comparison)),
        "listing": listing(comparison.facts, aligned, spoken, rows.address),
        "count": len(comparison.facts),
        "stretches": [(stretch, spoken(unchanged(stretch))) for stretch in stretches],
        "has_minor": any(fact.minor for fact in comparison.facts),
        "has_formatting": any(fact.kind is Kind.FORMATTING for fact in comparison.facts),
        "links": spoken.links,
        "not_shown": [spoken(message) for message in (*not_shown(comparison), *_NOT_SHOWN)],
        "made_by": spoken(
            msg("Made by kdnet {version} from the two sources named above.", version=__version__)
        ),
    }


_NOT_SHOWN = (
    msg("the cover, headers and footers, and the table of contents"),
    msg("pictures"),
    msg("where links lead, if only that has changed"),
)


def _summary(comparison: Comparison) -> Message:
    """How much has changed, in a sentence; that nothing has only where both texts are the same."""
    if comparison.equal:
        return msg("There are no changes: both versions say the same.")
    if not comparison.facts:
        return msg("The versions are not the same, but no change could be told. Read the text below.")
    return msg("{changes}.", changes=report.counted(comparison.facts))


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _template_finding(error: TemplateError) -> Diagnostic:
    where = "comparison"
    if isinstance(error, TemplateSyntaxError):
        where = f"comparison/{error.name or 'page.html'}:{error.lineno}"
    return Diagnostic(
        code=Code.TEMPLATE,
        message=msg(
            "the template templates/html/{template} cannot be filled in: {reason}",
            template=where,
            reason=str(error),
        ),
        hint=msg("The template is Jinja2; compare it with the one that came with the program."),
    )
