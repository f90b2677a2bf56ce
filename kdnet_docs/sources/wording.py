"""Maps a YAML scalar's value back to the characters of the file."""

from kdnet_docs.base.spans import Span, Wording

_ESCAPE_LENGTHS = {"x": 4, "u": 6, "U": 10}


def wording(value: str, span: Span, style: str | None) -> Wording:
    """The value of a scalar with its places; `style` is YAML's indicator (`|`, `>`, `'`, `"` or none)."""
    if style == "|":
        return Wording(value, span, _literal_runs(value, span))
    return Wording(value, span, _flow_runs(value, span, style))


def _literal_runs(value: str, span: Span) -> tuple[tuple[int, int], ...]:
    """One run for each line: a literal block keeps its lines and loses its indentation."""
    text = span.source.text
    runs = []
    in_text, in_file = 0, text.find("\n", span.start) + 1
    for line in value.split("\n"):
        end = text.find("\n", in_file)
        raw = text[in_file : end if end >= 0 else len(text)].rstrip("\r")
        runs.append((in_text, in_file + max(len(raw) - len(line), 0)))
        in_text += len(line) + 1
        if end < 0:
            break
        in_file = end + 1
    return tuple(runs)


def _flow_runs(value: str, span: Span, style: str | None) -> tuple[tuple[int, int], ...]:
    """Follows value and file side by side through folded lines, indentation and escapes."""
    raw, at = span.source.text, span.start
    if style == ">":
        at = raw.find("\n", at) + 1
    elif style:
        at += 1
    runs: list[tuple[int, int]] = []
    for index, character in enumerate(value):
        at = _skip_to(character, raw, at, span.end, style)
        if not runs or at - runs[-1][1] != index - runs[-1][0]:
            runs.append((index, at))
        at += _written_length(character, raw, at, style)
    return tuple(runs) or ((0, min(at, span.end)),)


def _skip_to(character: str, raw: str, at: int, end: int, style: str | None) -> int:
    """The place where `character` is written: past the white space and line breaks that folding removes."""
    if character.isspace():
        return at
    while at < end and raw[at] != character:
        escaped_break = style == '"' and raw[at] == "\\" and raw[at + 1 : at + 2] in ("\n", "\r")
        if not (raw[at].isspace() or escaped_break):
            break
        at += 1
    return at


def _written_length(character: str, raw: str, at: int, style: str | None) -> int:
    written = raw[at : at + 1]
    if style == '"' and written == "\\":
        return _ESCAPE_LENGTHS.get(raw[at + 1 : at + 2], 2)
    if style == "'" and raw[at : at + 2] == "''":
        return 2
    if character.isspace() and not written.isspace():
        return 0
    return 1
