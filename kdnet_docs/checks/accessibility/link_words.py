"""Links that say where they lead, for those who hear them one by one."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.reading.written_links import written_links
from kdnet_docs.checks.subject import Subject
from kdnet_docs.document.tree import Link

_EMPTY = re.compile(
    r"(?:her|herinde|herfra|(?:klik|tryk|læs|se|find|hent)(?: (?:her|mere|mere her|den her|det her))?|"
    r"(?:dette |det )?link|linket|læs videre|(?:se |følg )?(?:linket|hjemmesiden)|hjemmeside|mere|"
    r"her (?:på|i|hos)|på dette link|dokumentet|"
    r"here|(?:click|read|see|press)(?: here| more)?|(?:this |the )?link|more|this page|learn more)[.:;!]?",
    re.IGNORECASE,
)


def link_words(subject: Subject) -> Iterator[Diagnostic]:
    """A warning for each link with words that say nothing, and for two with the same words to two places."""
    where: dict[str, str] = {}
    for one, link in written_links(subject):
        words = " ".join(one.text.split())
        if not words or _EMPTY.fullmatch(words):
            yield _finding_of_words(words, link)
        elif where.setdefault(words.casefold(), link.target) != link.target:
            yield Diagnostic(
                code=Code.LINK_WORDS,
                message=msg('two links are called "{words}" and lead to two places', words=words),
                span=link.span,
                hint=msg("say in the words of each where it leads"),
            )


def _finding_of_words(words: str, link: Link) -> Diagnostic:
    return Diagnostic(
        code=Code.LINK_WORDS,
        message=msg('"{words}" does not say where the link leads', words=words)
        if words
        else msg("the link has no words"),
        span=link.span,
        hint=msg("make the link of the words that name what it leads to"),
    )
