from word_files import house

from kdnet_docs.ooxml.merging.definitions import restyled
from kdnet_docs.ooxml.styles import Styles
from kdnet_docs.ooxml.xml import descendants, qualified


def test_a_style_that_looks_otherwise_in_the_two_files_is_told_of() -> None:
    old, new = house(), house()
    assert restyled(old, new) == ()
    size = next(descendants(Styles(new).element("Heading 1"), "w:sz"))
    size.set(qualified("w:val"), "99")
    assert [name.lower() for name in restyled(old, new)] == ["heading 1"]
