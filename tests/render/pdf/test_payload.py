from dataclasses import replace

from samples import DOCUMENT

from kdnet_docs.render.pdf.payload import attachments, headings_of


def names(*documents: tuple[str, str, str]) -> list[str]:
    return [
        file["name"]
        for file in attachments(
            replace(DOCUMENT, id=identity, source_name=name, source_text=words)
            for identity, name, words in documents
        )
    ]


def test_sources_are_called_after_their_documents_and_none_goes_along_twice() -> None:
    assert names(("a", "x/a/1.yaml", "A"), ("b", "x/b/1.yaml", "B"), ("a", "x/a/1.yaml", "A")) == [
        "a-2022.yaml",
        "b-2022.yaml",
    ]


def test_a_document_without_a_source_attaches_none() -> None:
    assert names(("a", "", "")) == []


def test_headings_are_those_with_words() -> None:
    assert [heading.id for heading in headings_of(DOCUMENT)][:2] == ["indledning", "indsatser"]
