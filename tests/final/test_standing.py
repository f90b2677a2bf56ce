"""A contract on its way from draft to signed, and what is to be done with it at each place."""

from pathlib import Path
from shutil import copytree

import pytest
from certificates import signed
from repositories import commit, git

from kdnet_docs.base.diagnostics import Refused
from kdnet_docs.final.make import make_final
from kdnet_docs.final.next_step import next_step
from kdnet_docs.final.standing import Standing, names_in, standing
from kdnet_docs.sources.project import Project

ROOT = Path(__file__).parents[2]
NAME = "aftale@2022"
AFTALE = """\
kind: contract
id: aftale
version: 2022
status: {status}
title: Driftsaftale {{{{ version }}}}
date: 2021-10-01
parties:
  - id: kommunen
    name: Nordby Kommune
    signatory: {{name: Anne Holm, title: Borgmester}}
  - id: havnen
    name: Nordby Havn
    signatory: {{name: Peter Lund, title: Bestyrelsesformand}}
body:
  - section: Formål
    body:
      - text: {words}
  - signatures: [kommunen, havnen]
"""
STATUS = """\
kind: status
id: oversigt
version: 2022
status: vedtaget
title: Oversigt
date: 2021-10-01
initiatives:
  - title: Forløb
    id: forloeb
    statuses: [Færdig.]
"""
MEETING = """\
kind: meeting
id: 2021-10
title: Møde
date: 2021-10-12
agenda:
  - {number: 1, title: Aftale, bilag: [{title: Aftale, document: aftale@2022}]}
"""


class Office:
    """A project in a repository, and what is done to its contract."""

    def __init__(self, root: Path) -> None:
        self.project = Project(root)
        self.root = root
        copytree(ROOT / "templates", root / "templates")
        git(root, "init", "--quiet")
        self.put("meetings/2021-10.yaml", MEETING)

    def put(self, name: str, text: str) -> None:
        file = self.root / "contract_sources" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def write(self, status: str, words: str = "Parterne er enige.") -> None:
        self.put("contracts/aftale/2022.yaml", AFTALE.format(status=status, words=words))

    def commit(self, status: str, words: str = "Parterne er enige.") -> None:
        self.write(status, words)
        commit(self.root, f"Nu {status}")

    def standing(self, name: str = NAME) -> Standing:
        found = standing(self.project, name)
        assert not isinstance(found, Refused)
        return found

    def next(self, name: str = NAME) -> str:
        return str(next_step(self.standing(name), shown=False))

    def make_final(self, name: str = NAME) -> Path:
        made = make_final(self.project, name)
        assert not isinstance(made, Refused)
        folder = self.root / "build/final"
        folder.mkdir(parents=True, exist_ok=True)
        for file, content in made.files.items():
            (folder / file).write_bytes(content)
        return folder / "aftale-2022-vedtaget.pdf"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_each_step_from_draft_to_signed_is_told_when_its_turn_has_come(office: Office) -> None:
    office.commit("udkast")
    assert office.next() == 'write "status: til-godkendelse" when it is ready to be decided on'
    office.write("til-godkendelse")
    assert office.next() == "commit it: this is the text that will be decided on"
    office.commit("til-godkendelse")
    assert office.next().startswith('write "status: vedtaget" once it has been adopted')
    office.write("vedtaget")
    assert office.next() == "commit it: it counts as adopted from then on"
    office.commit("vedtaget")
    assert office.next() == "`kdnet final aftale@2022` makes the file to be signed"

    file = office.make_final()
    assert office.next() == "have aftale-2022-vedtaget.pdf signed by Anne Holm, Peter Lund"
    file.write_bytes(signed(file.read_bytes(), "kommunen", "Anne Holm"))
    assert office.next() == "have aftale-2022-vedtaget.pdf signed by Peter Lund"
    assert [one.name for one in office.standing().missing] == ["Peter Lund"]
    file.write_bytes(signed(file.read_bytes(), "havnen", "Peter Lund"))
    assert office.next() == (
        "`kdnet verify aftale-2022-vedtaget.pdf --trust CA.pem`, and only if all is well: "
        'write "status: underskrevet", and commit that'
    )
    office.write("underskrevet")
    assert office.next().startswith("commit it, if `kdnet verify` said that the signatures hold")
    office.commit("underskrevet")
    assert office.next() == "nothing; `kdnet verify` tells at any time whether the signatures hold"
    assert office.standing().missing == ()


def test_what_stands_in_the_way_comes_first(office: Office) -> None:
    office.commit("til-godkendelse", "Beløbet er xx kr.")
    assert office.next() == (
        "finish the text before it is adopted: 1 thing, which `kdnet status aftale@2022` shows"
    )
    office.commit("vedtaget", "Beløbet er xx kr.")
    assert office.next().startswith('write "status: til-godkendelse", put right what stands in the way')
    office.commit("vedtaget", "Beløbet er {{ uvist }} kr.")
    assert office.next().startswith("put right what is wrong: ")
    assert office.standing().has_errors


def test_what_was_adopted_too_soon_is_taken_back_put_right_and_adopted_anew(office: Office) -> None:
    office.commit("vedtaget", "Beløbet er xx kr.")
    made = make_final(office.project, NAME)
    assert isinstance(made, Refused)
    # Put right at once: nobody is to commit that.
    office.write("vedtaget", "Beløbet er 5 kr.")
    made = make_final(office.project, NAME)
    assert isinstance(made, Refused)
    assert [one.code.value for one in made.diagnostics] == ["KD801"]
    assert 'write "status: til-godkendelse"' in str(made.diagnostics[0].hint)
    # The way out that the hint tells.
    office.commit("til-godkendelse", "Beløbet er 5 kr.")
    assert [one.code.value for one in office.standing().found] == ["KD802"]
    assert office.next().startswith('write "status: vedtaget"')
    office.commit("vedtaget", "Beløbet er 5 kr.")
    assert office.standing().found == ()
    office.make_final()


def test_the_name_in_a_certificate_is_told_and_not_that_of_whom_the_field_is_for(office: Office) -> None:
    office.commit("vedtaget")
    file = office.make_final()
    file.write_bytes(signed(file.read_bytes(), "kommunen", "Søren Ågård"))
    final = office.standing().final
    assert final is not None
    assert [(one.is_signed, one.signer) for one in final.fields.values()] == [
        (True, "Søren Ågård"),
        (False, ""),
    ]


def test_what_nobody_signed_is_not_told_to_be_signed(office: Office) -> None:
    office.commit("vedtaget")
    file = office.make_final()
    office.commit("underskrevet")
    assert [one.code.value for one in office.standing().found] == ["KD808"]
    assert office.next() == (
        "put the signed file into build/final: this one Anne Holm, Peter Lund did not sign"
    )
    file.unlink()
    assert office.standing().found == ()
    assert office.next() == "nothing; the signed file is not in build/final here"


def test_a_final_file_of_other_templates_is_made_anew_while_nobody_has_signed_it(office: Office) -> None:
    office.commit("vedtaget")
    file = office.make_final()
    (office.root / "templates/html/style.css").write_text("")
    commit(office.root, "Et andet udseende")
    assert office.next() == "`kdnet final aftale@2022` makes the final file anew: something was changed"
    file.write_bytes(signed(file.read_bytes(), "kommunen", "Anne Holm"))
    assert office.next() == "have aftale-2022-vedtaget.pdf signed by Peter Lund"


def test_what_lies_there_and_is_no_final_file_is_none(office: Office) -> None:
    office.commit("vedtaget")
    office.make_final().write_bytes(b"%PDF-1.7 ikke mere")
    assert office.standing().final is None


def test_nobody_signs_a_status_table(office: Office) -> None:
    office.put("status/oversigt/2022.yaml", STATUS)
    commit(office.root, "Oversigten")
    assert office.next("oversigt@2022") == "nothing; it is adopted, and nobody is to sign it"
    office.make_final("oversigt@2022")
    assert office.standing("oversigt@2022").final is not None
    assert office.next("oversigt@2022") == "nothing; it is adopted, and nobody is to sign it"


def test_a_meeting_stands_for_its_documents(office: Office) -> None:
    office.write("udkast")
    assert names_in(office.project, "2021-10") == (NAME,)
    assert names_in(office.project, NAME) == (NAME,)
    assert names_in(office.project, str(office.root / "contract_sources/contracts/aftale/2022.yaml")) == (
        NAME,
    )


def test_without_git_a_document_stands_where_it_says(office: Office, tmp_path: Path) -> None:
    office.write("vedtaget")
    (tmp_path / ".git").rename(tmp_path / "git")
    assert office.standing().adoption is None
    assert office.next() == "commit it: it counts as adopted from then on"
