from authored import contract, document, texts

from kdnet_docs.assembly.labels import words
from kdnet_docs.model.parts import Labels


def test_every_label_has_a_word_in_both_languages() -> None:
    names = {(field.alias or name) for name, field in Labels.model_fields.items()}
    for language in ("da", "en"):
        known = words(language)
        assert names == known.keys()
        assert all(word.strip() for word in known.values())


def test_an_author_may_want_another_word() -> None:
    goals = "{title: Et, maal: x, labels: {maal: Formål}}, {title: To, maal: y}"
    made = document(contract(f"- goals: [{{group: Mål, goals: [{goals}]}}]\n", "labels: {maal: Målet}\n"))
    assert [text.text for text in texts(made)] == ["Mål", "Et", "Formål", "x", "To", "Målet", "y"]


def test_a_word_of_one_document_is_not_the_next_ones() -> None:
    document(contract("- text: x\n", "contents: true\nlabels: {contents: Oversigt}\n"))
    assert words("da")["contents"] == "Indhold"
