"""Drives Chromium through its debugging pipe: two file descriptors, messages in JSON, a NUL after each.

What the browser knows of a page is thereby told by the browser itself, without a library between us.
"""

import json
import os
import select
import subprocess
import sys
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools import tool

PATIENCE = 30.0

# Chromium reads from descriptor 3 and writes to 4; this gives it ours under these numbers.
LAUNCH = """
import fcntl, os, sys
read, write = (fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3])
os.dup2(read, 3)
os.dup2(write, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


class Browser:
    """A running Chromium; `events` has all that it told without being asked."""

    def __init__(self, write: int, read: int) -> None:
        self._write = write
        self._read = read
        self._bytes = b""
        self._calls = 0
        self.events: list[dict[str, Any]] = []

    def call(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        """What a method of the DevTools protocol answers."""
        self._calls += 1
        asked = {"id": self._calls, "method": method, "params": params}
        if session:
            asked["sessionId"] = session
        os.write(self._write, json.dumps(asked).encode() + b"\0")
        patience_ends = time.monotonic() + PATIENCE
        while True:
            assert time.monotonic() < patience_ends, f"no answer to {method}"
            told = self._next()
            if told.get("id") == self._calls:
                assert "error" not in told, told
                return dict(told["result"])
            self.events.append(told)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._bytes:
            ready, _, _ = select.select([self._read], [], [], PATIENCE)
            assert ready, "Chromium says nothing"
            self._bytes += os.read(self._read, 1 << 20)
        message, _, self._bytes = self._bytes.partition(b"\0")
        return dict(json.loads(message))

    def open(self, address: str, *, width: int = 1200, height: int = 900) -> "Tab":
        """A new tab with the page, once it is loaded."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        tab = Tab(self, session)
        for domain in ("Page", "Network", "Log", "Runtime"):
            tab.call(f"{domain}.enable")
        tab.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        tab.call("Page.navigate", url=address)
        tab.run(
            "document.readyState === 'complete' || new Promise(loaded => addEventListener('load', loaded))"
        )
        return tab


class Tab:
    """A page in the browser."""

    def __init__(self, browser: Browser, session: str) -> None:
        self._browser = browser
        self._session = session

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        return self._browser.call(method, self._session, **params)

    def run(self, script: str) -> Any:
        """The value of an expression in the page, or of its promise."""
        told = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def screenshot(self) -> bytes:
        return b64decode(self.call("Page.captureScreenshot", format="png")["data"])

    def told(self, method: str) -> list[dict[str, Any]]:
        """Every event of a kind so far."""
        return [
            event["params"]
            for event in self._browser.events
            if event.get("method") == method and event.get("sessionId") == self._session
        ]


@contextmanager
def chromium(profile: Path) -> Iterator[Browser]:
    """Chromium without a window, with a profile of its own, until the block ends."""
    to_it, from_us = os.pipe()
    to_us, from_it = os.pipe()
    process = subprocess.Popen(
        [
            *(sys.executable, "-c", LAUNCH, str(to_it), str(from_it)),
            *(tool("chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"),
            *(
                "--no-first-run",
                "--disable-background-networking",
                f"--user-data-dir={profile}",
                "about:blank",
            ),
        ],
        pass_fds=(to_it, from_it),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(to_it)
    os.close(from_it)
    browser = Browser(from_us, to_us)
    try:
        yield browser
        browser.call("Browser.close")
        process.wait(PATIENCE)
    finally:
        process.kill()
        process.wait()
        os.close(from_us)
        os.close(to_us)
