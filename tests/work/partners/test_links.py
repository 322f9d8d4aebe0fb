from __future__ import annotations

import base64
import secrets
from datetime import UTC, datetime, timedelta

import pytest

from matcher.work.partners.links import read_link, sign_link

KEY = b"k" * 32
NOW = datetime(2026, 11, 20, 21, 10, tzinfo=UTC)
ORDER = "ord_00112233445566778899aabb"
TOKEN = sign_link(KEY, ORDER, NOW)


def test_a_link_names_its_order_until_it_ends_and_is_always_the_same() -> None:
    assert read_link(KEY, TOKEN, NOW - timedelta(seconds=1)) == ORDER
    assert read_link(KEY, TOKEN, NOW) is None
    assert sign_link(KEY, ORDER, NOW) == TOKEN
    assert len(TOKEN) == 66


def test_every_flipped_bit_breaks_it() -> None:
    raw = base64.urlsafe_b64decode(TOKEN + "==")
    for number in range(len(raw) * 8):
        changed = bytearray(raw)
        changed[number // 8] ^= 1 << number % 8
        flipped = base64.urlsafe_b64encode(bytes(changed)).decode().rstrip("=")
        assert read_link(KEY, flipped, NOW - timedelta(days=1)) is None


@pytest.mark.parametrize("token", ["", "x", "A" * 66, "é" * 66, "A" * 10_000, TOKEN[:-4], TOKEN + "AAAA", TOKEN[:22]])
def test_what_we_did_not_sign_leads_nowhere(token: str) -> None:
    assert read_link(KEY, token, NOW - timedelta(days=1)) is None


def test_the_key_of_another_installation_does_not_open_it() -> None:
    assert read_link(secrets.token_bytes(32), TOKEN, NOW - timedelta(days=1)) is None
