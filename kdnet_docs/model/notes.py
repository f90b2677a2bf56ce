"""What authors note to each other in a source: it goes along with no file, as comments do not."""

from kdnet_docs.model.authored import Authored
from kdnet_docs.model.scalars import PointNumber, Said, SilencedCode

TO_THE_WRITERS = frozenset({"silence", "unanswered"})
"""The keys at the top that hold such notes."""


class Silence(Authored):
    """What the checks are to say nothing of in this source, since it is meant as it stands."""

    code: SilencedCode
    """The code of the findings: KD570."""
    words: Said | None = None
    """Words as they stand in the file: only findings that point at them are meant; left out, all of them."""
    reason: Said
    """Why it is right as it stands."""


class Unanswered(Authored):
    """An open question: words from the version before that nobody has decided on yet."""

    part: Said
    """The name of the value that they stand in, by the nearest id: "targets.brugere.value"."""
    words: Said
    """The words as they stand there."""
    number: PointNumber = 1
    """Which of several such words in that value."""
    question: Said
    """What somebody has to decide."""
