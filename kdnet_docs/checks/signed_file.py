"""What is called signed has its signatures, where the file that they belong in lies here."""

from collections.abc import Iterator
from pathlib import Path

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import msg
from kdnet_docs.model.life import LIFE, TO_BE_SIGNED, file_stem
from kdnet_docs.sources.bilag import Written


def final_file(root: Path, model: Written) -> Path:
    """Where the file of a document lies that is signed, below the project's folder."""
    return root / "build" / "final" / f"{file_stem(model.id, model.version, TO_BE_SIGNED)}.pdf"


def signed_file(model: Written, root: Path) -> Iterator[Diagnostic]:
    """A warning where the document is said to be signed, and its file has fields that are empty.

    Nothing is said where the file is elsewhere: it need not be kept in the project.
    """
    file = final_file(root, model)
    if LIFE[model.status].may_become or not file.is_file():
        return
    # Reading PDFs loads a heavy library, and most documents have no final file.
    from kdnet_docs.tagged_pdf.fields import read_fields
    from kdnet_docs.tagged_pdf.verdicts import Unusable

    fields = read_fields(file.read_bytes())
    empty = () if isinstance(fields, Unusable) else [one.name for one in fields if not one.is_signed]
    if empty:
        yield Diagnostic(
            code=Code.SIGNATURES_MISSING,
            message=msg(
                'the status is "{status}", and in {file} nobody has signed: {fields}',
                status=model.status,
                file=file.name,
                fields=", ".join(empty),
            ),
            span=model.span_of("status"),
            hint=msg(
                "put the signed file into build/final; if it is not signed yet, write "
                '"status: {before}" before you commit',
                before=TO_BE_SIGNED,
            ),
        )
