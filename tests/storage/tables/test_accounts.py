from __future__ import annotations

from matcher.storage.tables.accounts import login_attempts, sessions, users


def test_passwords_tokens_and_attempts_are_held_as_hashes_alone() -> None:
    assert [column.name for column in users.c if "password" in column.name] == ["password_hash", "password_changed_at"]
    assert "token_sha256" in sessions.c
    assert "token" not in sessions.c
    assert set(login_attempts.c.keys()) == {"id", "account_sha256", "address_sha256", "at", "succeeded"}
