"""Where `kdnet` begins, and the border at which every exception becomes a sentence and an exit code."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from kdnet_docs.cli import exits
from kdnet_docs.cli.screen import use_utf8

# Python's search for garbage finds next to none among our values, and takes much time at its own pace.
_COLLECT_AFTER = 100_000


def main() -> NoReturn:
    """Runs the command line and ends the process with one of the codes in `exits`."""
    use_utf8()
    gc.set_threshold(_COLLECT_AFTER)
    # For plugins Pydantic would look through all that is installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    code = _run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except OSError as error:
        code = _failed(error)
    sys.exit(code)


def _run(arguments: Sequence[str]) -> int:
    from kdnet_docs.cli.group import kdnet
    from kdnet_docs.cli.misuse import show_misuse

    try:
        with kdnet.make_context("kdnet", list(arguments)) as context:
            return int(kdnet.invoke(context) or exits.OK)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return exits.USAGE
    except click.UsageError as error:
        show_misuse(error)
        return exits.USAGE
    except (KeyboardInterrupt, click.Abort):
        return exits.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the border
        return _failed(error)


def _failed(error: Exception) -> int:
    """The exit code for an exception, once it has been told of."""
    from kdnet_docs.cli.failures import pipe_closed, tell_of

    if isinstance(error, BrokenPipeError):
        return pipe_closed()
    return tell_of(error)
