"""The one place from which signing reaches the network: a question to an address, and its answer."""

from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ssl import SSLError
from typing import Final
from urllib.parse import SplitResult, urlsplit

from kdnet_docs.base.messages import Message, msg

_SECONDS: Final = 15.0
_LONGEST: Final = 10_000_000
"""Bytes of an answer; the longest lists of revoked certificates are some millions."""


class Unanswered(Exception):  # noqa: N818 - it says what happened
    """A question that was not answered: whom it was put to, and the reason for people."""

    def __init__(self, address: str, reason: Message) -> None:
        super().__init__(f"{address}: {reason}")
        self.address = address
        self.reason = reason


def ask(address: str, body: bytes | None = None, *, media_type: str = "") -> bytes:
    """What is at an address; with a `body` of `media_type` the answer to it.

    Follows no redirection, and asks nothing but http and https. Raises Unanswered.
    """
    try:
        return _answer(address, body, media_type)
    except _Refusal as refusal:
        raise Unanswered(address, refusal.reason) from None
    except TimeoutError:
        reason = msg("it did not answer within {seconds} seconds", seconds=round(_SECONDS))
    except SSLError as error:
        reason = msg("the connection is not safe: {reason}", reason=error.reason or error)
    except (OSError, HTTPException) as error:
        reason = msg("it cannot be reached: {reason}", reason=_told(error))
    except ValueError:
        reason = msg("it is no address that begins with http:// or https://")
    raise Unanswered(address, reason)


class _Refusal(Exception):  # noqa: N818 - it says what happened
    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def _answer(address: str, body: bytes | None, media_type: str) -> bytes:
    """The answer; raises what the libraries raise, and _Refusal for an answer that is none."""
    parts = urlsplit(address)
    connection = _connection(parts)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"Content-Type": media_type} if body is not None else {}
    try:
        connection.request("GET" if body is None else "POST", path, body, headers)
        with connection.getresponse() as answer:
            if answer.status != HTTPStatus.OK:
                raise _Refusal(_status(answer.status))
            content = answer.read(_LONGEST + 1)
    finally:
        connection.close()
    if len(content) > _LONGEST:
        raise _Refusal(msg("its answer is too long"))
    return content


def _connection(parts: SplitResult) -> HTTPConnection:
    """A connection that is not open yet; raises ValueError for what is no address of the web."""
    if not parts.hostname or "@" in parts.netloc:
        raise ValueError
    match parts.scheme:
        case "http":
            return HTTPConnection(parts.hostname, parts.port, timeout=_SECONDS)
        case "https":
            return HTTPSConnection(parts.hostname, parts.port, timeout=_SECONDS)
        case _:
            raise ValueError


def _status(status: int) -> Message:
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        return msg("it sends us on to another address, and we follow none (HTTP {status})", status=status)
    return msg("it answers with an error (HTTP {status})", status=status)


def _told(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
