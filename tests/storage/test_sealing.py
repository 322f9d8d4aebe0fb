from __future__ import annotations

from datetime import datetime

import pytest

from matcher.errors import StorageError
from matcher.storage.database import Database
from matcher.storage.sealing import Seal, own_key


def test_what_is_sealed_opens_with_the_same_key_alone() -> None:
    sealed = Seal("one").close("whsec_secret")

    assert "secret" not in sealed
    assert Seal("one").open(sealed) == "whsec_secret"
    with pytest.raises(StorageError, match="MATCHER_SEAL_KEY"):
        Seal("two").open(sealed)


def test_the_key_of_an_installation_is_made_once(database: Database, now: datetime) -> None:
    with database.write() as connection:
        first = own_key(connection, "seal", now)
        assert own_key(connection, "seal", now) == first
        assert own_key(connection, "other", now) != first
    assert len(first) == 32
