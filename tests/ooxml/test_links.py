import pytest
from word_files import house

from kdnet_docs.ooxml.links import Links


@pytest.mark.parametrize(
    "address",
    [
        "https://www.kd-net.dk",
        "https://example.org:8080/a/b?c=d&e=%20#f",
        "http://example.org/æøå og mere",
        "https://example.org/a[1]",
        "mailto:post@example.org?subject=a",
    ],
)
def test_an_address_that_word_can_follow_is_a_link(address: str) -> None:
    word = house()
    key = Links(word.part).relationship(address)
    assert key is not None
    assert word.part.rels[key].is_external
    assert word.part.rels[key].target_ref.isascii()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://",
        "https://[::1",
        "mailto:",
        "mailto:a@b@c",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "bilag.pdf",
        "./../bilag.pdf",
        "./mappe/bilag.pdf",
        "./.",
        "https://a:b:c",
        "https://example.org/" + "x" * 3000,
    ],
)
def test_an_address_that_word_calls_the_file_corrupt_for_is_none(address: str) -> None:
    assert Links(house().part).relationship(address) is None


def test_the_same_address_has_one_relationship() -> None:
    links = Links(house().part)
    assert links.relationship("https://a.dk") == links.relationship("https://a.dk")


def test_a_file_beside_the_document_is_linked_by_its_name() -> None:
    word = house()
    key = Links(word.part).relationship("./01-1%20Udkast%20p%C3%A5%20%C3%A6.pdf")
    assert key is not None
    assert word.part.rels[key].is_external
    assert word.part.rels[key].target_ref == "01-1%20Udkast%20p%C3%A5%20%C3%A6.pdf"
