"""One value at the top of a YAML text, found without reading what comes after it."""

from kdnet_docs.base.spans import Source


def value_at_top(source: Source, key: str) -> str | None:
    """The first value that a key at the top has, however it is written; None if it has none.

    Of a text that is no YAML further down only the beginning is read: it may be an old one.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    depth, last_key = 0, None
    try:
        for event in YAML(typ="safe", pure=False).parse(source.text):
            match type(event).__name__:
                case "MappingStartEvent" | "SequenceStartEvent":
                    depth += 1
                case "MappingEndEvent" | "SequenceEndEvent":
                    depth -= 1
                    last_key = last_key if depth > 1 else None
                case "ScalarEvent" if depth == 1:
                    if last_key == key:
                        return str(event.value)
                    last_key = event.value if last_key is None else None
                case _:
                    pass
    except YAMLError:
        pass
    return None
