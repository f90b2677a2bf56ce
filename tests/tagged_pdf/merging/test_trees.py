from typing import Any

from pypdf.generic import NameObject

from kdnet_docs.tagged_pdf.merging.objects import Objects
from kdnet_docs.tagged_pdf.merging.trees import name_tree, names, number_tree
from kdnet_docs.tagged_pdf.merging.values import dictionary, pdf, text
from kdnet_docs.tagged_pdf.reading.access import as_dictionary, octets


def test_a_large_tree_gives_its_entries_back_in_order() -> None:
    objects = Objects()
    entries = [(b"%05d" % number, pdf(number)) for number in reversed(range(5_000))]
    tree = as_dictionary(name_tree(objects, entries))
    assert list(names(tree)) == sorted(entries, key=lambda entry: entry[0])
    assert "/Limits" not in tree
    node: Any = tree["/Kids"]
    assert [octets(limit) for limit in node[0]["/Limits"]] == [b"00000", b"04095"]


def test_no_node_is_large() -> None:
    objects = Objects()
    number_tree(objects, [(number, pdf(number)) for number in range(5_000)])
    sizes = [len(as_dictionary(one).get(key, ())) for one in objects for key in ("/Kids", "/Nums")]
    assert max(sizes) <= 128


def test_a_tree_in_a_circle_ends() -> None:
    objects = Objects()
    node = objects.reserve()
    objects.put(node, dictionary({"/Kids": [node], "/Names": [text("a"), 1, 2, text("odd")]}))
    assert [name for name, _ in names(as_dictionary(node))] == [b"a"]


def test_what_is_no_tree_is_empty() -> None:
    wrong = dictionary({"/Names": 1, "/Kids": {}})
    wrong[NameObject("/Kids")] = pdf([1, 2])
    assert list(names(wrong)) == []
