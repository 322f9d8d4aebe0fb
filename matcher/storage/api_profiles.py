"""Role profiles that a team made from job descriptions; a version is never changed once written."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from matcher.domain.screenings import ProfileOrigin, ProfileVersion
from matcher.storage.ids import new_id
from matcher.storage.tables.profiles import role_profile_versions, role_profiles

__all__ = ["add_profile", "find_profile", "list_profiles"]

_TITLE_LENGTH = 200


def add_profile(
    connection: Connection, team: str, title: str, content: str, *, created_by: str, now: datetime
) -> ProfileVersion:
    """Add a profile with its first version. ``content`` is what it asks, as JSON."""
    shown = " ".join(title.split())[:_TITLE_LENGTH]
    version = ProfileVersion(
        new_id("prv"), new_id("prf"), team, 1, shown, content, hashlib.sha256(content.encode()).hexdigest(),
        ProfileOrigin.JOB, created_by, now,
    )  # fmt: skip
    connection.execute(
        insert(role_profiles).values(id=version.profile_id, team_id=team, title=shown, latest=1, created_at=now)
    )
    connection.execute(
        insert(role_profile_versions).values(
            id=version.id,
            profile_id=version.profile_id,
            team_id=team,
            number=version.number,
            title=shown,
            content=content,
            sha256=version.sha256,
            origin=version.origin,
            created_by=created_by,
            created_at=now,
        )
    )
    return version


def find_profile(connection: Connection, team: str, profile: str) -> ProfileVersion | None:
    """Return the latest version of a profile of a team."""
    row = connection.execute(_latest(team).where(role_profiles.c.id == profile)).one_or_none()
    return None if row is None else _version(row)


def list_profiles(connection: Connection, team: str) -> tuple[ProfileVersion, ...]:
    """Return the latest versions of a team's profiles, oldest first, without those that were put away."""
    rows = connection.execute(
        _latest(team)
        .where(role_profiles.c.archived_at.is_(None))
        .order_by(role_profiles.c.created_at, role_profiles.c.id)
    )
    return tuple(_version(row) for row in rows)


def _latest(team: str) -> Any:
    versions = role_profile_versions
    return (
        select(versions, role_profiles.c.archived_at)
        .join(role_profiles, role_profiles.c.id == versions.c.profile_id)
        .where(role_profiles.c.team_id == team, versions.c.number == role_profiles.c.latest)
    )


def _version(row: Row[Any]) -> ProfileVersion:
    return ProfileVersion(
        row.id, row.profile_id, row.team_id, row.number, row.title, row.content, row.sha256, ProfileOrigin(row.origin),
        row.created_by, row.created_at, row.archived_at,
    )  # fmt: skip
