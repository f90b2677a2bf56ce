"""What is said when something fails that no source is to blame for."""

import errno
import os
import sys
from pathlib import Path

from kdnet_docs.base.codes import Code
from kdnet_docs.base.diagnostics import Diagnostic
from kdnet_docs.base.messages import Message, msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.screen import complain
from kdnet_docs.cli.show import show_errors


def tell_of(error: Exception) -> int:
    """Says what happened: a finding for trouble with files, and for all else that the fault is ours."""
    if os.environ.get("KDNET_DEBUG") == "1":
        import traceback

        traceback.print_exception(error)
    if isinstance(error, OSError):
        show_errors((_finding(error),), root=None)
        return exits.FINDINGS
    complain(
        msg("something went wrong in kdnet itself; it is not your fault ({name})", name=type(error).__name__),
        msg("please report it with the command you gave; KDNET_DEBUG=1 before it shows where it happened"),
    )
    return exits.BUG


def pipe_closed() -> int:
    """Leaves quietly when whoever read our output has stopped reading."""
    # Python flushes the stream once more when it ends, which would complain again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return exits.PIPE_CLOSED


def _finding(error: OSError) -> Diagnostic:
    message, hint = _explained(error)
    return Diagnostic(code=Code.OUTPUT, message=message, hint=hint)


def _explained(error: OSError) -> tuple[Message, Message | None]:
    # A file that is renamed into place has two names, and the second is the one people know.
    name = error.filename2 or error.filename or ""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return msg("there is no room left on the disk"), msg("make room, or write elsewhere with --out")
        case errno.EACCES | errno.EPERM if _is_protected(name):
            return (
                msg('"{name}" is write-protected', name=name),
                msg("take the protection away, or write another file"),
            )
        case errno.EACCES | errno.EPERM | errno.EBUSY | errno.ETXTBSY:
            return (
                msg('"{name}" cannot be read or written', name=name),
                msg("close it if it is open in Word or a PDF reader; else ask who may write there"),
            )
        case errno.EROFS:
            return (
                msg('"{name}" cannot be written: the disk is read-only', name=name),
                msg("write elsewhere with --out"),
            )
        case errno.ENOTDIR | errno.EEXIST if in_the_way := _file_in_the_way(name):
            return msg('"{name}" is a file; a folder belongs here', name=in_the_way), _MOVE
        case errno.EISDIR:
            return msg('"{name}" is a folder; a file belongs here', name=name), _MOVE
        case errno.EEXIST:
            return msg('"{name}" is there already', name=name), _MOVE
        case errno.ENOENT:
            return (
                msg('"{name}" is not there', name=name),
                msg("it may have been moved or deleted meanwhile; try again"),
            )
        case errno.ENAMETOOLONG:
            return (
                msg('"{name}" is longer than the name of a file can be', name=name),
                msg("write a shorter title or folder"),
            )
        case _:
            reason = error.strerror or str(error)
            return msg('"{name}" cannot be used: {reason}', name=name, reason=reason), None


_MOVE = msg("move it or call it otherwise, or write elsewhere with --out")


def _is_protected(name: str) -> bool:
    """Whether it is a file that nobody may write to, not even its owner."""
    file = Path(name)
    return bool(name) and file.is_file() and not file.stat().st_mode & 0o200


def _file_in_the_way(name: str) -> str:
    """What stands where a folder would have to be for `name` to be written, if something does."""
    places = (Path(name), *Path(name).parents) if name else ()
    return next((str(place) for place in places if os.path.lexists(place) and not place.is_dir()), "")
