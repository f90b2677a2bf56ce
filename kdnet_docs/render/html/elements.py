"""HTML elements as values: whatever is not markup already is escaped."""

from markupsafe import Markup, escape


def element(name: str, /, *children: str, **attributes: str | int | None) -> Markup:
    """`<name attributes>children</name>`; an attribute that is None is left out.

    A child that is not `Markup` is words, and comes out as words. `class_` stands for `class`, and
    other underscores for hyphens.
    """
    return _start(name, attributes) + Markup("").join(children) + Markup("</%s>") % name


def void_element(name: str, /, **attributes: str | int | None) -> Markup:
    """An element that has no content and no end tag, such as `<br>`."""
    return _start(name, attributes)


def _start(name: str, attributes: dict[str, str | int | None]) -> Markup:
    written = (
        Markup(' %s="%s"') % (key.rstrip("_").replace("_", "-"), escape(value))
        for key, value in attributes.items()
        if value is not None
    )
    return Markup("<%s%s>") % (name, Markup("").join(written))
