"""Other people's programs that judge our files."""

import os
import shutil

import pytest


def tool(name: str) -> str:
    """The path of a program; without it the test is skipped, or fails where KDNET_REQUIRE_TOOLS=1 says so."""
    path = shutil.which(name)
    if path is None:
        reason = f"{name} is not installed"
        if os.environ.get("KDNET_REQUIRE_TOOLS") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return path
