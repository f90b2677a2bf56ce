from small_pdfs import SmallPdf, kinds, merged


def by_place() -> SmallPdf:
    file = SmallPdf()
    file.element("/H")
    section = file.element("/Sect", file.element("/Div", K=[]), K=[])
    file.element("/H", section)
    file.element("/H", file.element("/Sect", section, K=[]))
    return file


def by_level() -> SmallPdf:
    file = SmallPdf()
    file.element("/H1")
    file.element("/H2")
    return file


def headings(*files: SmallPdf) -> list[str]:
    return [kind for kind in kinds(merged(*files)) if kind.startswith("H")]


def test_headings_whose_level_is_their_place_get_it_as_a_number_beside_such_that_have() -> None:
    assert headings(by_place(), by_level(), by_place()) == ["H1", "H2", "H3", "H1", "H2", "H1", "H2", "H3"]


def test_headings_of_one_sort_stay_as_they_are() -> None:
    assert headings(by_place(), by_place()) == ["H"] * 6
    assert headings(by_level(), by_level()) == ["H1", "H2"] * 2
