import pytest

from kdnet_docs.render.clickable import is_clickable


@pytest.mark.parametrize(
    "target",
    ["https://www.example.dk/a", "HTTP://example.dk", "mailto:a@example.dk", "#formaal", "./bilag.pdf"],
)
def test_what_can_be_clicked_on(target: str) -> None:
    assert is_clickable(target)


@pytest.mark.parametrize(
    "target",
    ["", "javascript:alert(1)", "file:///C:/x.docx", "../x", "/x", "urn:signature-field:0", " https://x.dk"],
)
def test_what_is_words_alone(target: str) -> None:
    assert not is_clickable(target)
