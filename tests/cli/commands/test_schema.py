import json

import pytest
from command_line import kdnet
from jsonschema import Draft202012Validator

from kdnet_docs.cli.commands.schema import KINDS as NAMES
from kdnet_docs.sources.read import KINDS


@pytest.mark.parametrize("kind", ["", *KINDS])
def test_a_schema_is_written_for_each_kind_and_for_all(kind: str) -> None:
    run = kdnet("schema", *kind.split())
    Draft202012Validator.check_schema(json.loads(run.stdout))


def test_the_help_names_every_kind() -> None:
    assert set(NAMES) == KINDS.keys()
