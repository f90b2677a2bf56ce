"""The languages whose words can be read."""

from kdnet_docs.reading.danish import DANISH
from kdnet_docs.reading.english import ENGLISH
from kdnet_docs.reading.lexicon import Lexicon


def lexicon(language: str) -> Lexicon:
    """The words of a document's language; a language that is not known is read as English."""
    return DANISH if language.startswith("da") else ENGLISH
