"""The properties of a document's section, with what they were as a tracked change."""

from lxml import etree

from kdnet_docs.ooxml.redline.review import Review
from kdnet_docs.ooxml.xml import Element, element, qualified

_REFERENCES = frozenset(map(qualified, ("w:headerReference", "w:footerReference")))


def track_section(old: Element, new: Element, review: Review) -> None:
    """Record in the new properties what the old ones were, where they differ."""
    was, now = ([child for child in found if child.tag not in _REFERENCES] for found in (old, new))
    if [etree.tostring(child) for child in was] != [etree.tostring(child) for child in now]:
        new.append(review.mark("sectPrChange", element("sectPr", *was)))
