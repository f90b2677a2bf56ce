"""Which statuses say that an initiative is finished."""

import pytest

from kdnet_docs.reading.finished import says_finished


@pytest.mark.parametrize(
    "status",
    [
        "Afsluttet",
        "afsluttet.",
        "Initiativet er afsluttet.",
        "Projektet er færdiggjort.",
        "Er færdig.",
        "Afsluttet 1. maj 2021.",
        "Afsluttet den 1. maj 2021. Rådgivningen fortsætter som en del af driften.",
        "Initiativet er nu afsluttet ultimo 2021.",
        "The project was completed in May 2021.",
    ],
)
def test_a_status_that_says_so_as_a_whole(status: str) -> None:
    assert says_finished(status)


@pytest.mark.parametrize(
    "status",
    [
        "Laboratorium færdigt. Afrapportering er under udarbejdelse.",
        "Laboratorium og afrapportering færdig.",
        "Initiativet er ikke afsluttet.",
        "Initiativet er næsten færdigt.",
        "Initiativet afsluttes i 2022.",
        "Afsluttet i Randers, fortsætter i Viborg.",
        "Afprøvningen er afsluttet.",
    ],
)
def test_a_status_that_speaks_of_a_part_or_of_what_goes_on(status: str) -> None:
    assert not says_finished(status)
