"""`kdnet schema`: the shape of sources, for editors."""

import json

import click

from kdnet_docs.base.messages import msg
from kdnet_docs.cli import exits
from kdnet_docs.cli.help import Command
from kdnet_docs.cli.options import Choice

KINDS = ("contract", "status", "meeting")


@click.command(
    "schema",
    cls=Command,
    summary=msg(
        "Describes the sources as JSON Schema, with which an editor suggests keys and marks mistakes."
    ),
    examples=(
        ("kdnet schema contract > contract.json", msg("contracts")),
        ("kdnet schema > kdnet.json", msg("sources of every kind")),
    ),
)
@click.argument("kind", type=Choice(KINDS), required=False, metavar="[contract|status|meeting]")
def command(kind: str | None) -> int:
    """Writes the schema."""
    from kdnet_docs.sources.schema import schema

    click.echo(json.dumps(schema(kind), ensure_ascii=False, indent=2))
    return exits.OK
