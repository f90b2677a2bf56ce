"""Every finding is explained, and every sentence stands in both languages."""

import ast
from functools import cache
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from python_files import PACKAGE, called, python_files

from kdnet_docs.base.codes import Code


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_code_has_a_page_and_every_page_a_code(language: str) -> None:
    pages = {
        page.stem for page in (PACKAGE / "explanations" / language).glob("*.md") if page.read_text("utf-8")
    }
    assert pages == {code.value for code in Code}


def test_every_message_is_a_literal_that_a_translator_can_find() -> None:
    computed = [
        file.at(call)
        for file in python_files()
        for call in file.calls()
        if called(call) == "msg" and not isinstance(call.args[0], ast.Constant)
    ]
    assert computed == []


def test_every_message_is_given_the_values_it_names() -> None:
    wrong = [
        file.at(call)
        for file in python_files()
        for call in file.calls()
        if called(call) == "msg"
        and isinstance(call.args[0], ast.Constant)
        and all(keyword.arg for keyword in call.keywords)
        and _named_in(str(call.args[0].value)) != {keyword.arg for keyword in call.keywords}
    ]
    assert wrong == []


def test_every_message_has_a_danish_wording() -> None:
    danish = _danish()
    assert {place: template for template, place in _templates().items() if not danish.get(template)} == {}


def test_danish_wordings_name_the_same_values() -> None:
    different = {
        template: wording
        for template, wording in _danish().items()
        if _named_in(template) != _named_in(wording)
    }
    assert different == {}


def test_the_compiled_catalogue_holds_the_wordings_as_they_are_now() -> None:
    """`make catalogue` compiles it."""
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = {str(entry.id): str(entry.string) for entry in read_mo(file) if entry.id}
    assert compiled == _danish()


CATALOGUE = PACKAGE / "locale/da/LC_MESSAGES/kdnet.po"


@cache
def _wordings() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="da", domain="kdnet")


@cache
def _danish() -> dict[str, str]:
    catalog = _wordings()
    return {str(entry.id): str(entry.string) for entry in catalog if entry.id and not entry.fuzzy}


def _templates() -> dict[str, str]:
    """Each template of the program, and a place where it is used."""
    return {
        str(call.args[0].value): file.at(call)
        for file in python_files()
        for call in file.calls()
        if called(call) == "msg" and isinstance(call.args[0], ast.Constant)
    }


def _named_in(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}
