"""What a verification comes to, in one sentence, and that it says each thing once."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from shutil import rmtree

import pytest
from certificates import MOMENT, pki, signed
from pypdf.generic import ArrayObject, NameObject
from signable import adopted, copy, final_of, forged, signed_by_both
from signable import at as contract
from signed_files import Update, drawn

from kdnet_docs.signing.verdict import Verification
from kdnet_docs.signing.verifying.conclusion import conclusion
from kdnet_docs.signing.verifying.verify import verify
from kdnet_docs.sources.project import Project

ADOPTED = contract("vedtaget")


def verified(
    file: bytes, *, trusting: bool = True, at: datetime = MOMENT, project: Path | None = None
) -> Verification:
    roots = [pki().root_pem] if trusting else []
    return verify(file, "aftale.pdf", roots=roots, moment=at, project=Project(project or adopted()))


def said(verification: Verification) -> str:
    return conclusion(verification).to("en")


def kinds(verification: Verification) -> list[str]:
    return [flaw.kind for flaw in verification.every_flaw()]


def once_signed() -> bytes:
    return signed(final_of(adopted()), "kkr", "Anders Ask")


def painted_over() -> bytes:
    update = Update(signed_by_both())
    page = update.page(1)
    white = update.add(drawn("q 1 g 0 0 600 900 re f Q"))
    page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents"), white])
    return update.done()


def other_source() -> bytes:
    """Another text, and the adopted one attached; signed by both."""
    pdf = forged(ADOPTED.replace("40 pct.", "30 pct."), ADOPTED.replace(" # hvorfor", ""))
    return signed(signed(pdf, "kkr", "Anders Ask"), "huset", "Birte Birk")


CASES: dict[str, tuple[Callable[[], bytes], str, list[str]]] = {
    "both": (
        signed_by_both,
        "Everything is in order: samarbejde@2022 is signed by Anders Ask and Birte Birk, and it is the",
        [],
    ),
    "nobody": (
        lambda: final_of(adopted()),
        "Nobody has signed yet. The text is the one that was adopted.",
        ["no-signature"],
    ),
    "one": (once_signed, "Not all have signed yet. What is signed is in order.", ["field-unsigned"]),
    "word": (
        lambda: b"PK\x03\x04 [Content_Types].xml word/",
        "The file cannot be verified: this is a Word file, which is not what is signed.",
        ["no-pdf"],
    ),
    "empty": (lambda: b"", "The file cannot be verified: the file is empty.", ["no-pdf"]),
    "other source": (
        other_source,
        "The file cannot be trusted: page 2 says “…Parterne er enige om at nå 30 pct. af",
        ["source-not-of-these-pages"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_verification_begins_with_what_it_comes_to(name: str) -> None:
    file, sentence, told = CASES[name]
    verification = verified(file())
    assert kinds(verification) == told
    assert said(verification).startswith(sentence)
    assert verification.holds is (not told)


def test_a_page_that_was_changed_after_signing_is_told_once() -> None:
    """That the source makes other pages then follows from it, and is no flaw of its own."""
    verification = verified(painted_over())
    assert "page-changed" in kinds(verification)
    assert "source-not-of-these-pages" not in kinds(verification)
    assert verification.source.answer == "no"


def test_the_gravest_flaw_is_told_first() -> None:
    """Nobody else's signature matters once bytes were changed."""
    file = once_signed()
    changed = file[:9000] + bytes([file[9000] ^ 1]) + file[9001:]
    assert "changed" in said(verified(changed))


def test_without_roots_and_project_it_says_what_it_cannot_tell(tmp_path: Path) -> None:
    root = copy(tmp_path)
    rmtree(root / ".git")
    verification = verified(signed_by_both(), trusting=False, project=root)
    assert kinds(verification) == []
    assert said(verification) == (
        "Nothing wrong was found, but it cannot be told here whether those who signed are who they say and "
        "whether the text is the one that was adopted."
    )
    assert not verification.holds


def test_a_file_of_another_hand_says_that_it_is_no_final_file() -> None:
    from project_documents import REFERENCES, document
    from python_files import ROOT

    from kdnet_docs.render.pdf.writer import write_pdf

    draft = write_pdf(document(REFERENCES[0]), ROOT / "templates")
    assert isinstance(draft, bytes)
    verification = verified(draft)
    assert set(kinds(verification)) == {"no-signature", "not-final"}
    assert said(verification) == "Nobody has signed the file."


def test_a_root_that_is_none_is_a_fault_of_the_caller() -> None:
    nothing = b"-----BEGIN KEY-----\n-----END KEY-----\n"
    with pytest.raises(ValueError, match="no certificate"):
        verify(once_signed(), "a.pdf", roots=[nothing], moment=MOMENT, project=None)
