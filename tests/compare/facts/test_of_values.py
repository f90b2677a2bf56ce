# ruff: noqa: E501 - a sentence and what became of it stand side by side
"""Sentences with one thing changed: the fact that is meant, and no other."""

from decimal import Decimal

import pytest
from two_texts import facts, told

from kdnet_docs.compare.fact import ByDays, ByNumber, Kind

PLANTED = [
    # money
    ("Tilskuddet udgør 250.000 kr. årligt.", "Tilskuddet udgør 275.000 kr. årligt.", "amount", "250.000 kr."),
    ("Budgettet er på kr. 1,5 mio.", "Budgettet er på kr. 2 mio.", "amount", "kr. 1,5 mio."),
    ("Honoraret er 12.500 kr. pr. dag.", "Honoraret er 14.000 kr. pr. dag.", "amount", "12.500 kr."),
    ("Det må ikke overstige 2 mia. kr. i alt.", "Det må ikke overstige 3 mia. kr. i alt.", "amount", "2 mia. kr."),
    ("Huset får ca. 3,2 mio. kroner.", "Huset får ca. 3,4 mio. kroner.", "amount", "3,2 mio. kroner"),
    ("Tilskuddet er DKK 1.200.000 i alt.", "Tilskuddet er DKK 1.350.000 i alt.", "amount", "DKK 1.200.000"),
    ("Bod er 1.000 kr., dog maks. 50.000 kr.", "Bod er 1.000 kr., dog maks. 25.000 kr.", "amount", "maks. 50.000 kr."),
    # other figures
    ("Parterne mødes to gange om året.", "Parterne mødes fire gange om året.", "quantity", "to"),
    ("Opsigelse sker med 3 måneders varsel.", "Opsigelse sker med 6 måneders varsel.", "quantity", "3"),
    ("Dog skal minimum 40 % være tilfredse.", "Dog skal minimum 55 % være tilfredse.", "quantity", "minimum 40 %"),
    ("Svarprocenten steg med 4,5 procentpoint.", "Svarprocenten steg med 6 procentpoint.", "quantity", "4,5 procentpoint"),
    ("Det gælder op til 50 ansatte.", "Det gælder op til 250 ansatte.", "quantity", "op til 50"),
    ("Bestyrelsen har fem medlemmer.", "Bestyrelsen har syv medlemmer.", "quantity", "fem"),
    ("Regionen afrapporterer månedligt til os.", "Regionen afrapporterer kvartalsvis til os.", "quantity", "månedligt"),
    ("Fristen er 14 dage.", "Fristen er 30 dage.", "quantity", "14"),
    ("Rabatten er 5-10 pct. af prisen.", "Rabatten er 5-15 pct. af prisen.", "quantity", "5-10 pct."),
    ("Afgiften er 0,5 promille.", "Afgiften er 0,7 promille.", "quantity", "0,5 promille"),
    ("Det rettes inden 14 dage hos os.", "Det rettes inden 14 måneder hos os.", "quantity", "14 dage"),
    ("Der ansættes 2,5 årsværk.", "Der ansættes 3 årsværk.", "quantity", "2,5"),
    ("Det omfatter otte af 19 kommuner.", "Det omfatter ni af 19 kommuner.", "quantity", "otte"),
    ("Virksomheder med under ti ansatte.", "Virksomheder med under 20 ansatte.", "quantity", "under ti"),
    ("Behovet vises 4 uger efter bevillingen.", "Behovet vises 8 uger efter bevillingen.", "quantity", "4"),
    # times
    ("Den træder i kraft d. 1. januar 2022.", "Den træder i kraft d. 1. marts 2022.", "date", "d. 1. januar 2022"),
    ("Den træder i kraft den 1/1 2022.", "Den træder i kraft den 1/7 2022.", "date", "den 1/1 2022"),
    ("Mødet er den 12. maj 2022 kl. 10.00.", "Mødet er den 19. maj 2022 kl. 10.00.", "date", "den 12. maj 2022"),
    ("Aftalen af 27. januar 2021 gælder.", "Aftalen af januar 2021 gælder.", "date", "27. januar 2021"),
    ("Det sker senest 1. marts året efter.", "Det sker senest 1. april året efter.", "deadline", "senest 1. marts året efter"),
    ("Rapporten er klar senest den 15. april 2022.", "Rapporten er klar senest den 1. maj 2022.", "deadline", "senest den 15. april 2022"),
    ("Det er klar inden udgangen af 2022.", "Det er klar inden udgangen af 2023.", "deadline", "inden udgangen af 2022"),
    ("Status gives i 2. kvartal 2022.", "Status gives i 3. kvartal 2022.", "deadline", "2. kvartal 2022"),
    ("Betaling sker ultimo juni 2022.", "Betaling sker ultimo august 2022.", "deadline", "ultimo juni 2022"),
    ("Projektet afsluttes i foråret 2023.", "Projektet afsluttes i efteråret 2023.", "deadline", "foråret 2023"),
    ("Rådet behandler sagen i juni 2022.", "Rådet behandler sagen i september 2022.", "deadline", "juni 2022"),
    ("Perioden 2021-2024 dækkes af puljen.", "Perioden 2022-2025 dækkes af puljen.", "period", "2021-2024"),
    ("Det løber fra 1. maj til 31. maj 2022.", "Det løber fra 1. maj til 30. juni 2022.", "period", "1. maj til 31. maj 2022"),
    ("Aftalen gælder i hele 2022 for alle.", "Aftalen gælder i hele 2024 for alle.", "period", "2022"),
    # how far it binds
    ("Kommunen skal stille lokaler til rådighed.", "Kommunen bør stille lokaler til rådighed.", "obligation", "skal"),
    ("Leverandøren er forpligtet til at svare.", "Leverandøren er berettiget til at svare.", "obligation", "er forpligtet til"),
    ("Oplysninger må videregives til andre.", "Oplysninger må ikke videregives til andre.", "obligation", "må"),
    ("Der afholdes højst 5 møder.", "Der afholdes mindst 5 møder.", "obligation", "højst 5"),
    ("Målet er mindst 75 pct. tilfredse.", "Målet er 75 pct. tilfredse.", "obligation", "mindst 75 pct."),
    ("Kommunen kan opsige aftalen.", "Kommunen kan ikke opsige aftalen.", "obligation", "kan"),
    ("Kommunen bør deltage i det.", "Kommunen bør ikke deltage i det.", "obligation", "bør"),
    ("Kommunen må gerne deltage.", "Kommunen må ikke deltage.", "obligation", "må gerne"),
    ("Leverandøren har pligt til at svare.", "Leverandøren har ret til at svare.", "obligation", "har pligt til"),
    ("Huset skal som minimum levere data.", "Huset skal højst levere data.", "obligation", "som minimum"),
    # what it refers to
    ("Der henvises til § 7, stk. 2, i loven.", "Der henvises til § 7, stk. 3, i loven.", "reference", "§ 7, stk. 2"),
    ("Se bilag 3 for nærmere detaljer.", "Se bilag 4 for nærmere detaljer.", "reference", "bilag 3"),
    ("Det følger af kapitel 3 i aftalen.", "Det følger af kapitel 4 i aftalen.", "reference", "kapitel 3"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "kind", "before"), PLANTED)
def test_what_was_planted_is_found_and_nothing_else(old: str, new: str, kind: str, before: str) -> None:
    assert [(fact.kind.value, fact.old.text if fact.old else "") for fact in facts(old, new)] == [
        (kind, before)
    ]
    # And the other way round.
    assert [(fact.kind.value, fact.new.text if fact.new else "") for fact in facts(new, old)] == [
        (kind, before)
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Parterne skal mødes.", "Parterne skal i fællesskab mødes."),
        ("En aftale indgås med kommunen.", "Den aftale indgås med kommunen."),
        ("Kommunen indgår en nærmere aftale.", "Kommunen indgår en skriftlig aftale."),
        ("Huset har 3 afdelinger.", "Huset har 3 store afdelinger."),
        ("Vejledningen gives i 2022 til alle.", "Vejledningen gives gratis i 2022 til alle."),
        ("Kommunen skal rådgive borgerne.", "Regionen skal vejlede patienterne."),
        ("Efter covid-19 genstartes huset.", "Efter covid-19 lukkes huset."),
        (
            "Arbejdet skal udføres. Det tager tid.",
            "Arbejdet skal udføres. Vi kan mødes 3 gange. Det tager tid.",
        ),
        ("Ikke kun kommuner deltager.", "Ikke alene kommuner deltager."),
        ("Kommunerne skal ikke alene informere, men også vejlede.", "Kommunerne skal informere og vejlede."),
        ("Borgerne bor i kommunen.", "Borgere bor i kommunen."),
        ("De fire mål gælder, og 10 pct. tillægges.", "De fire nye mål gælder, og 10 pct. tillægges."),
        ("Aftalen af 25. oktober 2018 gælder.", "Rammeaftalen af 25. oktober 2018 gælder."),
        ("Parterne kan mødes, og de skal tale.", "Parterne kan mødes ofte, og de skal tale sammen."),
        ("Den ene part betaler.", "Den anden part betaler."),
        ("Projektet har to faser: opstart og drift.", "Projektet har to faser: udvikling og drift."),
        ("Egenfinansieringen er 25%.", "Egenfinansieringen er 25 pct."),
        ("Kontrakten udløber 31.12.2022.", "Kontrakten udløber 31. december 2022."),
        ("Det er et krav til dem.", "Det er et konkret krav til dem."),
        ("Rådet består af 4-6 medlemmer.", "Rådet består af fire til seks medlemmer."),
    ],
)
def test_where_no_value_changed_no_fact_says_so(old: str, new: str) -> None:
    words = {"text-changed", "text-added", "text-removed", "typography"}
    assert {kind for kind, _, _ in told(old, new)} - words == set()


def test_two_figures_that_changed_places_are_two_facts() -> None:
    old = "Driften koster 4 mio. kr., mens anlæg koster 7 mio. kr."
    new = "Driften koster 7 mio. kr., mens anlæg koster 4 mio. kr."
    assert told(old, new) == [
        ("amount", "4 mio. kr.", "7 mio. kr."),
        ("amount", "7 mio. kr.", "4 mio. kr."),
    ]


def test_a_figure_in_a_paragraph_that_moved() -> None:
    one = "Leverandøren skal aflevere en rapport til kommunens udvalg, og den må højst være 20 sider."
    two = "Kommunen stiller lokaler, strøm og vand til rådighed for leverandøren uden betaling."
    three = "Parterne mødes jævnligt for at drøfte samarbejdet og løse de problemer, der måtte opstå."
    new = "\n\n".join((two, three, one.replace("20", "30")))
    assert [kind for kind, _, _ in told(f"{one}\n\n{two}\n\n{three}", new)] == ["text-moved", "quantity"]


def test_a_figure_in_a_sentence_with_other_changes() -> None:
    old = "Udbetaling sker, når 80 pct. af midlerne er brugt."
    new = "Udbetaling sker, når 90 pct. af alle bevilgede midler er brugt."
    assert [fact for fact in told(old, new) if fact[0] == "quantity"] == [("quantity", "80 pct.", "90 pct.")]


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("Huset kan hjælpe.", "Huset skal hjælpe.", "stricter"),
        ("Huset skal hjælpe.", "Huset bør hjælpe.", "looser"),
        ("Huset kan sige nej.", "Huset kan ikke sige nej.", None),
        ("Huset skal hjælpe dem.", "Huset skal ikke hjælpe dem.", None),
        ("Huset skal hjælpe dem.", "Huset må ikke hjælpe dem.", None),
        ("Derfor skal huset hjælpe.", "Derfor skal huset ikke hjælpe.", None),
        ("Data må bruges her.", "Data må kun bruges her.", None),
        ("Der er mindst 5 møder.", "Der er højst 5 møder.", None),
        ("Der er mindst 5 møder.", "Der er højst 6 møder.", None),
        ("Der er 5 møder.", "Der er mindst 5 møder.", "stricter"),
        ("Der er højst 5 møder.", "Der er 5 møder.", "looser"),
        ("Det må ikke tage 5 dage.", "Det må ikke tage over 5 dage.", None),
        ("Der måles en mervækst.", "Der måles ingen mervækst.", None),
        ("Huset deltager i det.", "Huset deltager ikke i det.", None),
        ("Budgettet er 5 mio. kr.", "Budgettet er 6 mio. kr.", "raised"),
        ("Budgettet er 5 mio. kr.", "Budgettet er 4 mio. kr.", "lowered"),
        ("Det sker senest 1. maj.", "Det sker senest 1. april.", "earlier"),
    ],
)
def test_which_way_it_went(old: str, new: str, direction: str | None) -> None:
    (fact,) = (fact for fact in facts(old, new) if fact.kind is not Kind.TEXT_CHANGED)
    assert fact.direction == direction


def test_by_how_much_an_amount_and_a_deadline_changed() -> None:
    (amount,) = facts("Det koster 40.000 kr.", "Det koster 41.000 kr.")
    assert amount.difference == ByNumber(amount=Decimal(1000), unit="kr.", per_cent=Decimal("2.5"))
    (deadline,) = facts("Det sker senest 1. marts.", "Det sker senest 1. maj.", versions=("2021", "2022"))
    assert deadline.difference == ByDays(days=61)


def test_a_deadline_that_is_gone() -> None:
    old = "Den endelige status afrapporteres til regionen senest 1. marts."
    new = "Den endelige status afrapporteres til regionen."
    assert ("deadline", "senest 1. marts", "") in told(old, new)


def test_the_parties_that_the_changed_sentence_names() -> None:
    head = "parties: [{id: kkr, name: KKR Midtjylland}, {id: hus, name: Det Ny Hus}]\n"
    old = "KKR Midtjyllands formand skal svare. Det Ny Hus hjælper."
    new = "KKR Midtjyllands formand kan svare. Det Ny Hus hjælper."
    (fact,) = facts(old, new, head=head)
    assert (fact.kind.value, fact.parties) == ("obligation", ("kkr",))


def test_what_a_fact_speaks_of() -> None:
    (fact,) = facts("Tilskuddet udgør 5 kr. pr. borger.", "Tilskuddet udgør 6 kr. pr. borger.")
    assert fact.subject == "Tilskuddet udgør … pr. borger"
