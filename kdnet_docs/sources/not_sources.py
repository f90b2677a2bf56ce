"""What is there by the name that was given, and yet is no document or meeting."""

from pathlib import Path

from kdnet_docs.base.messages import Message, msg

ENDINGS = (".yaml", ".yml")
"""How the names of files end that are read as sources."""


def what_it_is(name: str) -> Message | None:
    """That a folder, or a file of another kind, is called so; None where there is none."""
    path = Path(name)
    try:
        if path.is_dir():
            return msg('"{name}" is a folder; a document or a meeting belongs here', name=name)
        # Shells hand over what a program says under a name that is no file's: <(git show HEAD:2022.yaml).
        if path.is_file() and not name.endswith(ENDINGS):
            return msg(
                '"{name}" is no document or meeting: their files are called {ending}',
                name=name,
                ending="….yaml",
            )
    except OSError:
        # The name is longer than a file's can be.
        return None
    return None
