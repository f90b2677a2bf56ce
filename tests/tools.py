"""Other people's programs that judge our files."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import pytest

from kdnet_docs.checks.dictionary.dictionaries import danish_dictionary
from kdnet_docs.checks.dictionary.speller import VARIABLE


def tool(name: str) -> str:
    """The path of a program; without it the test is skipped, or fails where KDNET_REQUIRE_TOOLS=1 says so."""
    path = shutil.which(name)
    if path is None:
        _lacking(f"{name} is not installed")
    return path


@contextmanager
def danish_spelling() -> Iterator[None]:
    """Spelling is checked; without a Danish dictionary the test is skipped or fails, as above."""
    if danish_dictionary() is None:
        _lacking("no Danish dictionary is installed")
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv(VARIABLE, raising=False)
        yield


def _lacking(reason: str) -> NoReturn:
    if os.environ.get("KDNET_REQUIRE_TOOLS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
