"""Values as they are written in YAML, so that what is read back is what was meant."""

import json
import re

from kdnet_docs.base.spans import Source, Wording

# A plain value begins with no sign that YAML has a use for, and nothing in it ends it.
_PLAIN = re.compile(r"(?!---|\.\.\.)[^\s\-?:,\[\]{}#&*!|>'\"%@`](?:[^\s:#]|:(?=\S)|#(?<=\S#)|[ ](?=[^\s#]))*")
_IN_BRACKETS = re.compile(r"[^\[\]{},]*")


def line_break(source: Source) -> str:
    """How the lines of a file end."""
    return "\r\n" if "\r\n" in source.text else "\n"


def scalar(words: str) -> str:
    """A value on one line: plain where that is safe below a key, else in quotes."""
    return words if _PLAIN.fullmatch(words) else quoted(words)


def quoted(words: str) -> str:
    """A value in single quotes, or in double ones where those cannot hold it."""
    if words.isprintable():
        return "'" + words.replace("'", "''") + "'"
    return json.dumps(words, ensure_ascii=False)


def put_into(wording: Wording, words: str, *, whole: bool) -> str:
    """Words as they are written in the place of others in a value; `whole` if they are all that it holds."""
    match wording.span.text[:1]:
        case '"':
            return json.dumps(words, ensure_ascii=False)[1:-1]
        case "'":
            return words.replace("'", "''")
        case "|" | ">":
            return words
        case _ if whole and _IN_BRACKETS.fullmatch(words):
            return scalar(words)
        case _:
            return quoted(words) if whole else words
