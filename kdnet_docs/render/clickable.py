"""Which links of a document can be clicked on in its files."""

_BEGINNINGS = ("http://", "https://", "mailto:", "#", "./")


def is_clickable(target: str) -> bool:
    """Whether a link leads to the web, to a mailbox, into the document or to a file beside it.

    Other links are words alone: whoever opens a file is not to run what somebody wrote into a source.
    """
    return target.lower().startswith(_BEGINNINGS)
