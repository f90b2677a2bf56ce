"""The words that stand in files whatever their sources say: the program's own, and the templates'."""

from kdnet_docs.assembly.labels import words
from kdnet_docs.meeting.leaks.passages import passages
from kdnet_docs.sources.project import Project

_TEMPLATES = (".docx", ".html")


def house_words(project: Project) -> str:
    """All of them in one text."""
    labels = (word for language in ("da", "en") for word in words(language).values())
    templates = (file for file in sorted(project.templates.rglob("*")) if file.suffix in _TEMPLATES)
    read = (passage.text for file in templates for passage in passages(file.read_bytes(), file.name, {}))
    return "\n".join((*labels, *read))
