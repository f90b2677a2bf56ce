"""Our reader of translations agrees with Babel's."""

import pytest
from babel.messages.pofile import read_po
from python_files import PACKAGE

from kdnet_docs.base.catalog import read_catalog

FILE = PACKAGE / "locale" / "da.po"


def test_the_danish_catalog_reads_as_babel_reads_it() -> None:
    with FILE.open("rb") as file:
        theirs = {str(entry.id): str(entry.string) for entry in read_po(file) if entry.id}
    assert read_catalog(FILE.read_text("utf-8")) == theirs


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('msgid "a"\nmsgstr "b"', {"a": "b"}),
        ('msgid "say \\"a\\" \\\\ b"\nmsgstr "c\\nd"', {'say "a" \\ b': "c\nd"}),
        ('msgid ""\n"two "\n"lines"\nmsgstr ""\n"to "\n"linjer"', {"two lines": "to linjer"}),
        ('#: a.py:1\nmsgid "a"\nmsgstr ""\n\nmsgid "b"\nmsgstr "c"', {"b": "c"}),
        ('msgid ""\nmsgstr ""\n"Language: da\\n"', {}),
    ],
)
def test_what_translators_tools_write(written: str, read: dict[str, str]) -> None:
    assert read_catalog(written) == read
