import struct
import zlib
from io import BytesIO

import docx
from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE

from kdnet_docs.ooxml.merging.relations import adopt_relations
from kdnet_docs.ooxml.paragraph import link_to_address, words
from kdnet_docs.ooxml.xml import Element, descendants, element, get


def picture(shade: int) -> bytes:
    """A PNG of one dot."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes((0, shade)))),
        (b"IEND", b""),
    )
    made = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


def file(*addresses: str, shade: int) -> Word:
    """A file with links and a picture, its relationships in this order."""
    word = docx.Document()
    for address in addresses:
        identity = word.part.rels.get_or_add_ext_rel(RELATIONSHIP_TYPE.HYPERLINK, address)
        word.element.body.insert(0, element("p", link_to_address(identity, [words(address)])))
    word.add_picture(BytesIO(picture(shade)))
    return word


def targets(words: Element, word: Word) -> dict[str, str]:
    """Where each link of a text leads in a file."""
    return {
        _words(link): word.part.rels[get(link, "r:id") or ""].target_ref
        for link in descendants(words, "w:hyperlink")
    }


def _words(link: Element) -> str:
    return "".join(text.text or "" for text in descendants(link, "w:t"))


def shown(words: Element, word: Word) -> bytes:
    """The picture that a text has in a file."""
    (blip,) = (found for found in words.iter("{*}blip"))
    identity = next(held for name, held in blip.items() if str(name).endswith("embed"))
    content: bytes = word.part.related_parts[str(identity)].blob
    return content


def test_links_and_pictures_lead_where_they_led() -> None:
    old = file("https://a.example", "https://b.example", shade=1)
    new = file("https://c.example", "https://b.example", shade=2)
    body = old.element.body
    adopt_relations(body, old.part, new.part)
    assert targets(body, new) == {
        "https://a.example": "https://a.example",
        "https://b.example": "https://b.example",
    }
    assert shown(body, new) == picture(1)
    assert shown(new.element.body, new) == picture(2)


def test_what_leads_to_the_same_has_one_relationship() -> None:
    old, new = file("https://b.example", shade=1), file("https://c.example", "https://b.example", shade=1)
    before = len(new.part.rels)
    adopt_relations(old.element.body, old.part, new.part)
    assert len(new.part.rels) == before
