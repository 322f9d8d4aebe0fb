from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from standardwebhooks.webhooks import Webhook

from matcher.client import SignatureInvalid, verify
from matcher.work.signing import new_secret, signed_headers

NOW = datetime(2026, 11, 20, 21, 10, tzinfo=UTC)
BODY = b'{"type": "match.completed", "data": {"id":"match_1", "x": "\\u003c"}}'
SECRET = new_secret()
HEADERS = signed_headers([SECRET], "msg_1", NOW, BODY)


def test_a_message_is_believed_while_it_is_young_and_in_rotation_by_either_secret() -> None:
    both = signed_headers([new_secret(), SECRET], "msg_1", NOW, BODY)

    for headers in (HEADERS, both, {name.title(): value for name, value in HEADERS.items()}):
        for seconds in (-299, 0, 299):
            assert verify(SECRET, headers, BODY, now=NOW.timestamp() + seconds)["data"]["id"] == "match_1"


def test_the_reference_library_signs_the_same() -> None:
    signature = Webhook(SECRET).sign("msg_1", NOW, BODY.decode())

    assert verify(SECRET, HEADERS | {"webhook-signature": signature}, BODY, now=NOW.timestamp())


@pytest.mark.parametrize("seconds", [-301, 301, 9e9])
def test_an_old_or_future_message_is_refused(seconds: float) -> None:
    with pytest.raises(SignatureInvalid):
        verify(SECRET, HEADERS, BODY, now=NOW.timestamp() + seconds)


def test_one_flipped_byte_anywhere_is_refused() -> None:
    for place in range(len(BODY)):
        changed = bytearray(BODY)
        changed[place] ^= 1
        with pytest.raises(SignatureInvalid):
            verify(SECRET, HEADERS, bytes(changed), now=NOW.timestamp())


def test_a_body_that_was_parsed_and_written_again_is_refused() -> None:
    again = json.dumps(json.loads(BODY)).encode()
    assert json.loads(again) == json.loads(BODY)

    with pytest.raises(SignatureInvalid):
        verify(SECRET, HEADERS, again, now=NOW.timestamp())


@pytest.mark.parametrize(
    "headers",
    [
        {}, HEADERS | {"webhook-id": "msg_2"}, HEADERS | {"webhook-id": ""}, HEADERS | {"webhook-timestamp": "now"},
        HEADERS | {"webhook-timestamp": "1" * 5_000}, HEADERS | {"webhook-signature": ""},
        HEADERS | {"webhook-signature": "v1,%%"},
        HEADERS | {"webhook-signature": "v2," + HEADERS["webhook-signature"][3:]},
    ],
)  # fmt: skip
def test_headers_that_do_not_fit_are_refused(headers: dict[str, str]) -> None:
    with pytest.raises(SignatureInvalid):
        verify(SECRET, headers, BODY, now=NOW.timestamp())


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_YQ==", "whsec_%", "ü"])
def test_an_empty_or_broken_secret_lets_nobody_in(secret: str) -> None:
    with pytest.raises(ValueError, match="secret"):
        verify(secret, HEADERS, BODY, now=NOW.timestamp())
