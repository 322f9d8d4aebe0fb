from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from matcher.work.signing import new_secret, signed_headers

BODY = b'{"type": "batch.completed", "data": {"id": "bat_1"}}'


def headers(keys: list[str], body: bytes = BODY, age: float = 0) -> dict[str, str]:
    return signed_headers(keys, "msg_1", datetime.now(tz=UTC) - timedelta(seconds=age), body)


def test_the_reference_library_takes_our_signature() -> None:
    secret = new_secret()

    assert Webhook(secret).verify(BODY, headers([secret])) == json.loads(BODY)
    assert len(base64.b64decode(secret.removeprefix("whsec_"))) == 32


def test_during_rotation_either_secret_verifies() -> None:
    old, new = new_secret(), new_secret()

    for secret in (old, new):
        assert Webhook(secret).verify(BODY, headers([new, old]))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda body, sent: (body[:-1] + b"]", sent), id="one byte"),
        pytest.param(
            lambda body, sent: (json.dumps(json.loads(body), separators=(",", ":")).encode(), sent), id="again"
        ),
        pytest.param(lambda body, sent: (body, {**sent, "webhook-id": "msg_2"}), id="another id"),
        pytest.param(lambda body, sent: (body, {**sent, "webhook-timestamp": "1"}), id="another time"),
        pytest.param(lambda body, sent: (body, {**sent, "webhook-signature": "v1,AAAA"}), id="another signature"),
    ],
)
def test_the_reference_library_refuses_what_was_changed(change) -> None:
    secret = new_secret()
    body, sent = change(BODY, headers([secret]))

    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(body, sent)


def test_the_reference_library_refuses_another_secret_and_an_old_message() -> None:
    secret = new_secret()

    with pytest.raises(WebhookVerificationError):
        Webhook(new_secret()).verify(BODY, headers([secret]))
    with pytest.raises(WebhookVerificationError, match="old"):
        Webhook(secret).verify(BODY, headers([secret], age=301))
