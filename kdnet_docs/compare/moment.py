"""When tracked changes were made, where nobody says."""

import os
from datetime import UTC, datetime, time

from kdnet_docs.document.tree import Document


def moment_of(document: Document) -> datetime:
    """Never now, so that the same versions give the same file: as SOURCE_DATE_EPOCH says, or the document."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.combine(document.date, time(), UTC)
