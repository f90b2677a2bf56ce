import socket
from collections.abc import Iterator
from contextlib import suppress

import pytest

from kdnet_docs.watch.server import Answer, Events, Resource, Server, Visit


def site(visit: Visit) -> Answer | None:
    match visit.parts:
        case ():
            return Resource(content=b"start", kind="text/html", policy="default-src 'none'")
        case ("name", name):
            return Resource(content=name.encode(), kind="text/html", policy="default-src 'none'")
        case ("events",):
            return Events(iter([1, None, 2]))
        case _:
            return None


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server(site, 0) as running:
        running.start()
        yield running
        running.shutdown()


def sent(server: Server, request: bytes) -> bytes:
    """All that comes back for these bytes."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=10) as connection:
        answer = b""
        with suppress(ConnectionError):  # it hangs up on those who send too much
            connection.sendall(request)
            try:
                connection.shutdown(socket.SHUT_WR)
            except OSError:  # it has hung up already
                return answer
            while piece := connection.recv(65536):
                answer += piece
        return answer


def get(server: Server, path: str, *headers: str, method: str = "GET") -> bytes:
    lines = [f"{method} {path} HTTP/1.1", *(headers or (f"Host: 127.0.0.1:{server.server_port}",))]
    return sent(server, ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def body(answer: bytes) -> bytes:
    return answer.partition(b"\r\n\r\n")[2]


def test_who_knows_the_address_gets_the_page(server: Server) -> None:
    answer = get(server, f"/{server.token}")
    assert (status(answer), body(answer)) == (200, b"start")
    assert server.address() == f"http://127.0.0.1:{server.server_port}/{server.token}"
    assert body(get(server, f"/{server.token}/name/gr%C3%B8n%20%2F..")) == "grøn /..".encode()
    assert status(get(server, f"/{server.token}", f"Host: localhost:{server.server_port}")) == 200


def test_what_a_query_asks_for_is_passed_over(server: Server) -> None:
    assert body(get(server, f"/{server.token}?x=1")) == b"start"
    assert body(get(server, f"/{server.token}/name/a?x=1/2")) == b"a"
    assert body(get(server, f"/{server.token}/name/a%3Fx=1")) == b"a?x=1"
    assert status(get(server, f"/?{server.token}")) == 404


@pytest.mark.parametrize(
    "header",
    [
        b"Cache-Control: no-store",
        b"Content-Security-Policy: default-src 'none'",
        b"Cross-Origin-Resource-Policy: same-origin",
        b"Referrer-Policy: no-referrer",
        b"X-Content-Type-Options: nosniff",
    ],
)
def test_a_page_is_not_kept_told_of_or_read_as_something_else(server: Server, header: bytes) -> None:
    assert header in get(server, f"/{server.token}").split(b"\r\n")


def test_nothing_is_told_without_the_token(server: Server) -> None:
    wrong = ["/", "", "/favicon.ico", f"/{server.token[:-1]}", f"/{server.token}x", f"//{server.token}"]
    wrong += [f"/x/{server.token}", "/%2e%2e/etc/passwd", "/../../etc/passwd", "*"]
    wrong += [f"http://127.0.0.1:{server.server_port}/{server.token}"]
    answers = [get(server, path) for path in wrong if path not in ("", f"//{server.token}")]
    assert {status(answer) for answer in answers} == {404}
    assert {body(answer) for answer in answers} == {b""}
    assert {answer.partition(b"\r\n")[2].split(b"\r\n")[0] for answer in answers} == {b"Server: kdnet"}


@pytest.mark.parametrize(
    "path", ["..", "../..", "%2e%2e/%2e%2e/etc/passwd", "pyproject.toml", "name", "\\..\\"]
)
def test_there_are_no_folders_behind_the_address(server: Server, path: str) -> None:
    answer = get(server, f"/{server.token}/{path}")
    assert (status(answer), body(answer)) == (404, b"")


def test_a_name_that_is_pointed_at_this_machine_gets_nothing(server: Server) -> None:
    port = server.server_port
    own = f"Host: 127.0.0.1:{port}"
    hosts = [f"Host: evil.example:{port}", "Host: 127.0.0.1", "Host: ", "Host: localhost", "X: y"]
    hosts += [f"Host: 127.0.0.1:{port}.evil.example", f"Host: [::1]:{port}"]
    answers = [get(server, f"/{server.token}", host) for host in hosts]
    answers.append(get(server, f"/{server.token}", own, "Host: evil.example"))
    assert {(status(answer), body(answer)) for answer in answers} == {(404, b"")}


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "HEAD", "OPTIONS", "CONNECT", "TRACE", "get", "__init__"]
)
def test_nothing_can_be_done_but_to_get(server: Server, method: str) -> None:
    answer = get(server, f"/{server.token}", method=method)
    assert (status(answer), body(answer)) == (501, b"")


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 1000 + b"\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 a TLS greeting\r\n\r\n",
        b"\0\0\0\0\r\n\r\n",
        b"GET\r\n\r\n",
        b"\r\n\r\n",
    ],
)
def test_what_is_no_request_of_a_browser_is_refused_without_a_word(server: Server, request_: bytes) -> None:
    answer = sent(server, request_)
    assert not answer or 400 <= status(answer) < 600
    assert body(answer) == b""
    assert body(get(server, f"/{server.token}")) == b"start"


def test_what_happens_is_told_as_it_happens(server: Server) -> None:
    answer = get(server, f"/{server.token}/events")
    assert b"Content-Type: text/event-stream" in answer
    assert body(answer) == b"data: 1\n\n: here\n\ndata: 2\n\n"


def test_nobody_waits_for_those_who_say_nothing_or_too_many_at_once(server: Server) -> None:
    quiet = [socket.create_connection(("127.0.0.1", server.server_port)) for _ in range(60)]
    try:
        assert body(get(server, f"/{server.token}")) == b"start"
    finally:
        for connection in quiet:
            connection.close()


def test_only_the_loopback_is_listened_on(server: Server) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"


def test_each_run_has_a_token_of_its_own() -> None:
    with Server(site, 0) as one, Server(site, 0) as other:
        assert one.token != other.token
        assert len(one.token) >= 32


def test_a_port_that_is_taken_is_an_error(server: Server) -> None:
    with pytest.raises(OSError, match="in use"):
        Server(site, server.server_port)
