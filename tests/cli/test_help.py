"""The help, as people read it."""

import re

import pytest
from command_line import kdnet

from kdnet_docs.cli import exits
from kdnet_docs.cli.group import COMMANDS

HEADINGS = {"en": ("Usage: ", "Options:", "Examples:"), "da": ("Brug: ", "Valg:", "Eksempler:")}


@pytest.mark.parametrize("language", HEADINGS)
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_each_help_has_its_usage_options_and_examples_in_the_readers_language(
    command: str, language: str
) -> None:
    run = kdnet(*command.split(), "--help", language=language)
    assert run.returncode == exits.OK
    assert run.stderr == ""
    assert all(heading in run.stdout for heading in HEADINGS[language])
    assert not any(
        heading in run.stdout for other in HEADINGS if other != language for heading in HEADINGS[other]
    )
    assert max(map(len, run.stdout.splitlines())) <= 80
    assert kdnet(*command.split(), "-h", language=language).stdout == run.stdout


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_examples_are_of_commands_that_there_are(command: str) -> None:
    examples = kdnet(*command.split(), "--help").stdout.split("Examples:")[1]
    named = re.findall(r"^  kdnet(?: --project \S+)? (\S+)", examples, re.MULTILINE)
    assert named
    assert set(named) <= COMMANDS.keys()


def test_danish_help_is_danish_to_the_last_word() -> None:
    text = kdnet("build", "--help", language="da").stdout
    assert not re.search(r"\b(the|show|otherwise|which)\b", text)
