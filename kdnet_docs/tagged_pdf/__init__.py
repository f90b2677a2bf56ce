"""Merges tagged PDFs, and gives them signature fields and properties: what is for those who use it.

See docs/tagged-pdf.md. What needs a PDF library is loaded when it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from kdnet_docs.tagged_pdf.parts import Bookmark, Part, Properties, Stamp
from kdnet_docs.tagged_pdf.verdicts import Claims, Inspected, Lack, Lacking, Reason, Unusable

if TYPE_CHECKING:
    from kdnet_docs.tagged_pdf.fields import Field, NewField, placing, read_fields
    from kdnet_docs.tagged_pdf.inspection import inspect
    from kdnet_docs.tagged_pdf.merger import Merged, merge
    from kdnet_docs.tagged_pdf.merging.gate import DamagedError
    from kdnet_docs.tagged_pdf.properties import Schema, read_properties, stating
    from kdnet_docs.tagged_pdf.rewriting import rewritten
    from kdnet_docs.tagged_pdf.unmergeable import Unmergeable

__all__ = [
    "Bookmark",
    "Claims",
    "DamagedError",
    "Field",
    "Inspected",
    "Lack",
    "Lacking",
    "Merged",
    "NewField",
    "Part",
    "Properties",
    "Reason",
    "Schema",
    "Stamp",
    "Unmergeable",
    "Unusable",
    "inspect",
    "merge",
    "placing",
    "read_fields",
    "read_properties",
    "rewritten",
    "stating",
]

_LATER = {
    "inspect": "inspection",
    "merge": "merger",
    "Merged": "merger",
    "Unmergeable": "unmergeable",
    "DamagedError": "merging.gate",
    "Field": "fields",
    "NewField": "fields",
    "placing": "fields",
    "read_fields": "fields",
    "Schema": "properties",
    "stating": "properties",
    "read_properties": "properties",
    "rewritten": "rewriting",
}


def __getattr__(name: str) -> object:

    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
