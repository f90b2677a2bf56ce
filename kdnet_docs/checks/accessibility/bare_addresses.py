"""An address in the text itself is read aloud letter by letter."""

import re
from collections.abc import Iterator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.checks.passages import Passage
from kdnet_docs.checks.reading.written_links import written_links
from kdnet_docs.checks.subject import Subject
from kdnet_docs.document.tree import Link

_MAY_BE_ADDRESS = re.compile(r"[/wW][/wW]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)\]\"”'»]", re.IGNORECASE)


def bare_addresses(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each address that stands in the text itself."""
    links = {(one.leaf, one.start): link for one, link in written_links(subject)}
    for passage in subject.passages:
        if not _MAY_BE_ADDRESS.search(passage.text):
            continue
        for address in _ADDRESS.finditer(passage.text):
            yield _of_address(passage, address, links.get((passage.leaf.id, address.start())))


def _of_address(passage: Passage, address: re.Match[str], link: Link | None) -> Diagnostic:
    whole = address[0] if "://" in address[0] else f"https://{address[0]}"
    return Diagnostic(
        code=Code.BARE_ADDRESS,
        message=msg("an address is read aloud letter by letter"),
        span=link.span if link else passage.span(*address.span()),
        hint=msg("make a link of words that name it: [words]({address})", address=whole),
    )
