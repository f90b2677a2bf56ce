import pytest
from word_files import house

from kdnet_docs.ooxml.bookmarks import Bookmarks
from kdnet_docs.ooxml.xml import get


def test_each_bookmark_has_a_number_of_its_own() -> None:
    bookmarks = Bookmarks(house())
    made = [*bookmarks.around("a", []), *bookmarks.around("b", [])]
    assert len({get(end, "w:id") for end in made}) == 2


def test_two_bookmarks_of_one_name_are_a_bug() -> None:
    bookmarks = Bookmarks(house())
    bookmarks.around("a", [])
    with pytest.raises(ValueError, match="named a"):
        bookmarks.around("a", [])
