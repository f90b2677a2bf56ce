"""Words of the report's own, in the language of the new document."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from kdnet_docs.base.messages import Language, Message, msg
from kdnet_docs.compare.fact import Fact
from kdnet_docs.render.html.elements import element


@dataclass(frozen=True, slots=True)
class Spoken:
    """Says messages in one language."""

    language: Language

    def __call__(self, message: Message) -> str:
        """The message in words."""
        return message.to(self.language)

    def sign(self, sign: str, meaning: Message) -> Markup:
        """A sign for those who see it, and what it means for those who hear the page."""
        shown = element("span", sign, class_="sign", aria_hidden="true")
        return shown + element("span", self(meaning), class_="vh")

    def links(self, facts: Iterable[Fact]) -> Markup:
        """Links to facts by their numbers."""
        return Markup(" ").join(
            element(
                "a",
                str(fact.number),
                href=f"#f{fact.number}",
                class_="fact-link minor" if fact.minor else "fact-link",
                aria_label=self(msg("Change {number}", number=fact.number)),
            )
            for fact in facts
        )
