"""Makes the links and pictures of one part those of another, so that its words can stand there."""

from io import BytesIO

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.opc.rel import _Relationship
from docx.package import Package

from kdnet_docs.ooxml.xml import NAMESPACES, Element

_OF_WORDS = (RELATIONSHIP_TYPE.HYPERLINK, RELATIONSHIP_TYPE.IMAGE)
_REFERENCE = f"{{{NAMESPACES['r']}}}"


def adopt_relations(words: Element, old: Part, new: Part) -> None:
    """Have `words`, which stand in the old part, refer to relationships of the new part.

    What leads to the same address or the same picture has the same id in both from then on.
    """
    wanted = {identity: relation for identity, relation in old.rels.items() if relation.reltype in _OF_WORDS}
    if not wanted:
        return
    renamed = {identity: _adopted(relation, new) for identity, relation in wanted.items()}
    for found in words.iter():
        for name, held in found.items():
            if str(name).startswith(_REFERENCE) and str(held) in renamed:
                found.set(name, renamed[str(held)])


def _adopted(relation: _Relationship, new: Part) -> str:
    if relation.is_external:
        identity: str = new.rels.get_or_add_ext_rel(relation.reltype, relation.target_ref)
        return identity
    package = new.package
    assert isinstance(package, Package)  # noqa: S101 a Word file's
    picture = package.get_or_add_image_part(BytesIO(relation.target_part.blob))
    return new.relate_to(picture, relation.reltype)
