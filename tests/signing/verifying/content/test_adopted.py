"""Whether the text in a file is the adopted one, and what became of that in the repository."""

from pathlib import Path
from shutil import rmtree

from repositories import git
from signable import DRAFT, FILE, at, copy, drafted, final_of, forged, write
from signable import adopted as contract

from kdnet_docs.signing.verdict import Proof
from kdnet_docs.signing.verifying.content.adopted import adopted
from kdnet_docs.signing.verifying.content.claims import Claims, read_claims
from kdnet_docs.sources.project import Project
from kdnet_docs.tagged_pdf.page_texts import Shown, read_shown

ADOPTED = at("vedtaget")


def adoption_in(root: Path, pdf: bytes | None = None) -> Proof:
    file = pdf or final_of(contract())
    shown = read_shown(file)
    assert isinstance(shown, Shown), shown
    claims = read_claims(file, shown)
    assert isinstance(claims, Claims), claims
    return adopted(claims, Project(root))


def kinds(proof: Proof) -> list[str]:
    return [flaw.kind for flaw in proof.flaws]


def test_the_adopted_text_is_told_with_its_day_and_commit() -> None:
    proof = adoption_in(contract())
    commit = git(contract(), "rev-parse", "HEAD")
    assert (proof.answer, proof.flaws, proof.remarks) == ("yes", (), ())
    assert "12 October 2021" in str(proof.message)
    assert commit[:9] in str(proof.message)


def test_the_day_of_adoption_is_the_one_that_the_source_states(tmp_path: Path) -> None:
    root = copy(tmp_path)
    write(root, ADOPTED + "adopted: 2021-09-28\n", "Dagen", "2021-11-01")
    assert str(adoption_in(root, final_of(root)).message).startswith(
        "it is the text of samarbejde@2022 that was adopted on 28 September 2021, and committed on 12 Oct"
    )


def test_comments_layout_and_the_signed_state_do_not_count(tmp_path: Path) -> None:
    root = copy(tmp_path)
    write(root, at("underskrevet") + "# begge har skrevet under\n", "Underskrevet", "2021-11-01")
    proof = adoption_in(root)
    assert (proof.answer, proof.remarks) == ("yes", ())


def test_a_source_that_was_changed_since_is_told_with_the_commit(tmp_path: Path) -> None:
    root = copy(tmp_path)
    commit = write(root, ADOPTED.replace("40 pct.", "30 pct."), "Sænk målet", "2021-11-01")
    proof = adoption_in(root)
    assert proof.answer == "yes"
    [remark] = proof.remarks
    assert commit[:9] in str(remark)


def test_a_change_that_is_not_committed_is_told_too(tmp_path: Path) -> None:
    root = copy(tmp_path)
    (root / FILE).write_bytes(ADOPTED.replace("40 pct.", "30 pct.").encode())
    [remark] = adoption_in(root).remarks
    assert "not committed" in str(remark)


def test_another_text_than_the_adopted_is_told_with_the_words_and_their_place(tmp_path: Path) -> None:
    root = drafted(tmp_path / "andet")
    write(root, at("vedtaget", DRAFT.replace("40 pct.", "30 pct.")), "Vedtag", "2021-10-12")
    proof = adoption_in(root)
    assert (proof.answer, kinds(proof)) == ("no", ["other-than-adopted"])
    told = str(proof.flaws[0].message)
    line = 1 + DRAFT[: DRAFT.index("40 pct.")].count("\n")
    assert f"2022.yaml@{git(root, 'rev-parse', 'HEAD')[:9]}:{line}" in told
    assert "40 pct." in told
    assert "30 pct." in told


def test_an_adoption_that_was_taken_back_is_none(tmp_path: Path) -> None:
    root = copy(tmp_path)
    commit = write(root, at("udkast"), "Tag tilbage", "2021-11-01")
    proof = adoption_in(root)
    assert (proof.answer, kinds(proof)) == ("no", ["not-adopted"])
    assert commit[:9] in str(proof.message)


def test_a_text_that_was_replaced_by_a_later_adoption_is_told_so(tmp_path: Path) -> None:
    root = copy(tmp_path)
    write(root, at("udkast", DRAFT.replace("40", "30")), "Tag tilbage", "2021-11-01")
    write(root, at("vedtaget", DRAFT.replace("40", "30")), "Vedtag igen", "2021-11-02")
    proof = adoption_in(root)
    assert (proof.answer, kinds(proof)) == ("no", ["other-than-adopted"])
    assert "replaced since" in str(proof.remarks[0])


def test_a_draft_was_never_adopted(tmp_path: Path) -> None:
    proof = adoption_in(drafted(tmp_path / "udkast"))
    assert (proof.answer, kinds(proof)) == ("no", ["not-adopted"])


def test_a_file_that_names_a_commit_with_another_source_says_what_is_not_so() -> None:
    """The adopted text, and a commit of the history that has a draft."""
    first = git(contract(), "rev-list", "--max-parents=0", "HEAD")
    proof = adoption_in(contract(), forged(ADOPTED, commit=first))
    assert (proof.answer, kinds(proof)) == ("no", ["false-origin"])


def test_in_another_project_it_is_not_known(tmp_path: Path) -> None:
    """It may be anybody's, and nothing of it is wrong for that."""
    root = copy(tmp_path)
    git(root, "rm", "--quiet", FILE)
    proof = adoption_in(root)
    assert (proof.answer, proof.flaws) == ("unknown", ())
    assert "--project" in str(proof.hint)


def test_without_git_it_is_not_known(tmp_path: Path) -> None:
    root = copy(tmp_path)
    rmtree(root / ".git")
    assert adoption_in(root).answer == "unknown"


def test_of_a_history_that_begins_in_the_middle_it_is_told(tmp_path: Path) -> None:
    root = tmp_path / "lav"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{contract()}", str(root))
    proof = adoption_in(root)
    assert proof.answer == "yes"
    assert any("begins in the middle" in str(remark) for remark in proof.remarks)
