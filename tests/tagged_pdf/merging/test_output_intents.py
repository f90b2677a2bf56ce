from pypdf.generic import DictionaryObject, NameObject
from small_pdfs import SmallPdf, catalog, merged

from kdnet_docs.tagged_pdf.merging.output_intents import OutputIntents
from kdnet_docs.tagged_pdf.merging.values import dictionary, stream


def intent(components: int) -> DictionaryObject:
    profile = stream(b"profile", {"/N": components})
    return dictionary({"/Type": "/OutputIntent", "/S": "/GTS_PDFA1", "/DestOutputProfile": profile})


def test_one_intent_is_kept() -> None:
    files = []
    for _ in range(2):
        file = SmallPdf()
        one = {
            "/Type": "/OutputIntent",
            "/S": "/GTS_PDFA1",
            "/DestOutputProfile": file.add(stream(b"x", {"/N": 3})),
        }
        file.catalog[NameObject("/OutputIntents")] = file.at(file.add({"/x": [one]}))["/x"]
        files.append(file)
    [kept] = catalog(merged(SmallPdf(), *files))["/OutputIntents"]
    assert kept.get_object()["/DestOutputProfile"]["/N"] == 3


def test_rgb_and_cmyk_do_not_agree() -> None:
    intents = OutputIntents()
    assert intents.agree(dictionary({"/OutputIntents": [intent(4)]}))
    assert intents.add(dictionary({"/OutputIntents": [intent(3)]}))
    assert intents.add(dictionary({}))
    assert not intents.agree(dictionary({"/OutputIntents": [intent(4)]}))
    assert not intents.add(dictionary({"/OutputIntents": [intent(4)]}))
