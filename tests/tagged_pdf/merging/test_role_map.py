from pypdf.generic import NameObject
from small_pdfs import SmallPdf, catalog, kinds, merged

from kdnet_docs.tagged_pdf.merging.values import dictionary, text

PDF_2_0 = "http://iso.org/pdf2/ssn"
MATHML = "http://www.w3.org/1998/Math/MathML"


def with_roles(role: str, **roles: str) -> SmallPdf:
    file = SmallPdf()
    file.element(role)
    file.tree[NameObject("/RoleMap")] = dictionary(
        {f"/{own}": f"/{standard}" for own, standard in roles.items()}
    )
    return file


def roles_of(*files: SmallPdf) -> tuple[list[str], dict[str, str]]:
    both = merged(*files)
    found = catalog(both)["/StructTreeRoot"].get("/RoleMap", {})
    return [kind for kind in kinds(both) if kind not in {"Document", "Part"}], dict(found)


def test_a_type_of_ones_own_keeps_its_name_and_leads_to_a_standard_one_at_once() -> None:
    file = with_roles("/Quotation", Quotation="Aside", Aside="BlockQuote")
    assert roles_of(file) == (["Quotation"], {"/Quotation": "/BlockQuote"})


def test_one_name_with_two_meanings_becomes_two_names() -> None:
    files = [with_roles("/Body", Body=kind) for kind in ("P", "Span", "P")]
    assert roles_of(*files) == (["Body", "Body_2", "Body"], {"/Body": "/P", "/Body_2": "/Span"})


def test_a_standard_type_that_is_mapped_to_another_stays_what_it_is() -> None:
    assert roles_of(with_roles("/P", P="Span")) == (["P"], {})


def test_a_type_that_stands_for_none_is_not_given_the_meaning_of_another_parts() -> None:
    assert roles_of(with_roles("/Box", Box="Div"), with_roles("/Box")) == (["Box", "Box_2"], {"/Box": "/Div"})


def test_a_role_map_in_a_circle_ends() -> None:
    assert roles_of(with_roles("/A", A="B", B="A")) == (["A"], {})


def test_types_of_pdf_2_are_mapped_to_those_of_pdf_1_7() -> None:
    file = SmallPdf()
    space = file.add({"/Type": "/Namespace", "/NS": text(PDF_2_0)})
    for kind in ("/Title", "/Em", "/FENote", "/P", "/H7", "/Artifact"):
        file.element(kind, NS=space)
    names, roles = roles_of(file)
    assert names == ["Title", "Em", "FENote", "P", "H7", "Artifact"]
    assert roles == {"/Title": "/P", "/Em": "/Span", "/FENote": "/Note", "/H7": "/P", "/Artifact": "/Private"}


def test_a_namespace_of_ones_own_maps_into_another() -> None:
    file = SmallPdf()
    theirs = file.add({"/Type": "/Namespace", "/NS": text(PDF_2_0)})
    own = file.add({"/NS": text("https://example.org"), "/RoleMapNS": {"/Warning": ["/Aside", theirs]}})
    file.element("/Warning", NS=own)
    assert roles_of(file) == (["Warning"], {"/Warning": "/Sect"})


def test_mathematics_is_a_formula_and_its_stretches() -> None:
    file = SmallPdf()
    space = file.add({"/Type": "/Namespace", "/NS": text(MATHML)})
    formula = file.element("/math", NS=space, K=[])
    file.element("/mi", formula, NS=space)
    assert roles_of(file) == (["math", "mi"], {"/math": "/Formula", "/mi": "/Span"})


def test_a_note_of_pdf_2_gets_the_id_that_pdf_1_7_wants() -> None:
    file = SmallPdf()
    space = file.add({"/Type": "/Namespace", "/NS": text(PDF_2_0)})
    file.element("/FENote", NS=space)
    ids = catalog(merged(file, file))["/StructTreeRoot"]["/IDTree"]["/Names"][::2]
    assert ids == ["note", "note-2"]
