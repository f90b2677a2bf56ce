"""Reads a catalog of translations.

The catalog is a PO file, which translators have tools for. Of the format we use entries of msgid and
msgstr alone, and read them here: a start-up that imports Babel would be felt at `kdnet --help`.
"""

import re

_ENTRY = re.compile(r'^msgid((?:\s+"[^\n]*")+)\s+msgstr((?:\s+"[^\n]*")+)', re.MULTILINE)
_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")


def read_catalog(text: str) -> dict[str, str]:
    """Each template with its translation, those without one left out."""
    entries = ((_joined(template), _joined(wording)) for template, wording in _ENTRY.findall(text))
    return {template: wording for template, wording in entries if template and wording}


def _joined(strings: str) -> str:
    text = "".join(_STRING.findall(strings))
    return _ESCAPE.sub(lambda escape: "\n" if escape[1] == "n" else escape[1], text)
