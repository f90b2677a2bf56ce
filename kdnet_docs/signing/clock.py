"""The one place where the program reads the clock: a signature has its time, and is judged at one.

KDNET_MOMENT stands for the clock where it is set, as for a file that is to be judged as of another day.
Whoever reads what comes of that must be told: see `is_set`.
"""

import os
from datetime import UTC, datetime

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import msg

VARIABLE = "KDNET_MOMENT"


def is_set() -> bool:
    """Whether the environment says what time it is, and not the clock."""
    return bool(_stated())


def now() -> datetime | Refused:
    """The present second, in UTC, or the moment that the environment states."""
    if not is_set():
        return datetime.now(UTC).replace(microsecond=0)
    try:
        moment = datetime.fromisoformat(_stated())
        if moment.tzinfo is not None:
            return moment.astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        pass
    wrong = msg('{name} is "{text}", which is no moment with its time zone', name=VARIABLE, text=_stated())
    hint = msg("write it so: 2022-01-31T14:30:00Z, or unset it to have the time of the clock")
    return Refused((Diagnostic(code=Code.MOMENT, message=wrong, hint=hint),))


def _stated() -> str:
    return os.environ.get(VARIABLE, "").strip()
