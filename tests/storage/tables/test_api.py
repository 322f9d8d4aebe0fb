from __future__ import annotations

from matcher.storage.tables import METADATA
from matcher.storage.tables.api import api_keys, api_matches, idempotency_keys


def test_secrets_of_keys_and_links_are_held_as_hashes_alone() -> None:
    assert {"secret_sha256", "prefix"} <= set(api_keys.c.keys())
    assert "secret" not in api_keys.c
    assert "link_sha256" in api_matches.c
    assert "idempotency_key_sha256" in idempotency_keys.c


def test_every_table_of_a_team_says_whose_it_is() -> None:
    through_another = {"teams", "sessions", "login_attempts", "api_usage", "idempotency_keys", "signing_keys"}
    without = {name for name, table in METADATA.tables.items() if "team_id" not in table.c}

    assert without == through_another
