from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from matcher.domain.integration import ApiKey

NOW = datetime(2026, 11, 20, tzinfo=UTC)
KEY = ApiKey("key_1", "team_1", "nightly", "rm_live_1234", frozenset({"match:write"}), NOW)


def test_a_key_is_valid_until_it_expires_or_is_revoked() -> None:
    later = NOW + timedelta(days=1)

    assert KEY.valid_at(later)
    assert replace(KEY, expires_at=later).valid_at(NOW)
    assert not replace(KEY, expires_at=later).valid_at(later)
    assert not replace(KEY, revoked_at=NOW).valid_at(NOW)
