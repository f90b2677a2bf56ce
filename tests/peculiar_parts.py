"""Tagged files with what the sample programs do not write; in pairs they use one name for two things."""

from hand_made_pdf import Sheet, Tagged, stream

A4 = "/MediaBox [0 0 595 842]"
MATHML = "http://www.w3.org/1998/Math/MathML"


def roles(target: str, size: int) -> Tagged:
    """A tag Point and a class c, which mean something else in each file."""
    return Tagged(
        sheets=(Sheet(lines=(("Point", "One"), ("P", "Two")), attributes="/C /c /Lang (de)"),),
        tree=f"/RoleMap <</Point /Step /Step /{target} /P /{target}>>"
        f" /ClassMap <</c <</O /Layout /SpaceBefore {size}>>>>",
    )


def named(words: str, height: int) -> Tagged:
    """Ids, destinations by both kinds of names, a link to one, and bookmarks."""
    link = "/Subtype /Link /Rect [0 0 9 9] /Contents (Link)"
    return Tagged(
        sheets=(
            Sheet(
                lines=(("H1", words), ("P", "Text")),
                entries=f"{A4} /Annots [<<{link} /Dest (a)>> <<{link} /A <</S /GoTo /D /b>>>>"
                f" <<{link} /A <</S /URI /URI (https://example.org/{height})>>>>]",
            ),
            Sheet(entries=A4),
        ),
        catalogue="/Names <</Dests 90 0 R>> /Dests 91 0 R /Outlines 92 0 R",
        objects={
            90: f"<</Kids [<</Names [(a) [20 0 R /XYZ 0 {height} null]] /Limits [(a) (a)]>>]>>",
            91: f"<</b <</D [20 0 R /FitH {height + 1}]>>>>",
            92: "<</First 93 0 R /Last 93 0 R /Count 1>>",
            93: f"<</Title ({words}) /Parent 92 0 R /Dest (a)>>",
        },
    )


def form(value: str) -> Tagged:
    """A form field with a look, whose font has the same name in each file."""
    look = stream(f"/Tx BMC BT /Helv 9 Tf ({value}) Tj ET EMC".encode(), "/Subtype /Form /BBox [0 0 90 20]")
    return Tagged(
        sheets=(Sheet(entries=f"{A4} /Annots [90 0 R]"),),
        catalogue="/AcroForm <</Fields [90 0 R] /DR <</Font <</Helv 3 0 R>>>> /DA (/Helv 9 Tf)>>",
        objects={
            5: "<</Type /StructElem /S /Document /P 4 0 R /K [1000 0 R 94 0 R]>>",
            6: "<</Nums [0 [1000 0 R] 1 94 0 R]>>",
            90: f"<</Type /Annot /Subtype /Widget /FT /Tx /T (name) /TU (Name of {value}) /V ({value})"
            " /StructParent 1 /Rect [72 600 162 620] /P 10 0 R /F 4 /AP <</N 95 0 R>>>>",
            94: "<</Type /StructElem /S /Form /P 5 0 R /K <</Type /OBJR /Obj 90 0 R /Pg 10 0 R>>>>",
            95: look,
        },
    )  # fmt: skip


PECULIAR = {
    "roles": roles("H1", 10),
    "other-roles": roles("Figure", 20),
    "names": named("Begyndelsen", 100),
    "other-names": named("Slutningen", 200),
    "form": form("Anne"),
    "other-form": form("Bo"),
    "turned": Tagged(
        sheets=(
            Sheet(entries=f"{A4} /Rotate 90"),
            Sheet(entries="/MediaBox [-10 -20 585 822] /CropBox [5 5 400 800] /UserUnit 2"),
        )
    ),
    "layers": Tagged(
        sheets=(Sheet(resources="/Font <</F1 3 0 R>> /Properties <</Layer 90 0 R>>"),),
        catalogue="/OCProperties <</OCGs [90 0 R] /D <</Order [90 0 R] /OFF []>>>>",
        objects={90: "<</Type /OCG /Name (Layer)>>"},
    ),
    "namespaces": Tagged(
        sheets=(Sheet(lines=(("Own", "One"), ("math", "Two"), ("FENote", "Three"))),),
        tree="/Namespaces [90 0 R 91 0 R 92 0 R]",
        objects={
            90: "<</Type /Namespace /NS (https://example.org/own) /RoleMapNS <</Own [/Title 91 0 R]>>>>",
            91: "<</Type /Namespace /NS (http://iso.org/pdf2/ssn)>>",
            92: f"<</Type /Namespace /NS ({MATHML})>>",
            1000: "<</Type /StructElem /S /Own /NS 90 0 R /P 5 0 R /Pg 10 0 R /K 0>>",
            1001: "<</Type /StructElem /S /math /NS 92 0 R /P 5 0 R /Pg 10 0 R /K 1 /Alt (Two)>>",
            1002: "<</Type /StructElem /S /FENote /NS 91 0 R /P 5 0 R /Pg 10 0 R /K [2] /ID (n)>>",
        },
    ),
    "marked-in-words": Tagged(
        objects={
            1000: "<</S /P /P 5 0 R /K <</Type /MCR /Pg 10 0 R /MCID 0>>>>",
            6: "<</Kids [<</Nums [0 [1000 0 R]] /Limits [0 0]>>]>>",
        }
    ),
    "no-document": Tagged(
        objects={
            4: "<</Type /StructTreeRoot /K [1000 0 R] /ParentTree 6 0 R>>",
            1000: "<</S /P /P 4 0 R /Pg 10 0 R /K 0>>",
        }
    ),
}
