"""What an author may write in a meeting."""

from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import BeforeValidator, Field, ModelWrapValidatorHandler, model_validator

from kdnet_docs.base.codes import Code
from kdnet_docs.base.messages import msg
from kdnet_docs.model.closable import Closable
from kdnet_docs.model.notes import Silence
from kdnet_docs.model.parts import Labels, Language
from kdnet_docs.model.problems import FieldError
from kdnet_docs.model.scalars import Date, Id, Line, PointNumber, Prose, Word, text_of

Purpose: TypeAlias = Annotated[
    Literal["til-orientering", "til-droeftelse", "til-beslutning"], BeforeValidator(text_of)
]
BilagNumbering: TypeAlias = Annotated[Literal["through", "per-point"], BeforeValidator(text_of)]


class Bilag(Closable):
    """A document that belongs to an agenda item: one of the project, or somebody else's file."""

    title: Line
    """What the bilag is called on the list of bilag."""
    id: Id | None = None
    """What the texts call it by to name its number: "bilag {{ bilag.hoeringssvar }}"."""
    document: Word | None = None
    """A document of the project, as ID@VERSION."""
    file: Word | None = None
    """Somebody else's file, as its path below the folder of the sources."""
    language: Language | None = None
    """The language of the file, where it is not the meeting's."""
    watermark: Word | None = None
    """A word across each page of the file."""
    compare_with: Word | None = None
    """An earlier version of the document, as ID@VERSION: what has changed since is put beside the bilag."""
    replaces: Word | None = None
    """The number of the bilag that this one replaces, in a package that has been sent."""

    @model_validator(mode="wrap")
    @classmethod
    def _is_one_thing(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        bilag = handler(data)
        is_withheld = bilag.closed is True or {"document", "file"} & set(bilag.closed_keys)
        nothing = bilag.document is None and bilag.file is None
        if (bilag.document is None) == (bilag.file is None) and not (nothing and is_withheld):
            raise FieldError(
                Code.DOCUMENT_OR_FILE,
                msg("a bilag is either a document or a file"),
                msg('write "document: ID@VERSION" or "file: PATH", and only one of them'),
                None if bilag.file is None else bilag.span_of("file"),
            )
        for key in ("language", "watermark"):
            if bilag.document is not None and getattr(bilag, key) is not None:
                raise FieldError(
                    Code.KEY_OUT_OF_PLACE,
                    msg('"{key}" goes with a file, not with a document', key=key),
                    msg("delete the line; the document says it itself"),
                    bilag.span_of(key),
                )
        if bilag.compare_with is not None:
            _refuse_comparison(bilag)
        return bilag


def _refuse_comparison(bilag: Bilag) -> None:
    """Raises a finding where the bilag cannot be compared with what it names."""
    if bilag.document is None:
        raise FieldError(
            Code.KEY_OUT_OF_PLACE,
            msg('"{key}" goes with a document, not with a file', key="compare-with"),
            msg("delete the line: of somebody else's file we do not know the words"),
            bilag.span_of("compare-with"),
        )
    if bilag.compare_with == bilag.document:
        raise FieldError(
            Code.BAD_VALUE,
            msg('"{name}" is the bilag itself', name=bilag.document),
            msg("name the version that it is to be compared with"),
            bilag.span_of("compare-with"),
        )


class AgendaItem(Closable):
    """A point of the agenda."""

    number: PointNumber
    """The point's number."""
    title: Line | None = None
    """What the point is about."""
    purpose: Purpose | None = None
    """What the meeting is to do with the point."""
    sagsfremstilling: Prose | None = None
    """What the case is about."""
    indstilling: Prose | None = None
    """What the meeting is asked to decide."""
    beslutning: Prose | None = None
    """What the meeting decided, written afterwards."""
    bilag: tuple[Bilag, ...] = ()
    """The documents that belong to the point."""


class Meeting(Closable):
    """A meeting and the documents that are sent out for it."""

    closes_whole = False

    kind: Annotated[Literal["meeting"], BeforeValidator(text_of)]
    """What the file is."""
    id: Word
    """The meeting's name, as the file is called: year and month, and what else tells it from others."""
    language: Language = "da"
    """The language of the front page."""
    title: Line
    """What the meeting is called."""
    date: Date
    """The day the dagsorden is sent out; the package carries it in its properties."""
    organisation: Word = ""
    """Who calls the meeting."""
    supplements: Word | None = None
    """In a tillægsdagsorden, the meeting whose package has been sent."""
    bilag_numbering: BilagNumbering | None = None
    """Bilag 1, 2, 3 through the meeting, or 3.1, 3.2 per point; left out, through."""
    labels: Labels | None = None
    """Generated words that this meeting wants otherwise."""
    silence: tuple[Silence, ...] = ()
    """Findings of `kdnet check` that are none here, each with the reason; no part of the text."""
    agenda: tuple[AgendaItem, ...] = Field(min_length=1)
    """The points of the agenda."""
