from pypdf.generic import IndirectObject, NullObject

from kdnet_docs.tagged_pdf.merging.adopt import Adoption
from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.values import dictionary, stream, text
from kdnet_docs.tagged_pdf.reading.access import resolved


def test_what_is_taken_twice_is_one_object() -> None:
    theirs, ours = Objects(), Objects()
    shared = theirs.add(dictionary({"/A": 1}))
    adoption = Adoption(ours, 0)
    first, second = adoption.take(shared), adoption.take(shared)
    adoption.finish()
    assert resolved(first) is resolved(second)
    assert resolved(first) == {"/A": 1}
    assert len(ours) == 1


def test_objects_in_a_circle_are_taken_once() -> None:
    theirs, ours = Objects(), Objects()
    one, two = theirs.reserve(), theirs.reserve()
    theirs.put(one, dictionary({"/Other": two}))
    theirs.put(two, dictionary({"/Other": one}))
    adoption = Adoption(ours, 0)
    taken = adoption.take(one)
    adoption.finish()
    assert resolved(taken)["/Other"]["/Other"] is resolved(taken)  # type: ignore[index]
    assert len(ours) == 2


def test_what_would_bring_the_whole_file_along_becomes_null() -> None:
    theirs, ours = Objects(), Objects()
    adoption = Adoption(ours, 0)
    taken = [
        adoption.take(theirs.add(dictionary({"/Type": kind}))) for kind in ("/Page", "/Pages", "/Catalog")
    ]
    adoption.finish()
    assert [resolved(one) for one in taken] == [NullObject()] * 3


def test_a_stream_keeps_its_data_and_does_not_fetch_any() -> None:
    theirs, ours = Objects(), Objects()
    adoption = Adoption(ours, 0)
    taken = adoption.take(
        theirs.add(stream(b"data", {"/F": text("/etc/passwd"), "/StructParent": 3, "/K": 1}))
    )
    adoption.finish()
    found = resolved(taken)
    assert found == {"/K": 1}
    assert found.get_data() == b"data"  # type: ignore[attr-defined]


def test_a_reference_to_itself_is_nothing() -> None:
    theirs, ours = Objects(), Objects()
    loop = theirs.reserve()
    theirs.put(loop, IndirectObject(loop.idnum, 0, theirs))
    adoption = Adoption(ours, 0)
    taken = adoption.take(loop)
    adoption.finish()
    assert resolved(taken) == NullObject()
