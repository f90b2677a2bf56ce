"""Words that say that something is unfinished are found at the word itself, wherever an author may write."""

from collections.abc import Iterator
from time import perf_counter

import pytest
from adopted import CONTRACT
from authored import model

from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.final.unfinished_words import unfinished_words
from kdnet_docs.model.contract import Contract


def found(text: str) -> list[tuple[str, str]]:
    return [(one.code.value, one.span.text) for one in diagnostics(text) if one.span]


def diagnostics(text: str) -> Iterator[Diagnostic]:
    contract = model(text)
    assert isinstance(contract, Contract)
    return unfinished_words(contract)


def in_prose(words: str) -> str:
    return CONTRACT.replace("driver havnen", f"driver\n      havnen {words} og mere").replace(
        "author: Anna Holm\n", ""
    )


def test_a_finished_contract_has_none() -> None:
    assert found(CONTRACT) == []


@pytest.mark.parametrize(
    "words",
    [
        *("xx", "XXX", "xx.xxx", "20xx", "xx-xx-20xx", "[indsæt dato]", "[...]", "[…]", "[ ]", "[x]", "____"),
        *("NN", "N.N.", "TBD", "TODO", "tbd", "??", "?????", "(?)", "dd.mm.åååå", "dd/mm/yyyy", "åååå"),
        *("Lorem ipsum", ".....", "indsættes senere", "to be confirmed later", "Fornavn Efternavn"),
        *("x.xxx", "X.X", "§ X", "punkt ?", "den x. maj", "den . maj", "den __. maj", "(skal afklares)"),
        *("TBC", "«Navn»", "%NAVN%", "insert date", "Klik eller tryk her for at skrive tekst."),
        *("Fejl! Henvisningskilde ikke fundet.", "#REF!", "#VÆRDI!", "{navn}", r"\<navn\>"),
    ],
)
def test_what_stands_in_for_words_to_come(words: str) -> None:
    assert found(in_prose(words)) == [("KD813", words)]


@pytest.mark.parametrize(
    "words",
    [
        *("[kommunens side](https://www.example.dk/xx)", "*[kommunen](#formaal)*", "**fed**", "__fed__"),
        *("A.N. Olsen", "6 x 4 m", "CO2-aftryk", "maxxtal", "39,010 mio. kr.", "Hvad?", "(se bilag 2)"),
        *("udkast til budget", "et foreløbigt regnskab", "den foreløbige opgørelse", "...", "§ 3, stk. 2"),
        *("{{ version }}", r"\{\{ version \}\}", "a < b og b > c", "kl. 10.00", "1.000 kr.", "Finn", "XML"),
        *("[1] og [2]", "N.N.F.", "Fejl! står der på skærmen.", "den 1. maj", "bilag 10", "X-akse", "§ 10"),
        *("»citat«", "45 %", "skal udfyldes af kommunen", "Første udkast sendes 1. maj", "the draft budget"),
        *("https://www.example.dk/a?b=c", "pulje B", "ad hoc", "x-aksen", "nærværende aftale", "To do so"),
    ],
)
def test_what_a_contract_may_lawfully_say(words: str) -> None:
    assert found(in_prose(words)) == []


@pytest.mark.parametrize(
    "words", ["UDKAST", "(udkast)", "DRAFT", "dette udkast", "dette er et udkast", "(foreløbig)"]
)
def test_words_that_call_the_document_a_draft(words: str) -> None:
    assert found(in_prose(words)) == [("KD814", words)]


@pytest.mark.parametrize(
    ("old", "new", "code", "word"),
    [
        ("Driftsaftale {{", "Udkast til driftsaftale {{", "KD814", "Udkast"),
        ("subject: Drift", "subject: Foreløbig drift", "KD814", "Foreløbig"),
        ("Havneby Kommune", "XX Kommune", "KD813", "XX"),
        ("title: Borgmester", "title: '[titel]'", "KD813", "[titel]"),
        ("name: Bo Lund", "name: NN", "KD813", "NN"),
        ("name: Bo Lund", 'name: "-"', "KD813", "-"),
        ("name: Bo Lund", "name: Ukendt", "KD813", "Ukendt"),
        ("section: Formål", "section: Formål (udkast)", "KD814", "(udkast)"),
        ("section: Formål", "section: KLADDE", "KD814", "KLADDE"),
        ("section: Formål", "section: Revideret udkast 3", "KD814", "Revideret udkast 3"),
        ("section: Formål", "section: Udkast af 3. maj 2022", "KD814", "Udkast af 3. maj 2022"),
        ("section: Formål", "section: Tekst følger", "KD813", "Tekst følger"),
        ("lov om havne", "lov om xx", "KD813", "xx"),
        ("body:\n  - section: F", "values: {beløb: xx kr.}\nbody:\n  - section: F", "KD813", "xx"),
        ("body:\n  - section: F", "remark: Kladde til mødet\nbody:\n  - section: F", "KD814", "Kladde"),
    ],
)
def test_wherever_an_author_writes(old: str, new: str, code: str, word: str) -> None:
    assert found(CONTRACT.replace(old, new, 1)) == [(code, word)]


def test_the_line_to_date_by_hand_may_have_blanks() -> None:
    assert found(CONTRACT + "labels: {signature-date: 'd. __.__.____', draft: UDKAST}\n") == []


def test_in_tables_and_goals_and_their_captions() -> None:
    more = """\
  - table:
      id: t
      caption: Beløb for xx
      columns: [{key: navn, title: Navn}, {key: kr, title: NN kr.}]
      rows: [[Havnen, TBD]]
  - goals:
      - group: Mål
        goals:
          - title: Mindst xx pct.
            maal: "[mangler]"
"""
    assert [word for _, word in found(CONTRACT + more)] == ["xx", "NN", "TBD", "xx", "[mangler]"]


def test_what_is_found_over_two_lines_is_shown_from_its_beginning_to_its_end() -> None:
    [one] = diagnostics(in_prose("[indsæt\n      navn her]"))
    assert one.span
    assert one.span.text == "[indsæt\n      navn her]"
    assert '"[indsæt navn her]"' in str(one.message)


def test_what_the_document_accepts_is_passed_over_and_nothing_else() -> None:
    text = in_prose("kapitel XX og [...] og xx pct.")
    accepting = text.replace("author", "accepts: [kapitel XX, '[...]']\nauthor").replace(
        "date:", "accepts: [kapitel XX, '[...]']\ndate:", 1
    )
    assert [word for _, word in found(text)] == ["XX", "[...]", "xx"]
    assert [word for _, word in found(accepting)] == ["xx"]


@pytest.mark.parametrize(
    "sign", ["x", "_", "[", "(", ".", "?", "<", "{", "N ", "x.", "1", "udkast ", "#", "…", "den x", "§"]
)
def test_a_hostile_text_takes_no_time(sign: str) -> None:
    begun = perf_counter()
    list(diagnostics(CONTRACT.replace("driver havnen", f"driver {sign * 20_000}a")))
    assert perf_counter() - begun < 2
