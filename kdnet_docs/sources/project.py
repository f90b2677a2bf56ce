"""The folder with the sources and templates, and what the names of documents stand for in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.base.spans import Source, Span
from kdnet_docs.base.suggest import did_you_mean
from kdnet_docs.sources.load import load
from kdnet_docs.sources.not_sources import ENDINGS, what_it_is
from kdnet_docs.sources.revisions import Revision, nearest_folder, revision, split_reference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kdnet_docs.sources.read import Authored

SOURCES = "contract_sources"
_FOLDERS = ("contracts", "status")
_MISNAMED = re.compile(r"([^.].*?)\.ya?ml(?:\.txt)?", re.IGNORECASE)
"""What Notepad and other programs make of "2022.yaml"."""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder that holds `contract_sources/` and `templates/`.

    `state` is the state in git that the folder was filled from, where it is not the project's own. `view` is
    how sources are seen where not as they stand: without what is closed in them.
    """

    root: Path
    state: Revision | None = None
    view: Callable[[Authored], Authored | Refused] | None = None

    @property
    def templates(self) -> Path:
        """The folder of the house style."""
        return self.root / "templates"

    @property
    def history(self) -> Path:
        """The folder whose history git knows."""
        return self.state.folder if self.state else self.root

    @property
    def commit(self) -> str:
        """The commit that the sources are held against, as git takes it."""
        return self.state.commit if self.state else "HEAD"

    def references(self) -> tuple[str, ...]:
        """Every document of the project as ID@VERSION, in order."""
        return tuple(sorted(self._documents()))

    def meetings(self) -> tuple[str, ...]:
        """Every meeting of the project, in order."""
        return tuple(sorted(self._meetings()))

    def meeting_sources(self) -> Iterator[tuple[str, Source]]:
        """The name and text of every meeting in order; one whose text cannot be read is left out."""
        for name, (path,) in sorted(self._meetings().items()):
            source = self.load(path)
            if isinstance(source, Source):
                yield name, source

    def _documents(self) -> dict[str, tuple[Path, ...]]:
        """The files of each document: more than one where folders of both kinds hold it."""
        documents: dict[str, tuple[Path, ...]] = {}
        for folder in _FOLDERS:
            for file in sorted((self.root / SOURCES / folder).glob("*/*.yaml")):
                name = f"{file.parent.name}@{file.stem}"
                documents[name] = (*documents.get(name, ()), file)
        return documents

    def _meetings(self) -> dict[str, tuple[Path, ...]]:
        return {file.stem: (file,) for file in sorted((self.root / SOURCES / "meetings").glob("*.yaml"))}

    def misnamed(self) -> tuple[Diagnostic, ...]:
        """A warning for each file that would be a source if its name ended as theirs do."""
        return tuple(
            Diagnostic(
                code=Code.WRONG_ENDING,
                message=msg("the file is not read, for its name does not end in .yaml"),
                span=Span(Source(self._name_of(file), ""), 0, 0),
                hint=msg('call it "{name}"', name=right),
            )
            for _, file, right in self._misnamed()
        )

    def _misnamed(self) -> Iterator[tuple[str, Path, str]]:
        """Each such file, after the name of the document or meeting, and before what it should be called."""
        sources = self.root / SOURCES
        for file in sorted(file for pattern in ("*/*/*", "meetings/*") for file in sources.glob(pattern)):
            match = _MISNAMED.fullmatch(file.name)
            if not match or file.suffix == ".yaml" or file.is_dir():
                continue
            if file.parent.name == "meetings":
                yield match[1], file, f"{match[1]}.yaml"
            elif file.parent.parent.name in _FOLDERS:
                yield f"{file.parent.name}@{match[1]}", file, f"{match[1]}.yaml"

    def called(self, name: str) -> str:
        """The name of a source, for a path to a source of the project too; another path stays as it is."""
        if not _is_path(name):
            return name
        there = _place(Path(name))
        known = {**self._meetings(), **self._documents()}
        return next((own for own, files in known.items() if there in map(_place, files)), name)

    def path_of(self, name: str, span: Span | None = None) -> Path | Refused:
        """The file of a document (ID@VERSION), of a meeting, or the path itself.

        `span` is where the name stands, if it stands in a source: there only documents are named. A state
        in git has no file of its own.
        """
        if split_reference(name)[1] is not None:
            return _in_git(name, span)
        files = self._documents().get(name, ())
        if not files and span is None:
            files = self._meetings().get(name) or ((Path(name),) if _is_path(name) else ())
        match files:
            case (path,):
                return path
            case ():
                return self._unknown(name, span)
            case _:
                return self._twice(name, files)

    def _unknown(self, name: str, span: Span | None) -> Refused:
        looks_like_meeting = span is None and re.fullmatch(r"\d{4}-\d{2}.*", name) is not None
        others = () if span else self.meetings()
        known = self.meetings() if looks_like_meeting else (*self.references(), *others)
        other = what_it_is(name) if name and span is None else None
        misnamed = (
            msg('the file {file} is not read; call it "{name}"', file=self._name_of(file), name=right)
            for would_be, file, right in self._misnamed()
            if would_be == name or (other and _place(file) == _place(Path(name)))
        )
        if other:
            known = self._below(Path(name)) or known
        return Refused(
            (
                Diagnostic(
                    code=Code.UNKNOWN_REFERENCE,
                    message=other or msg('there is no document or meeting "{name}"', name=name),
                    span=span,
                    hint=next(misnamed, None)
                    or (None if other or looks_like_meeting else did_you_mean(name, _newest_first(known)))
                    or msg("there are {names}", names=", ".join(known) or "-"),
                ),
            )
        )

    def _below(self, folder: Path) -> tuple[str, ...]:
        """The documents and meetings that lie in a folder."""
        own = {**self._documents(), **self._meetings()}
        place = folder.resolve()
        return tuple(
            name for name, files in own.items() if any(place in _place(one).parents for one in files)
        )

    def _twice(self, name: str, files: Sequence[Path]) -> Refused:
        first, second = (Source(self._name_of(file), "") for file in files)
        return Refused(
            (
                Diagnostic(
                    code=Code.DUPLICATE_ID,
                    message=msg(
                        '{first} and {second} are both "{name}"',
                        first=first.name,
                        second=second.name,
                        name=name,
                    ),
                    span=Span(second, 0, 0),
                    hint=msg("give one of them another id or version, in the file and in its path"),
                ),
            )
        )

    def read(self, name: str, span: Span | None = None) -> Authored | Refused:
        """The model of a document or meeting, now or in a state in git (`NAME:REV`); or why there is none.

        `span` is as in `path_of`.
        """
        found = self.source_of(name, span)
        return found if isinstance(found, Refused) else self.model(*found)

    def source_of(self, name: str, span: Span | None = None) -> tuple[Path, Source] | Refused:
        """Where a document or meeting stands, or stood in a state in git, and its text; `span` as above."""
        reference, at = split_reference(name)
        if at is not None and span is None:
            return self._stored(reference, at)
        path = self.path_of(name, span)
        source = path if isinstance(path, Refused) else self.load(path)
        if isinstance(path, Refused) or isinstance(source, Refused):
            return next(one for one in (path, source) if isinstance(one, Refused))
        return path, source

    def earlier(self, name: str) -> tuple[str, ...]:
        """The versions of the same document before this one (ID@VERSION), the oldest first."""
        identity, found, version = name.partition("@")
        if not found:
            return ()
        versions = (one.partition("@") for one in self.references())
        before = {
            each
            for one, _, each in versions
            if one == identity and version_order(each) < version_order(version)
        }
        return tuple(f"{identity}@{each}" for each in sorted(before, key=version_order))

    def model(self, path: Path, source: Source) -> Authored | Refused:
        """The model of a source that stands, or stood, at this place."""
        # The models are slow to load, and finding that nothing has changed does not need them.
        from kdnet_docs.sources.read import read

        model = read(source)
        if isinstance(model, Refused):
            return model
        misplaced = tuple(self._misplaced(model, path))
        if misplaced:
            return Refused(misplaced)
        return self.view(model) if self.view else model

    def _stored(self, reference: str, name: str) -> tuple[Path, Source] | Refused:
        """The source need not be there any more, nor its folder."""
        if _looks_like_path(reference):
            path = Path(reference).absolute()
            folder = nearest_folder(path)
            places: tuple[str, ...] = (path.relative_to(folder).as_posix(),)
        else:
            folder, places = self.root, tuple(_places_of(reference))
        at = revision(folder, name)
        if isinstance(at, Refused):
            return at
        for place in places:
            source = at.load(place, self._name_of(folder / place))
            if source is not None:
                return source if isinstance(source, Refused) else (folder / place, source)
        known = () if _looks_like_path(reference) else tuple(_named_in(at.files(SOURCES)))
        return at.not_there(reference, places[0], _newest_first(known))

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
        pairs = (
            (("id", model.id, path.stem),)
            if model.kind == "meeting"
            else (("id", model.id, path.parent.name), ("version", model.version, path.stem))
        )
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


def _is_path(name: str) -> bool:
    """Whether a name is that of a file that is there and can be read as a source."""
    return _looks_like_path(name) and Path(name).exists() and not what_it_is(name)


def _looks_like_path(name: str) -> bool:
    return "/" in name or name.endswith(ENDINGS)


def _places_of(name: str) -> Iterator[str]:
    """Where a document or meeting of this name may lie, by the path from the project's folder."""
    identity, found, version = name.partition("@")
    folders = _FOLDERS if found else ("meetings",)
    for folder in folders:
        yield f"{SOURCES}/{folder}/{identity}/{version}.yaml" if found else f"{SOURCES}/{folder}/{name}.yaml"


def _named_in(files: Sequence[str]) -> Iterator[str]:
    """The documents and meetings that these files are, by their paths from the project's folder."""
    for file in files:
        match file.removeprefix(f"{SOURCES}/").removesuffix(".yaml").split("/"):
            case [folder, identity, version] if folder in _FOLDERS:
                yield f"{identity}@{version}"
            case ["meetings", name]:
                yield name
            case _:
                pass


def version_order(version: str) -> tuple[tuple[int, str], ...]:
    """The order of versions: figures as numbers, so that 2021-9 comes before 2021-10."""
    return tuple((int(digits or -1), letters) for digits, letters in re.findall(r"(\d+)|(\D+)", version))


def _newest_first(names: Iterable[str]) -> tuple[str, ...]:
    """So that of names that are equally like another, the newest version is found."""
    return tuple(sorted(names, key=version_order, reverse=True))


def _in_git(name: str, span: Span | None) -> Refused:
    """That a state in git has no file, nor can it stand in a source."""
    message = (
        msg('"{name}" is a state in git, which a source cannot name', name=name)
        if span
        else msg('"{name}" is a state in git, which cannot be changed or watched', name=name)
    )
    hint = msg("leave out the part after the colon")
    code = Code.REVISION_OUT_OF_PLACE
    return Refused((Diagnostic(code=code, message=message, span=span, hint=hint),))


def _place(path: Path) -> Path:
    """The one way to write a path, with links to folders followed and a link to a file kept."""
    return path.parent.resolve() / path.name


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
