from __future__ import annotations

from sqlalchemy import UniqueConstraint

from matcher.storage.tables.profiles import role_profile_versions


def test_a_profile_has_one_version_of_a_number() -> None:
    unique = [set(r.columns.keys()) for r in role_profile_versions.constraints if isinstance(r, UniqueConstraint)]

    assert {"profile_id", "number"} in unique
