"""What in a PDF does something by itself, or would not survive being merged.

Refused is what hides from the eye that it does something, and what would vanish unseen. Other actions that
PDF/A forbids (sending or clearing a form, hiding something, playing) are left out when the file is merged:
their button or link stays as it looks, and does nothing.
"""

from pypdf.generic import DictionaryObject, StreamObject

from kdnet_docs.tagged_pdf.reading.access import name_in, under
from kdnet_docs.tagged_pdf.reading.attached_files import program_name
from kdnet_docs.tagged_pdf.reading.links import runs
from kdnet_docs.tagged_pdf.reading.reader import Reader
from kdnet_docs.tagged_pdf.verdicts import Reason, Unusable

KEPT_ACTIONS = frozenset({"/GoTo", "/GoToR", "/URI", "/Named"})
"""The actions that stay in a merged file: within it, to files beside and the network, to the next page."""
NAMED_ACTIONS = frozenset({"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"})
"""Of the named actions, those that PDF/A allows."""

MULTIMEDIA = frozenset({"/Movie", "/Sound", "/Screen", "/3D", "/RichMedia"})


def whole(reader: Reader) -> Unusable | None:
    """What the catalogue says that keeps the file from being merged."""
    root = reader.root_object
    if "/Collection" in root:
        return Unusable(reason=Reason.PORTFOLIO)
    if under(root, "/Perms"):
        return Unusable(reason=Reason.SIGNED, detail="/Perms")
    if "/XFA" in under(root, "/AcroForm"):
        return Unusable(reason=Reason.XFA)
    return None


def active(one: DictionaryObject) -> Unusable | None:
    """What a dictionary of the file does that keeps the file from being merged."""
    action, subtype = name_in(one, "/S"), name_in(one, "/Subtype")
    if action == "/JavaScript" or (action is not None and "/JS" in one):
        return Unusable(reason=Reason.SCRIPTS, detail=f"/S {action}")
    if action in {"/Launch", "/ImportData"} and name_in(one, "/Type") != "/StructElem":
        return Unusable(reason=Reason.LAUNCH, detail=f"/S {action}")
    if refused := runs(one):
        return refused
    if subtype in MULTIMEDIA and ("/Rect" in one or name_in(one, "/Type") == "/Annot"):
        return Unusable(reason=Reason.MULTIMEDIA, detail=f"/Subtype {subtype}")
    if name_in(one, "/Type") == "/Sig" or ("/ByteRange" in one and "/Contents" in one):
        return Unusable(reason=Reason.SIGNED)
    if name_in(one, "/FT") == "/Sig" and "/V" in one:
        return Unusable(reason=Reason.SIGNED)
    if program := program_name(one):
        return Unusable(reason=Reason.PROGRAM, detail=program)
    if isinstance(one, StreamObject):
        return _stream(one, subtype)
    return None


def _stream(one: StreamObject, subtype: str | None) -> Unusable | None:
    if subtype == "/PS" or name_in(one, "/Subtype2") == "/PS":
        return Unusable(reason=Reason.SCRIPTS, detail="/Subtype /PS")
    if "/F" in one or (subtype == "/Form" and "/Ref" in one):
        return Unusable(reason=Reason.EXTERNAL)
    return None
