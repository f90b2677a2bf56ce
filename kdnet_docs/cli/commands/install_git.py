"""`kdnet install-git`: git shows sources and Word files as clauses, in this repository."""

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.options import project, project_option
from kdnet_docs.cli.screen import say


@click.command(
    "install-git",
    cls=Command,
    summary=msg(
        "Sets git up in this repository, so that `git diff`, `git log -p` and `git show` tell what was "
        "changed in sources and Word files clause by clause, and `git difftool` compares them. It writes in "
        ".gitattributes, to be committed, and in the repository's own settings."
    ),
    examples=(
        ("kdnet install-git", msg("once in each copy of the repository")),
        ("git diff", msg("what is not committed yet, as clauses")),
        ("git difftool HEAD~1", msg("what the last commit changed, as `kdnet compare` tells it")),
    ),
)
@project_option()
def command() -> int:
    """Sets it up, and says what was done."""
    from kdnet_docs.base.diagnostics import Refused
    from kdnet_docs.cli.git_setup import set_up
    from kdnet_docs.cli.show import show_errors

    found = project()
    done = found if isinstance(found, Refused) else set_up(found.root)
    if isinstance(done, Refused):
        show_errors(done.diagnostics, root=None)
        return exits.FINDINGS
    for message in done or (msg("Git is set up already; nothing to change."),):
        say(message)
    return exits.OK
