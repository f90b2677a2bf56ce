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
            "state-udkast": "Udkast",
            "state-til-godkendelse": "Til godkendelse",
            "state-vedtaget": "Vedtaget",
            "state-underskrevet": "Underskrevet",
            "adopted-on": "Vedtaget den",
            "contents": "Indhold",
            "for": "For",
            "signature-for": "Underskrift for",
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
            "bilag-title": "Titel",
            "til-orientering": "til orientering",
            "til-droeftelse": "til drøftelse",
            "til-beslutning": "til beslutning",
            "sagsfremstilling": "Sagsfremstilling",
            "indstilling": "Indstilling",
            "beslutning": "Beslutning",
            "no-beslutning": "(ingen beslutning)",
            "referat": "Referat",
            "supplement": "Tillæg",
            "to-agenda": "til dagsordenen af",
            "supplementary-agenda": "Tillægsdagsorden",
            "supplement-note": "Her står kun det, der er nyt eller ændret. Resten gælder som udsendt.",
            "new-point": "nyt punkt",
            "replaces-bilag": "erstatter det udsendte",
            "changes-since": "med ændringer siden",
            "further-sagsfremstilling": "Supplerende sagsfremstilling",
            "new-indstilling": "Indstilling (erstatter den udsendte)",
            "closed-part": "Lukket punkt",
            "closed-bilag": "Lukket bilag",
            "closed-words": "(lukket)",
            "closed-note": "Med lukkede dele: må ikke offentliggøres",
        }
    ),
    "en": MappingProxyType(
        {
            "between": "between",
            "and": "and",
            "page": "Page",
            "of": "of",
            "draft": "DRAFT",
            "state-udkast": "Draft",
            "state-til-godkendelse": "For approval",
            "state-vedtaget": "Adopted",
            "state-underskrevet": "Signed",
            "adopted-on": "Adopted on",
            "contents": "Contents",
            "for": "For",
            "signature-for": "Signature for",
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
            "bilag-title": "Title",
            "til-orientering": "for information",
            "til-droeftelse": "for discussion",
            "til-beslutning": "for decision",
            "sagsfremstilling": "Background",
            "indstilling": "Recommendation",
            "beslutning": "Decision",
            "no-beslutning": "(no decision)",
            "referat": "Minutes",
            "supplement": "Supplement",
            "to-agenda": "to the agenda of",
            "supplementary-agenda": "Supplementary agenda",
            "supplement-note": "Only what is new or changed stands here. The rest applies as sent.",
            "new-point": "new item",
            "replaces-bilag": "replaces the one sent",
            "changes-since": "with changes since",
            "further-sagsfremstilling": "Further background",
            "new-indstilling": "Recommendation (replaces the one sent)",
            "closed-part": "Closed item",
            "closed-bilag": "Closed appendix",
            "closed-words": "(closed)",
            "closed-note": "With closed parts: not to be published",
        }
    ),
}


def words(language: str, *authors: Labels | None) -> Words:
    """Every label; of several authors' wishes the last one counts."""
    wished = [author.model_dump(by_alias=True, exclude_none=True) for author in authors if author]
    return {**_DEFAULTS[language], **{key: word for labels in wished for key, word in labels.items()}}
