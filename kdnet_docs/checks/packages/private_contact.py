"""Where somebody lives and is called at home is for nobody to read in a document that is public."""

from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.packages.contacts import private_contacts
from kdnet_docs.checks.packages.open_words import open_places
from kdnet_docs.checks.subject import Subject


def private_contact(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each address, e-mail address and telephone number that may be private and is not closed."""
    for _, span in open_places(subject, private_contacts):
        yield Diagnostic(
            code=Code.PRIVATE_CONTACT,
            message=msg("this may be private, and stands in words that everybody may read"),
            span=span,
            hint=msg('write how the office is reached, or close the part with "closed: true"'),
        )
