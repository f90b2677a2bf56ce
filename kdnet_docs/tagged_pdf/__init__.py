"""Merges tagged PDFs and keeps their tags: what is for those who use it; see docs/tagged-pdf.md.

`inspect` and `merge` are loaded when they are asked for, so that the rest needs no PDF library.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from kdnet_docs.tagged_pdf.parts import Bookmark, Part, Properties, Stamp
from kdnet_docs.tagged_pdf.verdicts import Claims, Inspected, Lack, Lacking, Reason, Unusable

if TYPE_CHECKING:
    from kdnet_docs.tagged_pdf.inspection import inspect
    from kdnet_docs.tagged_pdf.merger import Merged, merge
    from kdnet_docs.tagged_pdf.merging.gate import DamagedError
    from kdnet_docs.tagged_pdf.unmergeable import Unmergeable

__all__ = [
    "Bookmark",
    "Claims",
    "DamagedError",
    "Inspected",
    "Lack",
    "Lacking",
    "Merged",
    "Part",
    "Properties",
    "Reason",
    "Stamp",
    "Unmergeable",
    "Unusable",
    "inspect",
    "merge",
]

_LATER = {
    "inspect": "inspection",
    "merge": "merger",
    "Merged": "merger",
    "Unmergeable": "unmergeable",
    "DamagedError": "merging.gate",
}


def __getattr__(name: str) -> object:

    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
