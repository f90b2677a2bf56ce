"""A picture that was cut off is told from a whole one, wherever it was cut."""

import subprocess

import pytest
from attached import jpeg, png, turned
from hand_made_pdf import Tagged
from hypothesis import given
from hypothesis import strategies as st
from tools import tool

from kdnet_docs.sources.whole_picture import is_whole


@pytest.fixture(params=["drawing", "photograph", "progressive"])
def picture(request: pytest.FixtureRequest) -> bytes:
    """A PNG, a JPEG, and one of several scans, each after tables of its own."""
    if request.param == "drawing":
        return png(30, 20)
    if request.param == "photograph":
        return turned(jpeg(Tagged().pdf()))
    options = ["-jpeg", "-jpegopt", "progressive=y", "-r", "36", "-singlefile", "-"]
    return subprocess.run(
        [tool("pdftoppm"), *options], input=Tagged().pdf(), capture_output=True, check=True
    ).stdout


def test_a_whole_picture_is_whole_whatever_comes_after_it(picture: bytes) -> None:
    assert is_whole(picture)
    assert is_whole(picture + b"\0" * 100)
    assert is_whole(picture + b"\xff\xd8\xff and what a telephone adds")


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_one_that_is_cut_off_is_not(picture: bytes, share: float) -> None:
    assert not is_whole(picture[: int(len(picture) * share)])
    assert not is_whole(picture[:-1])


def test_one_filled_up_with_zeros_is_not(picture: bytes) -> None:
    assert not is_whole(picture[: len(picture) // 2].ljust(len(picture), b"\0"))


@given(st.binary(max_size=200), st.sampled_from([b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b""]))
def test_nothing_is_raised(content: bytes, start: bytes) -> None:
    is_whole(start + content)
