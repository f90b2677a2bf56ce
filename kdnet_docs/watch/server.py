"""A server that this machine alone can reach, and of its users only who knows the address.

It listens on the loopback, and answers GET requests whose path begins with a token and whose Host is
its own, so that no other machine, page or name that is pointed here gets anything.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import BoundedSemaphore, Thread
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LOOPBACK = "127.0.0.1"
_CONNECTIONS = 100
_PATIENCE = 10.0
"""Seconds for one reading or writing of a client that is slow or gone."""

_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """What is sent, as what (Content-Type), and what a browser may do with it (Content-Security-Policy)."""

    content: bytes
    kind: str
    policy: str


@dataclass(frozen=True, slots=True)
class Events:
    """What is told to a page as it happens; None says that we are still here."""

    numbers: Iterator[int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A request that knew the token, and its path in parts below it."""

    parts: tuple[str, ...]
    root: str
    """What every path here begins with: the token."""

    def to(self, *parts: str) -> str:
        """The path to something else here."""
        return "/" + "/".join(quote(part, safe="@") for part in (self.root, *parts))


Answer: TypeAlias = Resource | Events
Site: TypeAlias = "Callable[[Visit], Answer | None]"
"""Gives the answer to a visit, or None where nothing stands."""


class Server(ThreadingHTTPServer):
    """Serves a site; each connection has a thread, so that nobody waits for a slow one."""

    daemon_threads = True
    # On Windows another program could otherwise take the port over while we listen.
    allow_reuse_address = os.name != "nt"

    def __init__(self, site: Site, port: int) -> None:
        """Begins to listen; port 0 is any that is free. Raises OSError where the port is taken."""
        self.site = site
        self.token = secrets.token_urlsafe(24)
        self._slots = BoundedSemaphore(_CONNECTIONS)
        super().__init__((_LOOPBACK, port), _Handler)
        self.hosts = {f"{name}:{self.server_port}" for name in (_LOOPBACK, "localhost")}

    def address(self, *parts: str) -> str:
        """The whole address of something on the site, the token included."""
        visit = Visit(parts=(), root=self.token)
        return f"http://{_LOOPBACK}:{self.server_port}{visit.to(*parts)}"

    def start(self) -> None:
        """Answers from now on, until the program ends."""
        Thread(target=self.serve_forever, daemon=True).start()

    def server_bind(self) -> None:
        """As its parent does, without asking the network what we are called."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = _LOOPBACK, self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        """Hangs up at once on one connection too many."""
        if self._slots.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """One connection, from its first byte to its end."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._slots.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stays quiet, for the terminal belongs to the person at the keyboard."""
        if os.environ.get("KDNET_DEBUG") == "1":
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: Server
    timeout = _PATIENCE

    def do_GET(self) -> None:
        visit = self._visit()
        match self.server.site(visit) if visit else None:
            case None:
                self.send_error(404)
            case Resource(content=content, kind=kind, policy=policy):
                length = str(len(content))
                self._head(
                    200, {"Content-Type": kind, "Content-Security-Policy": policy, "Content-Length": length}
                )
                self.wfile.write(content)
            case Events(numbers=numbers):
                self._head(200, {"Content-Type": "text/event-stream"})
                for number in numbers:
                    self.wfile.write(b": here\n\n" if number is None else f"data: {number}\n\n".encode())

    def _visit(self) -> Visit | None:
        """The request as the site sees it, or None where it does not know the token or our name."""
        path, _, _ = self.path.partition("?")
        empty, _, rest = path.partition("/")
        token, _, rest = rest.partition("/")
        known = secrets.compare_digest(token.encode(), self.server.token.encode())
        hosts = self.headers.get_all("Host", [])
        if empty or not known or len(hosts) != 1 or hosts[0] not in self.server.hosts:
            return None
        parts = tuple(unquote(part) for part in rest.split("/") if part)
        return Visit(parts=parts, root=token)

    def _head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**_HEADERS, **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """A refusal without a word about what we are, to what http.server finds wrong too."""
        del message, explain
        self.close_connection = True
        self._head(code, {"Content-Length": "0"})

    def version_string(self) -> str:
        return "kdnet"

    def log_message(self, *_: Any) -> None:
        """Nothing is logged: the address would be, and it holds the token."""

    def finish(self) -> None:
        with suppress(OSError):  # whoever asked has gone
            super().finish()
