"""The project as git has it: its sources and templates in a folder that goes away again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic, Refused
from kdnet_docs.base.files import write_all
from kdnet_docs.base.messages import msg
from kdnet_docs.sources.project import SOURCES, Project
from kdnet_docs.sources.revisions import revision


@contextmanager
def as_of(project: Project, at: str | None) -> Iterator[Project | Refused]:
    """The project in a state in git, with all that a meeting there is made from; itself if there is none.

    Templates that git does not have are those of now.
    """
    if at is None:
        yield project
        return
    state = revision(project.root, at)
    if isinstance(state, Refused):
        yield state
        return
    with TemporaryDirectory(prefix="kdnet-") as folder:
        root = Path(folder)
        (root / SOURCES).mkdir()
        files = state.contents(SOURCES, project.templates.name)
        if isinstance(files, Refused):
            yield files
            return
        write_all({root / name: content for name, content in files.items()})
        there = Project(root, state)
        if not there.templates.is_dir():
            copytree(project.templates, there.templates)
        yield there


def name_in(there: Project, project: Project, reference: str) -> str | Refused:
    """How the state `there` of the project calls what a reference names: a path leads into it."""
    if there is project or not ("/" in reference or reference.endswith((".yaml", ".yml"))):
        return reference
    try:
        inside = Path(reference).resolve().relative_to(project.root.resolve())
    except ValueError:
        message = msg('"{name}" lies outside the project, and has no state there', name=reference)
        hint = msg("leave out the part after the colon")
        return Refused((Diagnostic(code=Code.REVISION_OUT_OF_PLACE, message=message, hint=hint),))
    return there.called(str(there.root / inside))
