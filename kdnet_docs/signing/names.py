"""Whether the name in a certificate is that of whom a text names.

Names vary: middle names come and go, their order turns, an organisation signs with a seal. So two words of
the name must stand in the text, or its only one.
"""

import re
import unicodedata
from typing import Final

_WORD: Final = re.compile(r"\w{2,}")
_NEEDED: Final = 2
"""The words of a name that must agree: first and last name, in whatever order, middle names or none."""
_SPELLED: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue"})


def is_named(name: str, text: str) -> bool:
    """Whether a text, as the label of a field, names the one who is called so."""
    words = _words(name)
    return bool(words) and len(words & _words(text)) >= min(_NEEDED, len(words))


def _words(text: str) -> set[str]:
    """The words of a text as they are compared: without case and accents, Danish letters written out."""
    written = unicodedata.normalize("NFC", text).casefold().translate(_SPELLED)
    plain = "".join(one for one in unicodedata.normalize("NFD", written) if not unicodedata.combining(one))
    return set(_WORD.findall(plain))
