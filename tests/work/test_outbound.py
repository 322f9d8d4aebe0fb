from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest

from matcher.work.addresses import Address
from matcher.work.outbound import CallFailed, call


@contextmanager
def answering(reply: Callable[[socket.socket, bytes], None]) -> Iterator[tuple[Address, list[bytes]]]:
    """A server on loopback that takes one call."""
    got: list[bytes] = []
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        link, _ = server.accept()
        with link:
            got.append(_request(link))
            with suppress(OSError):
                reply(link, got[0])

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield Address("hooks.example.org", server.getsockname()[1], "127.0.0.1", "/in?a=1", secure=False), got
    thread.join(10)
    server.close()


def _request(link: socket.socket) -> bytes:
    """The whole call, whose head and body may come in two pieces; of a TLS greeting the first piece."""
    data = link.recv(65_536)
    while data[:1].isalpha() and len(data.partition(b"\r\n\r\n")[2]) < _length(data):
        data += link.recv(65_536)
    return data


def _length(data: bytes) -> int:
    found = re.search(rb"(?i)\r\ncontent-length: (\d+)", data)
    return int(found[1]) if found else 0


def says(text: bytes) -> Callable[[socket.socket, bytes], None]:
    return lambda link, _: link.sendall(text)


def test_the_call_goes_to_the_pinned_address_under_its_name() -> None:
    with answering(says(b"HTTP/1.1 204 No Content\r\nRetry-After: 5\r\n\r\n")) as (address, got):
        answer = call(address, "POST", headers={"Webhook-Id": "msg_1"}, body=b'{"a":1}')

    assert (answer.status, answer.headers["retry-after"], answer.body) == (204, "5", b"")
    head, _, body = got[0].partition(b"\r\n\r\n")
    assert head.startswith(b"POST /in?a=1 HTTP/1.1\r\nHost: hooks.example.org:")
    assert b"\r\nWebhook-Id: msg_1" in head
    assert body == b'{"a":1}'


def test_redirects_are_not_followed() -> None:
    with answering(says(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n")) as (a, _):
        assert call(a, "GET", headers={}).status == 302


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (says(b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 200_000), "answer_too_large"),
        (says(b"SSH-2.0-OpenSSH\r\n"), "answer_broken"),
        (says(b""), "unreachable"),
        (lambda *_: time.sleep(1.0), "timed_out"),
    ],
)
def test_what_is_no_answer_is_told(reply: Callable[[socket.socket, bytes], None], code: str) -> None:
    with answering(reply) as (address, _), pytest.raises(CallFailed) as caught:
        call(address, "GET", headers={}, seconds=0.5)

    assert caught.value.code in ({code, "answer_broken"} if code == "unreachable" else {code})


def test_a_slow_drip_ends_with_the_time() -> None:
    def drip(link: socket.socket, _: bytes) -> None:
        link.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        for _number in range(40):
            link.sendall(b"x")
            time.sleep(0.05)

    began = time.monotonic()
    with answering(drip) as (address, _), pytest.raises(CallFailed, match="timed_out"):
        call(address, "GET", headers={}, seconds=0.3)
    assert time.monotonic() - began < 5


def test_a_closed_door_is_unreachable() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    with pytest.raises(CallFailed, match="unreachable"):
        call(Address("x.example.org", port, "127.0.0.1", "/", secure=False), "GET", headers={})


def test_tls_is_checked_against_the_name() -> None:
    with answering(says(b"not tls")) as (address, _), pytest.raises(CallFailed, match=r"tls_failed|unreachable"):
        call(Address(address.host, address.port, address.ip, "/", secure=True), "GET", headers={}, seconds=2)
