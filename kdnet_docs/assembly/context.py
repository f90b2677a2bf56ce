"""What is known while one document is assembled."""

from dataclasses import dataclass

from kdnet_docs.assembly import prose, values
from kdnet_docs.assembly.labels import Words
from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Span, Wording
from kdnet_docs.document.tree import Block, Emphasis, Inline, Text


@dataclass(slots=True, kw_only=True)
class Context:
    """The language, the generated words, what parameters speak of, and the findings so far."""

    language: str
    words: Words
    scope: values.Scope
    findings: list[Diagnostic]
    has_sections: bool = False
    """Whether the document has keys for headings and tables: a contract."""

    def prose(self, wording: Wording | None, owner: str) -> tuple[Block, ...]:
        """The blocks of a text, none where the author wrote none."""
        if not wording:
            return ()
        return prose.read_prose(wording, owner, self._resolve, self.findings, has_sections=self.has_sections)

    def line(self, wording: Wording | None, owner: str) -> tuple[Inline, ...]:
        """The inlines of a title or label, none where the author wrote none."""
        return prose.read_line(wording, owner, self._resolve, self.findings) if wording else ()

    def heading(self, wording: Wording, owner: str) -> tuple[Inline, ...]:
        """The inlines of a heading, which no document and no reader can do without."""
        if not wording.text.strip():
            self.find(Code.BAD_VALUE, msg("a title needs words"), wording.span)
        return self.line(wording, owner)

    def marked(self, content: tuple[Inline, ...], *, closed: bool) -> tuple[Inline, ...]:
        """The words with a mark if they are closed: who reads the closed version is not to tell of them."""
        if not closed:
            return content
        return (*content, Text(text=" "), Emphasis(content=(Text(text=self.words["closed-words"]),)))

    def find(self, code: Code, message: Message, span: Span, hint: Message | None = None) -> None:
        """Adds a finding."""
        self.findings.append(Diagnostic(code=code, message=message, span=span, hint=hint))

    def _resolve(self, expression: str, span: Span) -> str | Diagnostic:
        return values.resolve(expression, self.scope, self.language, span)
