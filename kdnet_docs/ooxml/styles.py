"""The styles of a Word file by the names that people see."""

from collections.abc import Iterable

from docx.document import Document as Word

from kdnet_docs.ooxml.xml import Element, find, find_all, get


class Styles:
    """Looks up a style of an opened Word file by its name, whatever its id and capitals are."""

    def __init__(self, word: Word) -> None:
        self._by_name = {
            name.lower(): style
            for style in find_all(word.styles.element, "w:style")
            if (named := find(style, "w:name")) is not None and (name := get(named, "w:val"))
        }

    def missing(self, names: Iterable[str]) -> tuple[str, ...]:
        """Those of `names` that the file has no style for."""
        return tuple(name for name in names if name.lower() not in self._by_name)

    def id(self, name: str) -> str:
        """The id by which paragraphs and runs name the style; KeyError where there is none."""
        found = get(self._by_name[name.lower()], "w:styleId")
        return found if found is not None else name

    def indent(self, name: str) -> int:
        """How far in the style's paragraphs stand from the left, in twips, as the style itself says."""
        found = find(self.element(name), "w:pPr/w:ind")
        return 0 if found is None else int(get(found, "w:left") or get(found, "w:start") or 0)

    def element(self, name: str) -> Element:
        """The `w:style` element; KeyError where there is none."""
        return self._by_name[name.lower()]
