from pypdf import PdfReader
from pypdf.generic import NameObject
from small_pdfs import SmallPdf, catalog, merged

from kdnet_docs.tagged_pdf.merging.values import Plain, dictionary, text


def with_field(font: str, *, called: str = "/Helv", written: str = "/Helv") -> SmallPdf:
    file = SmallPdf()
    fonts = file.add({called: file.add({"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": font})})
    look = file.add({"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [0, 0, 9, 9]})
    entries = {"/FT": "/Tx", "/T": text("name"), "/V": text("Anna"), "/DA": text(f"{written} 12 Tf 0 g")}
    widget = {"/Type": "/Annot", "/Subtype": "/Widget", "/Rect": [0, 0, 9, 9], "/AP": {"/N": look}}
    field = file.add(entries | widget | {"/AA": {"/K": {"/S": "/JavaScript", "/JS": text("x")}}})
    file.put(file.pages[0], {"/Annots": [field]})
    form: dict[str, Plain] = {
        "/Fields": [field],
        "/DR": {"/Font": fonts},
        "/NeedAppearances": True,
        "/CO": [field],
    }
    file.catalog[NameObject("/AcroForm")] = dictionary(form)
    return file


def test_fields_of_one_name_stay_two_with_their_values_appearances_and_fonts() -> None:
    whole = merged(with_field("/Arial"), with_field("/Times"))
    form = catalog(whole)["/AcroForm"]
    fields = [one.get_object()["/Kids"][0].get_object() for one in form["/Fields"]]
    assert [one["/Parent"]["/T"] + "." + one["/T"] for one in fields] == ["part1.name", "part2.name"]
    assert [one["/V"] for one in fields] == ["Anna", "Anna"]
    assert all("/N" in one["/AP"] and "/AA" not in one for one in fields)
    fonts = [form["/DR"]["/Font"][one["/DA"].split()[0]]["/BaseFont"] for one in fields]
    assert fonts == ["/Arial", "/Times"]
    assert not {"/NeedAppearances", "/CO"} & set(form)


def test_a_font_whose_name_is_written_in_numbers_is_found_too() -> None:
    whole = merged(*(with_field(font, called="/A B", written="/A#20B") for font in ("/Arial", "/Times")))
    form = catalog(whole)["/AcroForm"]
    second = form["/Fields"][1].get_object()["/Kids"][0].get_object()
    assert second["/DA"].split()[0] == "/A#20B_2"
    assert form["/DR"]["/Font"]["/A B_2"]["/BaseFont"] == "/Times"


def test_a_reader_finds_the_fields() -> None:
    import io

    found = PdfReader(io.BytesIO(merged(with_field("/Arial"), with_field("/Arial")).pdf)).get_fields() or {}
    assert [name for name in found if found[name].get("/V") == "Anna"] == ["part1.name", "part2.name"]


def test_fields_in_a_circle_end() -> None:
    file = with_field("/Arial")
    form = file.at(file.add(file.catalog["/AcroForm"]))
    [field] = form["/Fields"]
    file.put(field, {"/Kids": [field]})
    assert "/AcroForm" in catalog(merged(file))
