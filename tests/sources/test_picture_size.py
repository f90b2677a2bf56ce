import pytest
from attached import jpeg, png, turned
from hand_made_pdf import Tagged
from hypothesis import given
from hypothesis import strategies as st

from kdnet_docs.sources.picture_size import picture_size


def test_a_picture_says_how_large_it_is() -> None:
    assert picture_size(png(30, 20)) == (30, 20)
    assert picture_size(b"GIF89a" + b"\x2c\x01\xc8\x00") == (300, 200)


def test_a_photograph_says_it_behind_what_its_camera_noted() -> None:
    photograph = jpeg(Tagged().pdf())
    assert picture_size(photograph) == (298, 421)
    assert picture_size(turned(photograph)) == (298, 421)


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff", png(3, 2)[:18], png(0, 2), b"GIF89a"])
def test_a_damaged_picture_does_not(content: bytes) -> None:
    assert picture_size(content) is None


@given(st.binary(max_size=100))
def test_nothing_is_raised(content: bytes) -> None:
    picture_size(b"\xff\xd8" + content)
