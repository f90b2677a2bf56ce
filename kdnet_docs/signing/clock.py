"""The one place where the program reads the clock: a signature has its time, and is judged at one."""

import os
from datetime import UTC, datetime


def now() -> datetime:
    """The present second, in UTC; the moment that SOURCE_DATE_EPOCH names where it is set, as tests do."""
    if fixed := os.environ.get("SOURCE_DATE_EPOCH", "").strip():
        return datetime.fromtimestamp(int(fixed), UTC)
    return datetime.now(UTC).replace(microsecond=0)
