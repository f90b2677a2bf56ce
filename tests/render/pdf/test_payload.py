from dataclasses import replace

from samples import DOCUMENT

from kdnet_docs.render.pdf.payload import attachments, headings_of


def test_a_source_is_called_after_its_document() -> None:
    document = replace(DOCUMENT, id="a", source_name="x/a/1.yaml", source_text="A")
    [attached] = attachments(document)
    assert attached == {"name": "a-2022.yaml", "text": "A", "description": DOCUMENT.title}
    [attached] = attachments(replace(document, id="meeting-2022"))
    assert attached["name"] == "meeting-2022.yaml"


def test_a_document_without_a_source_attaches_none() -> None:
    assert attachments(replace(DOCUMENT, source_text="")) == []


def test_headings_are_those_with_words() -> None:
    assert [heading.id for heading in headings_of(DOCUMENT)][:2] == ["indledning", "indsatser"]
