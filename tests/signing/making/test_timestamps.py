"""A time-stamp authority may be down, mistaken or hostile: what it answers goes into no file unchecked."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from asn1crypto import core, tsp
from certificates import pki, services

from kdnet_docs.signing.making import network
from kdnet_docs.signing.making.network import Unanswered
from kdnet_docs.signing.making.timestamps import Authority

DIGEST = sha256(b"the file").digest()
Answer = Callable[[bytes], tuple[int, dict[str, str], bytes]]


@contextmanager
def answering(answer: Answer) -> Iterator[str]:
    """The address of somebody who answers so."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            status, headers, content = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Nothing: the output belongs to the tests."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def stamped(address: str) -> Any:
    return asyncio.run(Authority(address).async_timestamp(DIGEST, "sha256"))


def refusal(address: str) -> str:
    with pytest.raises(Unanswered) as unanswered:
        stamped(address)
    assert unanswered.value.address == address
    return str(unanswered.value.reason)


def other_request(question: bytes, **changed: Any) -> bytes:
    """The question with something else in it."""
    request = tsp.TimeStampReq.load(question)
    kept = {name: request[name] for name in ("version", "message_imprint", "nonce", "cert_req")}
    return bytes(tsp.TimeStampReq({**kept, **changed}).dump())


class Refusal(core.Sequence):  # type: ignore[misc] # asn1crypto has no types
    """An answer without a time-stamp."""

    _fields = [("status", tsp.PKIStatusInfo)]  # noqa: RUF012 - asn1crypto reads it so


def test_a_good_time_stamp_is_over_what_was_asked_for() -> None:
    with services() as at:
        token = stamped(at.tsa_url)
    stated = token["content"]["encap_content_info"]["content"].parsed
    assert stated["message_imprint"]["hashed_message"].native == DIGEST


def test_an_answer_to_another_question_is_none() -> None:
    def replayed(question: bytes) -> tuple[int, dict[str, str], bytes]:
        return 200, {}, pki().timestamp(other_request(question, nonce=7))

    def of_something_else(question: bytes) -> tuple[int, dict[str, str], bytes]:
        imprint = tsp.TimeStampReq.load(question)["message_imprint"]
        imprint["hashed_message"] = sha256(b"another file").digest()
        return 200, {}, pki().timestamp(other_request(question, message_imprint=imprint))

    for answer in (replayed, of_something_else):
        with answering(answer) as address:
            assert refusal(address) == "its answer is a time-stamp for something else"


def test_a_time_stamp_that_was_changed_is_none() -> None:
    def changed(question: bytes) -> tuple[int, dict[str, str], bytes]:
        answer = tsp.TimeStampResp.load(pki().timestamp(question))
        info = answer["time_stamp_token"]["content"]["signer_infos"][0]
        info["signature"] = bytes(reversed(info["signature"].native))
        return 200, {}, bytes(answer.dump(force=True))

    with answering(changed) as address:
        assert refusal(address) == "the signature in its time-stamp does not hold"


@pytest.mark.parametrize("rubbish", [b"", b"<html>Velkommen</html>", b"\x30\x03\x02\x01\x00", b"\x30" * 2000])
def test_rubbish_is_no_time_stamp(rubbish: bytes) -> None:
    with answering(lambda _: (200, {}, rubbish)) as address:
        assert refusal(address) in ("what it answers is no time-stamp", 'it refuses: "granted"')


def test_a_refusal_is_told_in_the_words_of_the_authority() -> None:
    status = {"status": "rejection", "status_string": ["not you"]}
    answer = bytes(Refusal({"status": status}).dump())
    with answering(lambda _: (200, {}, answer)) as address:
        assert refusal(address) == 'it refuses: "not you"'


def test_an_error_and_a_redirection_are_told_by_their_numbers() -> None:
    with answering(lambda _: (503, {}, b"")) as address:
        assert refusal(address) == "it answers with an error (HTTP 503)"
    with answering(lambda _: (302, {"Location": "file:///etc/passwd"}, b"")) as address:
        assert "it sends us on to another address, and we follow none (HTTP 302)" in refusal(address)


def test_one_who_is_not_there_or_never_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        assert refusal(address).startswith("it did not answer within")
    assert refusal(address).startswith("it cannot be reached")


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "tsa.example.org",
        "",
        "http://",
        "http://me:secret@127.0.0.1/",
        "http://[::1",
        "http://127.0.0.1:99999/",
    ],
)
def test_only_addresses_of_the_web_are_asked(address: str) -> None:
    assert refusal(address) == "it is no address that begins with http:// or https://"
