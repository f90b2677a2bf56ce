"""Whether a status says that an initiative is finished."""

import re

_WHO = (
    r"(?:(?:hele\s+)?(?:initiativet|projektet|pilotprojektet|indsatsen|arbejdet|det|"
    r"the\s+initiative|the\s+project|it)\s+)?"
)
_IS = r"(?:(?:er|blev|is|was)\s+)?(?:(?:nu|hermed|helt|now)\s+)?"
_DONE = r"(?:afsluttet|færdig|færdigt|færdiggjort|gennemført|slut|finished|completed|closed)"
_WHEN = r"(?:\s+(?:(?:den|d\.|i|pr\.|ultimo|primo|medio|in|on|by)\s+)*[\w.]*(?:\s+[\w.]+){0,2}\s*\d{4})?"
_FINISHED = re.compile(rf"{_WHO}{_IS}{_DONE}{_WHEN}", re.IGNORECASE)
_AFTER_FIRST = re.compile(r"[.;:!]\s+(?=[A-ZÆØÅ])")


def says_finished(status: str) -> bool:
    """Whether the first sentence of a status says so of the whole: "Laboratorium færdigt." is a part."""
    first = _AFTER_FIRST.split(status.strip(), maxsplit=1)[0]
    return _FINISHED.fullmatch(first.rstrip(" .!…")) is not None
