"""A part that no file can be made with."""

from kdnet_docs.tagged_pdf.verdicts import Reason


class Unmergeable(Exception):  # noqa: N818 - it names the part's state, not a mistake of ours
    """Raised for a part, counted from 0; `inspect` finds the reason beforehand."""

    def __init__(self, part: int, reason: Reason, detail: str = "") -> None:
        super().__init__(f"part {part}: {reason.name}{f', {detail}' if detail else ''}")
        self.part = part
        self.reason = reason
        self.detail = detail
