"""A verification on the screen: what it comes to, and then each thing that was looked at."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.times import DanishTime
from kdnet_docs.cli.changes import Screen
from kdnet_docs.cli.findings.page import Page
from kdnet_docs.signing import clock
from kdnet_docs.signing.verdict import UNSIGNED, Flaw, Level, Proof, Signature, Verification
from kdnet_docs.signing.verifying.conclusion import conclusion

_INDENT, _DEEPER, _HANGING = "  ", "    ", "      "
_LEVELS: dict[Level, Message] = {
    "B-B": msg("Level B-B: a signature; when it was made, the signer's own machine says"),
    "B-T": msg("Level B-T: with a time-stamp, so that it is certain when it was made"),
    "B-LT": msg("Level B-LT: with a time-stamp and the evidence that the certificate was in force then"),
    "B-LTA": msg(
        "Level B-LTA: with a time-stamp and the evidence that the certificate was in force then, both sealed "
        "by a time-stamp over the whole file; it can be verified for many years"
    ),
}


def render(verification: Verification, page: Page) -> str:
    """The whole verification as lines of text."""
    return "\n".join(_Lines(Screen(page)).whole(verification))


def _colour(verification: Verification) -> str:
    """Green where all holds, red where something is wrong, yellow where it is not known, or not ready yet."""
    is_wrong = any(flaw.kind not in UNSIGNED for flaw in verification.every_flaw())
    return "green" if verification.holds else "red" if is_wrong else "yellow"


def _certificate(one: Signature) -> Message:
    """Who vouches for the signatory; the serial number is what the issuer needs in order to find it."""
    if one.is_trusted and one.root == one.issuer:
        return msg(
            "The certificate is issued by {issuer}, which you trust (serial number {serial})",
            issuer=one.issuer,
            serial=one.serial,
        )
    issued = msg(
        "The certificate is issued by {issuer} (serial number {serial})", issuer=one.issuer, serial=one.serial
    )
    if one.is_trusted:
        return msg("{issued}, for which {root} vouches, which you trust", issued=issued, root=one.root)
    return issued


class _Lines:
    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def whole(self, verification: Verification) -> Iterator[str]:
        for line in self._words(conclusion(verification), "", ""):
            yield self._screen.styled(line, fg=_colour(verification), bold=True)
        yield ""
        yield from self._words(msg("File {name}", name=verification.file), "", _INDENT)
        yield from self._screen.wrapped(f"SHA-256 {verification.sha256}", _INDENT, _INDENT)
        yield from self._moment(verification.moment)
        lacking = [flaw for flaw in verification.flaws if flaw.kind in UNSIGNED]
        others = [flaw for flaw in verification.flaws if flaw.kind not in UNSIGNED]
        yield from self._section(msg("Signatures"), self._signatures(verification.signatures, lacking))
        changed = self._flaws(others, _INDENT) if others else self._file(verification)
        yield from self._section(msg("The file"), changed)
        is_told = verification.origin is not None
        for title, proof in (
            (msg("The source"), verification.source),
            (msg("The adoption"), verification.adoption),
        ):
            if is_told or proof.flaws:
                yield from self._section(title, self._proof(proof))

    def _moment(self, moment: datetime) -> Iterator[str]:
        """As of when it is judged; to be seen at once where somebody says another time than the clock."""
        time = DanishTime(moment)
        if not clock.is_set():
            yield from self._words(msg("Verified {time} Danish time", time=time), _INDENT, _INDENT)
            return
        told = msg(
            "Judged as of {time} Danish time, as {name} says, and not as of now",
            time=time,
            name=clock.VARIABLE,
        )
        for line in self._words(told, _INDENT, _INDENT):
            yield self._screen.styled(line, fg="yellow", bold=True)

    def _section(self, title: Message, lines: Iterable[str]) -> Iterator[str]:
        found = list(lines)
        if found:
            yield ""
            yield self._screen.styled(self._screen.say(title), bold=True)
            yield from found

    def _file(self, verification: Verification) -> Iterator[str]:
        if verification.signatures and all(one.level for one in verification.signatures):
            yield from self._sign("yes", msg("nothing was changed after it was signed"))

    def _signatures(self, signatures: Iterable[Signature], lacking: Iterable[Flaw]) -> Iterator[str]:
        for one in signatures:
            yield from self._signature(one)
        yield from self._flaws(lacking, _INDENT)

    def _signature(self, one: Signature) -> Iterator[str]:
        answer = "no" if one.flaws else "yes" if one.is_trusted else "unknown"
        yield from self._sign(answer, one.signer or one.label)
        if one.label != one.field:
            yield from self._screen.wrapped(one.label, _DEEPER, _HANGING)
        yield from self._flaws(one.flaws, _DEEPER)
        if one.time:
            when = (
                msg("{time} Danish time, by a time-stamp", time=DanishTime(one.time))
                if one.is_stamped
                else msg("{time} Danish time, by the signer's own clock", time=DanishTime(one.time))
            )
            yield from self._words(when, _DEEPER, _HANGING)
        if one.level:
            yield from self._words(_LEVELS[one.level], _DEEPER, _HANGING)
        if one.issuer:
            yield from self._words(_certificate(one), _DEEPER, _HANGING)
        yield from self._remarks(one.remarks, _DEEPER)

    def _proof(self, proof: Proof) -> Iterator[str]:
        yield from self._sign(proof.answer, proof.message)
        yield from self._flaws((flaw for flaw in proof.flaws if flaw.message != proof.message), _DEEPER)
        hints = [flaw.hint for flaw in proof.flaws if flaw.message == proof.message]
        yield from self._remarks(proof.remarks, _DEEPER)
        for hint in filter(None, (*hints, proof.hint)):
            yield from self._hint(hint, _DEEPER)

    def _sign(self, answer: str, what: Message | str) -> Iterator[str]:
        """A line that says at its beginning whether this is in order."""
        said = {"yes": msg("In order"), "no": msg("WRONG"), "unknown": msg("Not known")}[answer]
        colour = {"yes": "green", "no": "red", "unknown": "yellow"}[answer]
        word = self._screen.say(said)
        first, *more = self._words(msg("{word}: {rest}", word=word, rest=what), _INDENT, _DEEPER)
        at = len(_INDENT) + len(word)
        yield _INDENT + self._screen.styled(first[len(_INDENT) : at], fg=colour, bold=True) + first[at:]
        yield from more

    def _flaws(self, flaws: Iterable[Flaw], indent: str) -> Iterator[str]:
        for flaw in flaws:
            first, *more = self._words(flaw.message, f"{indent}! ", f"{indent}  ")
            at = len(indent) + 1
            yield indent + self._screen.styled(first[len(indent) : at], fg="red", bold=True) + first[at:]
            yield from more
            if flaw.hint:
                yield from self._hint(flaw.hint, f"{indent}  ")

    def _hint(self, hint: Message, indent: str) -> Iterator[str]:
        yield from self._words(msg("What to do: {hint}", hint=hint), indent, f"{indent}  ")

    def _remarks(self, remarks: Iterable[Message], indent: str) -> Iterator[str]:
        for remark in remarks:
            yield from self._words(msg("Note: {remark}", remark=remark), indent, f"{indent}  ")

    def _words(self, message: Message, first: str, other: str) -> list[str]:
        return self._screen.wrapped(self._screen.say(message), first, other)
