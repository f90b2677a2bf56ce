"""`kdnet final`: the files, who is to sign them, and what to type next."""

from pathlib import Path

from adopted import CONTRACT, repository, write
from certificates import signed
from command_line import kdnet
from repositories import commit, git

from kdnet_docs.cli import exits


def test_it_says_where_the_files_are_who_signs_and_what_to_type_next(tmp_path: Path) -> None:
    project = repository(tmp_path)
    run = kdnet("final", "aftale@2022", here=project.root, language="da")
    assert (run.returncode, run.stderr) == (exits.OK, "")
    assert run.stdout == (
        f"aftale@2022: endelig, af commit {git(tmp_path, 'rev-parse', '--short=9', 'HEAD')}\n"
        "  Underskrives   build/final/aftale-2022-vedtaget.pdf\n"
        "  Kopi i Word    build/final/aftale-2022-vedtaget.docx\n"
        "  Underskriver   Anna Holm, Borgmester (feltet kommunen)\n"
        "  Underskriver   Bo Lund, Direktør (feltet operatoeren)\n"
        "Send PDF-filen til underskriverne, den ene efter den anden, eller skriv under her:\n"
        "  kdnet sign build/final/aftale-2022-vedtaget.pdf --field kommunen --pkcs12 F.p12\n"
    )
    again = kdnet("final", "aftale@2022", here=project.root, language="da")
    assert (again.stdout, again.stderr) == (run.stdout, "")


def test_a_signed_file_stays_and_another_folder_takes_a_new_one(tmp_path: Path) -> None:
    project = repository(tmp_path)
    kdnet("final", "aftale@2022", here=project.root)
    file = project.root / "build/final/aftale-2022-vedtaget.pdf"
    file.write_bytes(signed(file.read_bytes(), "kommunen", "Anna Holm"))
    before = file.read_bytes()
    run = kdnet("final", "aftale@2022", here=project.root)
    assert run.returncode == exits.FINDINGS
    assert (
        "error[KD817]: the file is signed, and is never written over\n --> build/final/aftale" in run.stderr
    )
    assert file.read_bytes() == before
    assert kdnet("final", "aftale@2022", "--out", "ny mappe", here=project.root).returncode == exits.OK
    assert (project.root / "ny mappe/aftale-2022-vedtaget.docx").exists()


def test_a_file_that_somebody_changed_is_kept(tmp_path: Path) -> None:
    project = repository(tmp_path)
    kdnet("final", "aftale@2022", here=project.root)
    (project.root / "build/final/aftale-2022-vedtaget.docx").write_bytes(b"rettet")
    run = kdnet("final", "aftale@2022", here=project.root)
    assert run.returncode == exits.OK
    assert "warning[KD607]" in run.stderr
    kept = project.root / "build/final/aftale-2022-vedtaget (gemt)/aftale-2022-vedtaget.docx"
    assert kept.read_bytes() == b"rettet"


def test_a_state_in_git_is_made_as_it_was_there(tmp_path: Path) -> None:
    project = repository(tmp_path)
    git(tmp_path, "tag", "v1")
    kdnet("final", "aftale@2022", "--out", "nu", here=project.root)
    write(tmp_path, CONTRACT.replace("vedtaget", "udkast"))
    commit(tmp_path, "Tilbage")
    assert kdnet("final", "aftale@2022", here=project.root).returncode == exits.FINDINGS
    run = kdnet("final", "aftale@2022:v1", "--out", "da", here=project.root)
    assert run.returncode == exits.OK, run.stderr
    for name in ("aftale-2022-vedtaget.pdf", "aftale-2022-vedtaget.docx"):
        assert (tmp_path / "da" / name).read_bytes() == (tmp_path / "nu" / name).read_bytes()


def test_what_is_unfinished_is_shown_where_it_stands_and_nothing_is_written(tmp_path: Path) -> None:
    project = repository(tmp_path, CONTRACT.replace("driver havnen", "driver XX"))
    run = kdnet("final", "aftale@2022", here=project.root)
    assert run.returncode == exits.FINDINGS
    assert 'error[KD813]: "XX" stands where words are to come' in run.stderr
    assert "^^" in run.stderr
    assert run.stdout == "aftale@2022: not made; put the errors above right and try again\n"
    assert not (project.root / "build").exists()


def test_no_name_at_all(tmp_path: Path) -> None:
    run = kdnet("final", here=repository(tmp_path).root)
    assert run.returncode == exits.USAGE
    assert "which document is to be made final?" in run.stderr
