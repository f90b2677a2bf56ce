"""The folder with the sources and templates, and what the names of documents stand for in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.model.contract import Contract
from kdnet_docs.model.meeting import Meeting
from kdnet_docs.model.status import StatusTable
from kdnet_docs.sources.load import load
from kdnet_docs.sources.read import Authored, read

SOURCES = "contract_sources"
_FOLDERS = ("contracts", "status")
_REFERENCE = re.compile(r"(?P<id>[a-z0-9][a-z0-9_-]*)@(?P<version>[\w.-]+)")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder that holds `contract_sources/` and `templates/`."""

    root: Path

    @property
    def templates(self) -> Path:
        """The folder of the house style."""
        return self.root / "templates"

    def references(self) -> tuple[str, ...]:
        """Every document of the project as ID@VERSION, in order."""
        return tuple(
            sorted(
                f"{file.parent.name}@{file.stem}"
                for folder in _FOLDERS
                for file in (self.root / SOURCES / folder).glob("*/*.yaml")
            )
        )

    def meetings(self) -> tuple[str, ...]:
        """Every meeting of the project, in order."""
        return tuple(sorted(file.stem for file in (self.root / SOURCES / "meetings").glob("*.yaml")))

    def path_of(self, name: str, span: Span | None = None) -> Path | Refused:
        """The file of a document (ID@VERSION), of a meeting, or the path itself.

        `span` is where the name stands, if it stands in a source: there only documents are named.
        """
        path = next(self._documents(name) if span else self._candidates(name), None)
        if path is not None:
            return path
        looks_like_meeting = span is None and re.fullmatch(r"\d{4}-\d{2}.*", name) is not None
        others = () if span else self.meetings()
        known = self.meetings() if looks_like_meeting else (*self.references(), *others)
        return Refused(
            (
                Diagnostic(
                    code=Code.UNKNOWN_REFERENCE,
                    message=msg('there is no document or meeting "{name}"', name=name),
                    span=span,
                    hint=(None if looks_like_meeting else did_you_mean(name, known))
                    or msg("there are {names}", names=", ".join(known) or "-"),
                ),
            )
        )

    def _documents(self, name: str) -> Iterator[Path]:
        if match := _REFERENCE.fullmatch(name):
            for folder in _FOLDERS:
                path = self.root / SOURCES / folder / match["id"] / f"{match['version']}.yaml"
                if path.exists():
                    yield path

    def _candidates(self, name: str) -> Iterator[Path]:
        yield from self._documents(name)
        if (
            re.fullmatch(r"[\w-]+", name)
            and (path := self.root / SOURCES / "meetings" / f"{name}.yaml").exists()
        ):
            yield path
        elif ("/" in name or name.endswith((".yaml", ".yml"))) and Path(name).exists():
            yield Path(name)

    def read(self, name: str, span: Span | None = None) -> Authored | Refused:
        """The model of a document or meeting, or why there is none."""
        path = self.path_of(name, span)
        if isinstance(path, Refused):
            return path
        source = self.load(path)
        if isinstance(source, Refused):
            return source
        model = read(source)
        if isinstance(model, Refused):
            return model
        misplaced = tuple(self._misplaced(model, path))
        return Refused(misplaced) if misplaced else model

    def load(self, path: Path) -> Source | Refused:
        """The text of a file, called as it is found from the project's folder."""
        return load(path, self._name_of(path))

    def _name_of(self, path: Path) -> str:
        try:
            return path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return path.as_posix()

    def _misplaced(self, model: Authored, path: Path) -> Iterator[Diagnostic]:
        """A file of the project is called what it says it is, so that it is found by that name."""
        if self.root.resolve() / SOURCES not in path.resolve().parents:
            return
        pairs: tuple[tuple[str, str, str], ...]
        match model:
            case Contract() | StatusTable():
                pairs = (("id", model.id, path.parent.name), ("version", model.version, path.stem))
            case Meeting():
                pairs = (("id", model.id, path.stem),)
        for key, written, found in pairs:
            if written != found:
                yield Diagnostic(
                    code=Code.WRONG_PLACE,
                    message=msg(
                        'the file says {key} "{written}" and is called "{found}"',
                        key=key,
                        written=written,
                        found=found,
                    ),
                    span=model.span_of(key),
                    hint=msg("change the one or rename the other"),
                )


def find_project(start: Path) -> Project | Refused:
    """The project that `start` lies in: the nearest folder upwards with `contract_sources`."""
    for folder in (start, *start.resolve().parents):
        if (folder / SOURCES).is_dir():
            return Project(folder)
    return _no_project(
        start,
        msg("there is no folder {name} here or above", name=f'"{SOURCES}"'),
        msg("go to the project's folder, or name it with --project"),
    )


def project_in(folder: Path) -> Project | Refused:
    """The project in this very folder."""
    if (folder / SOURCES).is_dir():
        return Project(folder)
    return _no_project(
        folder,
        msg("there is no folder {name} in {folder}", name=f'"{SOURCES}"', folder=str(folder)),
        msg("name the folder that holds {name}", name=f'"{SOURCES}"'),
    )


def _no_project(folder: Path, message: Message, hint: Message) -> Refused:
    span = Span(Source(str(folder), ""), 0, 0)
    return Refused((Diagnostic(code=Code.NO_PROJECT, message=message, span=span, hint=hint),))
