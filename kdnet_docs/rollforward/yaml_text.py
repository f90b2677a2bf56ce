"""Values as they are written in YAML, so that what is read back is what was meant."""

import json
import re

from kdnet_docs.base.spans import Wording

# What a plain value may be: it begins with no sign that YAML has a use for, and holds none further on.
_PLAIN = re.compile(r"(?![-?:] )(?!-+$)[^\s\-?:,\[\]{}#&*!|>'\"%@`][^\n]*|-[^\s\-][^\n]*")
_NOT_PLAIN = re.compile(r": |:$| #|[\[\]{},](?=.*)|\s$")
_IN_BLOCK = re.compile(r": |:$| #|\s$")


def scalar(words: str) -> str:
    """A value on one line: plain where that is safe anywhere in a block, else in quotes."""
    if words and _PLAIN.fullmatch(words) and not _IN_BLOCK.search(words):
        return words
    return quoted(words)


def quoted(words: str) -> str:
    """A value in single quotes, or in double ones where it holds a line break."""
    if "\n" in words:
        return json.dumps(words, ensure_ascii=False)
    return "'" + words.replace("'", "''") + "'"


def put_into(wording: Wording, words: str, *, whole: bool) -> str:
    """Words as they are written in the place of others in a value; `whole` if they are all that it holds."""
    match wording.span.text[:1]:
        case '"':
            return json.dumps(words, ensure_ascii=False)[1:-1]
        case "'":
            return words.replace("'", "''")
        case "|" | ">":
            return words
        case _ if whole and not (_PLAIN.fullmatch(words) and not _NOT_PLAIN.search(words)):
            return quoted(words)
        case _:
            return words
