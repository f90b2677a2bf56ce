import io
from collections.abc import Callable
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import NameObject, NumberObject
from small_pdfs import SmallPdf, merged

from kdnet_docs.tagged_pdf.merging.gate import DamagedError, check

COUNTS = {"/Document": 1, "/Part": 1, "/P": 2}


def whole() -> Any:
    file = SmallPdf()
    file.element("/P")
    file.element("/P")
    return PdfReader(io.BytesIO(merged(file).pdf)).root_object


def _lose_an_element(catalog: Any) -> None:
    catalog["/StructTreeRoot"]["/K"][0]["/K"][0]["/K"].pop()


def _mix_up_parents(catalog: Any) -> None:
    parents = catalog["/StructTreeRoot"]["/ParentTree"]["/Nums"][1].get_object()
    parents[0], parents[1] = parents[1], parents[0]


def _lose_a_key(catalog: Any) -> None:
    catalog["/Pages"]["/Kids"][0].get_object()[NameObject("/StructParents")] = NumberObject(9)


def _forget_a_parent(catalog: Any) -> None:
    document = catalog["/StructTreeRoot"]["/K"][0]
    document["/K"][0]["/K"][0].get_object()[NameObject("/P")] = catalog["/StructTreeRoot"]["/K"][0]


def _name_content_twice(catalog: Any) -> None:
    catalog["/StructTreeRoot"]["/ParentTree"]["/Nums"][1].append(catalog["/StructTreeRoot"]["/K"][0])


def test_a_file_as_it_should_be_passes() -> None:
    check(whole(), pages=1, elements=COUNTS)


@pytest.mark.parametrize(
    "damage", [_lose_an_element, _mix_up_parents, _lose_a_key, _forget_a_parent, _name_content_twice]
)
def test_a_damaged_file_is_not_given(damage: Callable[[Any], None]) -> None:
    catalog = whole()
    damage(catalog)
    with pytest.raises(DamagedError):
        check(catalog, pages=1, elements=COUNTS)


def test_a_lost_page_is_noticed() -> None:
    with pytest.raises(DamagedError):
        check(whole(), pages=2, elements=COUNTS)
