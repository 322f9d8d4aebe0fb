from __future__ import annotations

import json
import socket

import pytest

from matcher.client import Problem, Unreachable
from matcher.client.transport import Transport
from tests.web.integrations.fake_ats import FakeAts, serving


def answer(ats: FakeAts, *replies: tuple[int, dict[str, str], bytes]) -> None:
    left = list(replies)
    ats.reply = lambda method, path, _key, body: (  # type: ignore[method-assign]
        ats.calls.append((method, path, body)) or left.pop(0)  # type: ignore[func-returns-value]
    )


def test_what_the_server_puts_off_is_sent_again_after_the_time_it_names() -> None:
    waited: list[float] = []
    with serving(FakeAts()) as ats:
        answer(
            ats, (429, {"Retry-After": "7"}, b"{}"), (503, {"Retry-After": "900"}, b"<html>"), (503, {}, b""),
            (200, {}, b'{"a": 1}'),
        )  # fmt: skip
        found = Transport(ats.root + "/below/", "k", 5, 4, waited.append).call("POST", "/matches", b"{}")

    assert found == {"a": 1}
    assert waited == [7, 60, 1]
    assert ats.calls == [("POST", "/below/api/v1/matches", b"{}")] * 4


def test_refusals_are_not_sent_again_and_tries_end() -> None:
    with serving(FakeAts()) as ats:
        answer(ats, (422, {}, json.dumps({"code": "field_missing", "detail": "x"}).encode()), (429, {}, b"[1]"))
        transport = Transport(ats.root, "", 5, 1, lambda _: None)
        for status, code in ((422, "field_missing"), (429, "")):
            with pytest.raises(Problem) as caught:
                transport.call("GET", "/x")
            assert (caught.value.status, caught.value.code) == (status, code)


def test_an_answer_that_is_no_json_and_a_server_that_is_not_there_are_told() -> None:
    with serving(FakeAts()) as ats:
        answer(ats, (200, {}, b"<html>"), (204, {}, b""))
        with pytest.raises(Unreachable, match="not JSON"):
            Transport(ats.root, "", 5, 1).call("GET", "/x")
        assert Transport(ats.root, "", 5, 1).call("DELETE", "/x") is None
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    waited: list[float] = []
    with pytest.raises(Unreachable):
        Transport(f"http://127.0.0.1:{port}", "", 5, 3, waited.append).call("GET", "/x")
    assert waited == [1, 1]


@pytest.mark.parametrize("url", ["matcher.example.org", "ftp://a", "http://"])
def test_an_address_that_is_none_is_refused_at_once(url: str) -> None:
    with pytest.raises(ValueError, match="base_url"):
        Transport(url, "", 5, 1)
