"""The program's exit codes: all of them stand here."""

from typing import Final

OK: Final = 0
"""Done, with nothing that stands in the way; warnings are no failure, nor is it that two versions differ."""

FINDINGS: Final = 1
"""There are errors in the sources, templates or files; what was asked for was not made."""

USAGE: Final = 2
"""The command line was not understood."""

BUG: Final = 70
"""Something went wrong that is not the user's fault (EX_SOFTWARE of sysexits.h)."""

INTERRUPTED: Final = 130
"""Stopped with Ctrl-C, as shells count it: 128 + SIGINT."""

PIPE_CLOSED: Final = 141
"""Whoever read our output stopped reading, as shells count it: 128 + SIGPIPE."""
