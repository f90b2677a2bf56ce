"""What becomes of a time in a sentence of a contract for 2022 on the way to 2023, and why."""

import pytest
from rolled import HEAD, plan_of

# A sentence with its time in ⟦ ⟧; "shift", "keep" or "ask"; and what is to stand there, or is proposed.
IN_PROSE = [
    # the version's own year
    ("I ⟦2022⟧ angiver mindst 48 pct., at de er tilfredse.", "shift", "2023"),
    ("Aftalen gælder ⟦til og med 31. december 2022⟧.", "shift", "til og med 31. december 2023"),
    ("Der afholdes ⟦senest den 1. marts 2022⟧ et møde.", "shift", "senest den 1. marts 2023"),
    ("Målingen foretages i ⟦tredje kvartal\n2022⟧ hos alle.", "shift", "tredje kvartal 2023"),
    ("Der følges op ⟦ultimo 2022⟧.", "shift", "ultimo 2023"),
    ("Fristen er ⟦01.03.22⟧.", "shift", "01.03.23"),
    ("Kurset begynder i skoleåret ⟦2022/23⟧.", "ask", "2023/24"),
    ("Der afholdes møde mandag ⟦den 7. marts 2022⟧.", "ask", "den 7. marts 2023"),
    # agreements by their names, periods and dates
    ("Jf. *Aftale om rammer for erhvervshuse ⟦2021-2023⟧*.", "keep", "2021-2023"),
    ("Det følger af rammeaftalen for ⟦2021 – 2023⟧ med KL.", "keep", "2021 – 2023"),
    ("Jf. aftale af ⟦27. januar 2021⟧ mellem parterne.", "keep", "27. januar 2021"),
    ("Jf. rammeaftalen for ⟦2020-2022⟧ med KL.", "ask", None),
    ("Projektet løber i ⟦2021-2022⟧.", "ask", "2022-2023"),
    ("Indsatsen i ⟦2018-2020⟧ er evalueret.", "keep", "2018-2020"),
    ("Planen for ⟦2024-2026⟧ udarbejdes.", "keep", "2024-2026"),
    ("Rammekontrakten for ⟦2022-2025⟧ gælder.", "keep", "2022-2025"),
    ("Den gælder ⟦1. januar 2022 til 31. december 2025⟧.", "keep", "1. januar 2022 til 31. december 2025"),
    ("Aftalerne fungerede i perioden fra ⟦2006 til 2017⟧.", "keep", "2006 til 2017"),
    ("Aftalen gælder fra ⟦1. januar til 31. december 2022⟧.", "shift", "1. januar til 31. december 2023"),
    ("Jf. forordning (EU) ⟦2022⟧/679.", "keep", "2022"),
    ("Jf. bekendtgørelse af ⟦16. december 2022⟧ om spildevand.", "keep", "16. december 2022"),
    ("Det følger af lov nr. 1518 af 18. december ⟦2022⟧.", "keep", "2022"),
    ("Det er et led i Hospitalsplan ⟦2022⟧.", "ask", "2023"),
    # what looks back
    ("Styrelsen påbegyndte i ⟦2022⟧ en screening.", "ask", "2023"),
    ("Foreningen, der i ⟦2022⟧ startede indsatsen, deltager.", "ask", "2023"),
    ("Der er i ⟦2022⟧ gennemført 32 forløb.", "ask", "2023"),
    ("Undersøgelsen viste i ⟦2021⟧ en fremgang.", "keep", "2021"),
    ("KKR har i ⟦2021⟧ udarbejdet en plan.", "keep", "2021"),
    ("Vækstteamet afleverede i ⟦maj 2021⟧ sine anbefalinger.", "keep", "maj 2021"),
    ("I ⟦september 2020⟧ blev der gennemført en måling.", "keep", "september 2020"),
    ("Kendskabet skal stige i forhold til målingen i ⟦september 2020⟧.", "keep", "september 2020"),
    ("Kendskabet skal stige sammenlignet med kendskabet i ⟦efteråret 2021⟧.", "ask", "efteråret 2022"),
    ("Parterne har i ⟦2022⟧ drøftet sagen.", "ask", "2023"),
    # what was set ahead, and what lies beyond
    ("I ⟦2023⟧ skal kendskabet være mindst 50 pct.", "keep", "2023"),
    ("⟦Inden 2030⟧ skal området være klimaneutralt.", "keep", "Inden 2030"),
    ("Der afrapporteres ⟦senest 1. februar 2023⟧.", "ask", "senest 1. februar 2024"),
    # what should have been done, and lists of years
    ("I ⟦2021⟧ skal parterne udvikle et værktøj.", "ask", None),
    ("I ⟦2022 og 2023⟧ vurderer 70 pct. indsatsen højt.", "ask", "2023"),
    ("Der rapporteres om kendskabet i ⟦2021 og 2023⟧.", "ask", "2023"),
    ("Aftalen ligger oven på økonomiaftalerne for ⟦2020 og 2021⟧.", "keep", "2020 og 2021"),
    ("Årsregnskabet for ⟦2021⟧ fremlægges, når det er klart.", "keep", "2021"),
    ("Tilskuddet er på 12 mio. kr. (⟦2021⟧-priser).", "ask", "2022"),
    # no year, and years in names
    ("Der afrapporteres ⟦senest 1. marts⟧.", "keep", "senest 1. marts"),
    ("Se side ⟦2022⟧.", "ask", "2023"),
    ("Det sker i ⟦FY2022⟧.", "ask", "FY2023"),
]


# The same for the season 2022-2023, on the way to 2023-2024.
IN_A_SEASON = [
    ("Tilskuddet er 100 kr. i ⟦2022⟧.", "shift", "2023"),
    ("Tilskuddet er 100 kr. i ⟦2023⟧.", "shift", "2024"),
    ("Der evalueres ⟦inden sommeren 2023⟧.", "shift", "inden sommeren 2024"),
    ("Sæsonen ⟦2022/23⟧ varer et år.", "shift", "2023/24"),
    ("Aftalen gælder for ⟦2022-2023⟧.", "ask", "2023-2024"),
    ("I ⟦2022 og 2023⟧ skal der spilles.", "shift", "2023 og 2024"),
    ("Foreningen fik i ⟦2021⟧ ny bane.", "keep", "2021"),
    ("I ⟦2024⟧ skal der være 400 spillere.", "keep", "2024"),
    ("I ⟦2025⟧ skal der være 400 spillere.", "keep", "2025"),
]


def marked(sentence: str) -> tuple[str, str]:
    before, _, rest = sentence.partition("⟦")
    words, _, after = rest.partition("⟧")
    return before + words + after, " ".join(words.split())


def found(
    sentence: str, key: str = "maal", old: str = "2022", to: str = "2023"
) -> list[tuple[str, str, str | None]]:
    """The times of a sentence below a key of a goal."""
    lines = sentence.replace("\n", "\n              ")
    head = HEAD.replace("version: 2022", f"version: {old}")
    text = f"{head}body:\n  - goals:\n      - group: G\n        goals:\n          - title: Emne\n"
    text += f"            id: g\n            {key}: |\n              {lines}\n"
    return [
        (item.words, item.verdict.kind, item.verdict.new)
        for item in plan_of(text, to).items
        if item.part == f"g.{key}"
    ]


@pytest.mark.parametrize(("sentence", "kind", "new"), IN_PROSE)
def test_a_time_moves_stays_or_is_asked_about(sentence: str, kind: str, new: str | None) -> None:
    text, words = marked(sentence)
    assert found(text) == [(words, kind, new)]


@pytest.mark.parametrize(("sentence", "kind", "new"), IN_A_SEASON)
def test_a_version_may_be_for_more_years_than_one(sentence: str, kind: str, new: str | None) -> None:
    text, words = marked(sentence)
    assert found(text, old="2022-2023", to="2023-2024") == [(words, kind, new)]


@pytest.mark.parametrize(
    ("sentence", "kind", "new"),
    [
        ("Virksomheder, der har modtaget vejledning i ⟦2021⟧, spørges.", "ask", "2022"),
        ("Styrelsen udsender i ⟦tredje kvartal 2023⟧ et skema.", "ask", "tredje kvartal 2023"),
        ("Styrelsen udsender i ⟦tredje kvartal 2022⟧ et skema.", "shift", "tredje kvartal 2023"),
        ("Metoden blev aftalt i ⟦2018⟧.", "keep", "2018"),
    ],
)
def test_how_a_goal_is_measured_may_look_a_year_back_or_ahead(
    sentence: str, kind: str, new: str | None
) -> None:
    text, words = marked(sentence)
    assert found(text, "metode") == [(words, kind, new)]


@pytest.mark.parametrize(
    ("sentence", "proposals"),
    [
        ("Årsregnskabet for 2021 fremlægges i april 2022.", ["2022", "april 2023"]),
        ("Fraværet skal falde fra 12,3 i 2021 til 11,5 i 2022.", ["2022", "2023"]),
        ("Kommunalvalget den 16. november 2021 gælder fra 2022.", ["den 16. november 2021", "2023"]),
        ("I 2021 skal det ske, og i 2022 følges der op.", [None, "2023"]),
        ("Parterne har i 2021 aftalt, hvad der sker i 2022.", ["2021", "2023"]),
    ],
)
def test_the_year_before_may_follow_the_versions_own(sentence: str, proposals: list[str | None]) -> None:
    assert [new for _, _, new in found(sentence)] == proposals


def test_a_footnote_on_an_old_measurement_stays() -> None:
    text = "Kendskabet skal stige.[^n]\n\n[^n]: Kendskabet er målt til 33 pct. i 2021.\n"
    assert found(text) == [("2021", "keep", "2021")]


@pytest.mark.parametrize(
    ("sentence", "kind", "new"),
    [
        ("By the end of 2022 the parties shall report.", "shift", "By the end of 2023"),
        ("In 2021 the parties shall develop a tool.", "ask", None),
        ("The plan was adopted in May 2021.", "keep", "May 2021"),
        ("Under the framework agreement for 2021-2023.", "keep", "2021-2023"),
    ],
)
def test_english_contracts_are_read_too(sentence: str, kind: str, new: str | None) -> None:
    text = HEAD + f"language: en\nbody:\n  - section: Aim\n    id: aim\n    text: {sentence}\n"
    (item,) = (item for item in plan_of(text).items if item.part == "aim.text")
    assert (item.verdict.kind, item.verdict.new) == (kind, new)


def test_every_verdict_says_why_in_both_languages() -> None:
    for sentence, _, _ in IN_PROSE:
        text, _ = marked(sentence)
        for item in plan_of(
            f"{HEAD}body:\n  - text: |\n      {text.replace(chr(10), chr(10) + '      ')}\n"
        ).items:
            danish, english = item.verdict.reason.to("da"), item.verdict.reason.to("en")
            assert danish
            assert danish != english
