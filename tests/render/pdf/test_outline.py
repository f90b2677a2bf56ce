from pathlib import Path

from samples import DOCUMENT

from kdnet_docs.render.pdf.outline import bookmark_pages
from kdnet_docs.render.pdf.writer import write_pdf

TEMPLATES = Path(__file__).parents[3] / "templates"


def test_the_bookmarks_of_every_level_come_in_reading_order_with_their_pages() -> None:
    pdf = write_pdf(DOCUMENT, TEMPLATES)
    assert isinstance(pdf, bytes)
    assert bookmark_pages(pdf) == (3, 3, 3, 3, 4, 5, 5)
