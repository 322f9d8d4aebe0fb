"""One call to an address that was judged: pinned to its IP, no redirects, no proxies, bounded in time and size."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass

from matcher.work.addresses import Address

__all__ = ["Answer", "CallFailed", "call"]

_CHUNK = 65_536


class CallFailed(Exception):
    """No answer came; ``code`` says why: timed_out, unreachable, tls_failed, answer_too_large or answer_broken."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. Names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class _Pinned(http.client.HTTPConnection):
    """Connects to the IP that was judged; the name serves TLS and the Host header alone."""

    def __init__(self, address: Address, timeout: float, context: ssl.SSLContext | None) -> None:
        super().__init__(address.host, address.port, timeout=timeout)
        self._address = address
        self._context = context

    def connect(self) -> None:
        self.sock = socket.create_connection((self._address.ip, self._address.port), self.timeout)
        if self._context is not None:
            self.sock = self._context.wrap_socket(self.sock, server_hostname=self._address.host)


def call(
    address: Address,
    method: str,
    *,
    headers: Mapping[str, str],
    body: bytes | None = None,
    seconds: float = 15.0,
    most_bytes: int = 65_536,
    context: ssl.SSLContext | None = None,
) -> Answer:
    """Call an address and return the answer, whatever its status; redirects are not followed.

    Args:
        address: where, as ``find_address`` returned it.
        method: of HTTP.
        headers: besides Host and Content-Length.
        body: what is sent.
        seconds: for all of it; a server that answers letter by letter is cut off too.
        most_bytes: how much of an answer is taken.
        context: for TLS; by default with the system's authorities.

    Raises:
        CallFailed: no answer came.
    """
    until = time.monotonic() + seconds
    secure = (context or ssl.create_default_context()) if address.secure else None
    connection = _Pinned(address, seconds, secure)
    try:
        connection.request(method, address.target, body=body, headers=dict(headers))
        _bound(connection, until)
        with connection.getresponse() as answer:
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, _read(connection, answer, until, most_bytes))
    except TimeoutError as error:
        raise CallFailed("timed_out") from error
    except ssl.SSLError as error:
        raise CallFailed("tls_failed") from error
    except OSError as error:
        raise CallFailed("unreachable") from error
    except (http.client.HTTPException, ValueError) as error:
        raise CallFailed("answer_broken") from error
    finally:
        connection.close()


def _read(connection: _Pinned, answer: http.client.HTTPResponse, until: float, most: int) -> bytes:
    found = bytearray()
    while chunk := answer.read1(_CHUNK):
        found += chunk
        if len(found) > most:
            raise CallFailed("answer_too_large")
        _bound(connection, until)
    return bytes(found)


def _bound(connection: _Pinned, until: float) -> None:
    """Let the next wait last no longer than what is left."""
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    if connection.sock is not None:
        connection.sock.settimeout(left)
