"""The words that the engine writes of itself, in the document's language unless the author says otherwise."""

from collections.abc import Mapping
from types import MappingProxyType

from kdnet_docs.model.parts import Labels

Words = Mapping[str, str]

_DEFAULTS: Mapping[str, Words] = {
    "da": MappingProxyType(
        {
            "between": "mellem",
            "and": "og",
            "page": "Side",
            "of": "af",
            "draft": "UDKAST",
            "contents": "Indhold",
            "for": "For",
            "signature-date": "d." + "\u00a0" * 12 + "/",
            "goal": "Mål",
            "maal": "Mål",
            "metode": "Metode",
            "afrapportering": "Afrapportering",
            "initiative": "Initiativ",
            "status": "Status",
            "agenda": "Dagsorden",
            "agenda-item": "Dagsordenspunkt",
            "bilag": "Bilag",
            "no-bilag": "(uden bilag)",
            "bilag-list": "Bilagsliste",
        }
    ),
    "en": MappingProxyType(
        {
            "between": "between",
            "and": "and",
            "page": "Page",
            "of": "of",
            "draft": "DRAFT",
            "contents": "Contents",
            "for": "For",
            "signature-date": "Date:",
            "goal": "Goal",
            "maal": "Goal",
            "metode": "Method",
            "afrapportering": "Reporting",
            "initiative": "Initiative",
            "status": "Status",
            "agenda": "Agenda",
            "agenda-item": "Agenda item",
            "bilag": "Appendix",
            "no-bilag": "(no appendix)",
            "bilag-list": "List of appendices",
        }
    ),
}


def words(language: str, *authors: Labels | None) -> Words:
    """Every label; of several authors' wishes the last one counts."""
    wished = [author.model_dump(by_alias=True, exclude_none=True) for author in authors if author]
    return {**_DEFAULTS[language], **{key: word for labels in wished for key, word in labels.items()}}
