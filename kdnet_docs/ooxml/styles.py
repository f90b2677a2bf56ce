"""The styles of a Word file by the names that people see."""

from collections.abc import Mapping
from copy import deepcopy

from docx.document import Document as Word

from kdnet_docs.ooxml.xml import Element, element, find, find_all, get, value

_TOGETHER: Mapping[tuple[str, ...], str] = {
    ("Strong", "Emphasis"): "Intense Emphasis"
}  # what Word itself has a style for


class Styles:
    """Looks up a style of an opened Word file by its name, whatever its id and capitals are."""

    def __init__(self, word: Word) -> None:
        self._root: Element = word.styles.element
        self._by_name = {
            name.lower(): style
            for style in find_all(self._root, "w:style")
            if (named := find(style, "w:name")) is not None and (name := get(named, "w:val"))
        }

    def id(self, name: str) -> str:
        """The id by which paragraphs and runs name the style; KeyError where there is none."""
        found = get(self._by_name[name.lower()], "w:styleId")
        return found if found is not None else name

    def of_run(self, *names: str) -> str | None:
        """The id of the character style for words that are all of this: "Hyperlink" and "Strong".

        A run has one character style only. What the template has none for becomes a style of its own
        ("Hyperlink + Strong"), based on the first ones and with the look of the last.
        """
        name = _TOGETHER.get(names) or " + ".join(names)
        if name and name.lower() not in self._by_name:
            self._by_name[name.lower()] = self._together(name, self.of_run(*names[:-1]), names[-1])
        return self.id(name) if name else None

    def _together(self, name: str, base: str | None, last: str) -> Element:
        made = element(
            "style",
            value("name", name),
            value("basedOn", base or ""),
            value("uiPriority", 99),
            element("semiHidden"),
            element("unhideWhenUsed"),
            type="character",
            customStyle=1,
            styleId="".join(letter for letter in name if letter.isalnum()),
        )
        if (look := find(self.element(last), "w:rPr")) is not None:
            made.append(deepcopy(look))
        self._root.append(made)
        return made

    def element(self, name: str) -> Element:
        """The `w:style` element; KeyError where there is none."""
        return self._by_name[name.lower()]
