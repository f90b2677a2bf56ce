"""Whoever attaches one source and prints another is found out, whatever the file says of itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from certificates import MOMENT, pki, signed
from command_line import MEETING
from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject
from signable import adopted, at, copy, final_of, forged, write
from signed_files import Update, drawn

from kdnet_docs.signing.verdict import Proof
from kdnet_docs.signing.verifying.verify import verify
from kdnet_docs.sources.project import Project
from kdnet_docs.tagged_pdf.rewriting import Rewriting, rewritten

ADOPTED = at("vedtaget")
WHITE = "q 1 g 0 0 600 900 re f Q"


def source_of(pdf: bytes, root: Path | None = None) -> Proof:
    roots, project = [pki().root_pem], Project(root or adopted())
    return verify(pdf, "aftale.pdf", roots=roots, moment=MOMENT, project=project).source


def test_the_pages_that_the_source_makes_are_its_pages_byte_for_byte() -> None:
    for pdf in (final_of(adopted()), signed(final_of(adopted()), "kkr", "Anders Ask")):
        proof = source_of(pdf)
        assert (proof.answer, proof.flaws, proof.remarks) == ("yes", (), ())
        assert "byte for byte" in str(proof.message)


def attached() -> str:
    """The adopted source as it lies in its final file."""
    return ADOPTED.replace(" # hvorfor", "")


def test_other_pages_than_those_of_the_attached_source_are_told_with_the_words_that_differ() -> None:
    pdf = signed(forged(ADOPTED.replace("40 pct.", "30 pct."), attached()), "kkr", "Anders Ask")
    proof = source_of(pdf)
    assert proof.answer == "no"
    [flaw] = proof.flaws
    assert flaw.kind == "source-not-of-these-pages"
    assert "30 pct." in str(flaw.message)
    assert "40 pct." in str(flaw.message)
    assert str(flaw.message).startswith("page ")


def root_of(file: Rewriting) -> Any:
    """The catalogue, and what it leads to, of whatever types."""
    return file.root_object


def page_more(file: Rewriting) -> None:
    tree = root_of(file)["/Pages"]
    tree[NameObject("/Kids")] = ArrayObject(
        [*list.__iter__(tree["/Kids"]), list.__getitem__(tree["/Kids"], 0)]
    )


def no_field(file: Rewriting) -> None:
    form = root_of(file)["/AcroForm"]
    form[NameObject("/Fields")] = ArrayObject(list.__iter__(form["/Fields"][:1]))


def moved_field(file: Rewriting) -> None:
    field = root_of(file)["/AcroForm"]["/Fields"][0].get_object()
    field[NameObject("/Rect")] = ArrayObject(FloatObject(side) for side in (0, 0, 600, 900))


def relabelled(file: Rewriting) -> None:
    field = root_of(file)["/AcroForm"]["/Fields"][0].get_object()
    field[NameObject("/TU")] = TextStringObject(
        "Underskrift for Erhvervshus Midtjylland: Birte Birk, direktør"
    )


def painted_over(file: Rewriting) -> None:
    page = root_of(file)["/Pages"]["/Kids"][0].get_object()
    white = file.add(drawn(WHITE))
    page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents"), white])


def told_otherwise(file: Rewriting) -> None:
    root_of(file)["/StructTreeRoot"]["/K"][0].get_object()[NameObject("/ActualText")] = TextStringObject(
        "30 pct."
    )


def opened_elsewhere(file: Rewriting) -> None:
    page = list.__getitem__(root_of(file)["/Pages"]["/Kids"], 0)
    root_of(file)[NameObject("/OpenAction")] = ArrayObject([page, NameObject("/Fit")])


FORGERIES = [page_more, no_field, moved_field, relabelled, painted_over, told_otherwise, opened_elsewhere]


@pytest.mark.parametrize("change", FORGERIES, ids=lambda change: change.__name__)
def test_what_was_changed_before_anybody_signed_is_found(change: Callable[[Rewriting], None]) -> None:
    """By whom the file was sent out: the signatures hold, and are of other pages."""
    proof = source_of(rewritten(final_of(adopted()), change))
    assert (proof.answer, [flaw.kind for flaw in proof.flaws]) == ("no", ["source-not-of-these-pages"])


def test_what_was_appended_before_anybody_signed_is_found() -> None:
    update = Update(final_of(adopted()))
    page = update.page(1)
    page[NameObject("/Contents")] = ArrayObject(
        [page.raw_get("/Contents"), update.add(drawn("q 1 g 0 0 600 900 re f Q"))]
    )
    proof = source_of(signed(update.done(), "kkr", "Anders Ask"))
    assert proof.answer == "no"
    assert "before anybody signed" in str(proof.message)
    assert "page-changed" in [flaw.kind for flaw in proof.flaws]


def test_a_file_by_another_program_that_draws_otherwise_is_not_called_forged() -> None:
    pdf = rewritten(forged(ADOPTED, code="0" * 64, program="kdnet_docs 0.9"), painted_over)
    proof = source_of(pdf)
    assert (proof.answer, proof.flaws) == ("unknown", ())
    assert "kdnet_docs 0.9" in str(proof.hint)


def test_a_file_by_another_program_that_only_tags_otherwise_holds_with_a_remark() -> None:
    pdf = rewritten(forged(ADOPTED, code="0" * 64, program="kdnet_docs 0.9"), told_otherwise)
    proof = source_of(pdf)
    assert (proof.answer, proof.flaws) == ("yes", ())
    assert any("kdnet_docs 0.9" in str(remark) for remark in proof.remarks)


def test_other_words_are_other_words_whatever_program_the_file_names() -> None:
    proof = source_of(forged(ADOPTED.replace("40 pct.", "30 pct."), attached(), code="0" * 64))
    assert proof.answer == "no"


@pytest.mark.parametrize("commit", ["0" * 40, "HEAD", "--help", "../.."])
def test_of_a_commit_that_is_not_known_the_templates_of_now_are_taken(commit: str) -> None:
    proof = source_of(forged(ADOPTED, commit=commit))
    assert proof.answer == "yes"
    assert ["templates of now" in str(remark) for remark in proof.remarks] == [True]


def test_the_templates_are_those_of_the_commit_that_the_file_names(tmp_path: Path) -> None:
    root = copy(tmp_path)
    style = root / "templates/typst/style.typ"
    style.write_text(style.read_text("utf-8") + "// anderledes\n#set page(fill: red)\n", encoding="utf-8")
    write(root, ADOPTED + "# en note\n", "Ny stil", "2021-11-01")
    assert source_of(final_of(adopted()), root).answer == "yes"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("kind: contract\n", "source-unreadable"),
        ("kind: [", "source-unreadable"),
        (MEETING, "no-source"),
        (attached().replace("version: 2022", "version: 2023"), "false-origin"),
        ("", "no-source"),
    ],
)
def test_a_source_that_is_none_is_told(text: str, kind: str) -> None:
    proof = source_of(forged(ADOPTED, text))
    assert (proof.answer, [flaw.kind for flaw in proof.flaws]) == ("no", [kind])


def test_without_a_project_the_pages_cannot_be_made_again() -> None:
    pdf = final_of(adopted())
    proof = verify(pdf, "a.pdf", roots=[], moment=MOMENT, project=None).source
    assert proof.answer == "unknown"
    assert "--project" in str(proof.hint)
