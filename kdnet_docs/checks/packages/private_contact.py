"""Where somebody lives and is called at home is for nobody to read in a document that is public."""

from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.checks.reading.contacts import private_contacts
from kdnet_docs.checks.reading.open_words import open_places
from kdnet_docs.checks.subject import Subject


def private_contact(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each address, e-mail address and telephone number that may be private and is not closed."""
    for _, span in open_places(subject, private_contacts):
        yield Diagnostic(
            code=Code.PRIVATE_CONTACT,
            message=_message(span.text),
            span=span,
            hint=msg('write how the office is reached, or close the part with "closed: true"'),
        )


def _message(words: str) -> Message:
    if "@" in words:
        return msg("this e-mail address may be private, and everybody may read it")
    if words[:1].isalpha():
        return msg("this address may be somebody's home, and everybody may read it")
    return msg("this telephone number may be private, and everybody may read it")
