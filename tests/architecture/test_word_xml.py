"""Word's XML is known in one room only."""

import re

from python_files import python_files

WORD_XML = re.compile(r"wordprocessingml/|(?<![\w.])(w|w14|w15|wp|v|o):[A-Za-z]\w*")
WORD_XML_MODULES = ("docx.oxml", "docx.opc")


def test_only_ooxml_speaks_word_s_xml() -> None:
    elsewhere = [file for file in python_files() if not file.name.startswith("ooxml/")]
    found = [
        f"{file.at(string)}: {string.value!r}"
        for file in elsewhere
        for string in file.words()
        if isinstance(string.value, str) and WORD_XML.search(string.value)
    ]
    found += [
        f"{file.at(node)} imports {module}"
        for file in elsewhere
        for node, module in file.imports()
        if module.startswith(WORD_XML_MODULES)
    ]
    assert found == []
