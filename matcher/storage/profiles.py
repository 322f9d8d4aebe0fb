"""A team's role profiles. A version is never changed once it is written, because screenings are pinned to it."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from matcher.domain.screenings import ProfileOrigin, ProfileVersion
from matcher.errors import WorkspaceError
from matcher.storage.ids import new_id
from matcher.storage.tables.profiles import role_profile_versions as versions
from matcher.storage.tables.profiles import role_profiles as profiles

__all__ = [
    "add_profile",
    "add_version",
    "find_profile",
    "find_version",
    "list_profiles",
    "list_versions",
    "set_archived",
]


def add_profile(
    connection: Connection,
    team: str,
    *,
    title: str,
    content: str,
    origin: ProfileOrigin,
    by: str,
    now: datetime,
) -> ProfileVersion:
    """Add a profile with its first version.

    Args:
        connection: a transaction that writes.
        team: whose it is.
        title: as lists show it.
        content: the profile as canonical JSON.
        origin: what it was made from.
        by: the user or the key that makes it.
        now: the moment.
    """
    profile = new_id("prf")
    connection.execute(insert(profiles).values(id=profile, team_id=team, title=title, latest=1, created_at=now))
    return _insert(connection, team, profile, 1, title, content, origin, by, now)


def add_version(
    connection: Connection,
    team: str,
    profile: str,
    *,
    title: str,
    content: str,
    based_on: int,
    by: str,
    now: datetime,
) -> ProfileVersion:
    """Add a version to a profile; one that changes nothing adds nothing.

    Args:
        connection: a transaction that writes.
        team: whose it is.
        profile: the profile.
        title: as lists show it.
        content: the profile as canonical JSON.
        based_on: the number of the version that was edited.
        by: the user or the key that makes it.
        now: the moment.

    Raises:
        WorkspaceError: ``profile_unknown``; or ``profile_changed`` if somebody saved another version meanwhile.
    """
    latest = _latest(connection, team, profile, lock=True)
    if latest is None:
        raise WorkspaceError("profile_unknown", "There is no such role profile.", "It may have been removed.")
    if latest.number != based_on:
        raise WorkspaceError(
            "profile_changed",
            f"Version {latest.number} was saved while you edited version {based_on}.",
            "Look at it first. Saving once more puts yours on top of it; none is lost.",
        )
    if latest.content == content:
        return latest
    number = latest.number + 1
    connection.execute(
        update(profiles).where(profiles.c.id == profile, profiles.c.team_id == team).values(title=title, latest=number)
    )
    return _insert(connection, team, profile, number, title, content, latest.origin, by, now)


def list_profiles(connection: Connection, team: str, *, archived: bool = False) -> tuple[ProfileVersion, ...]:
    """Return the latest version of each profile of a team, by title; those put away only if asked for."""
    chosen = profiles.c.archived_at.is_not(None) if archived else profiles.c.archived_at.is_(None)
    found = _with_profile(team).where(versions.c.number == profiles.c.latest, chosen)
    return tuple(_version(row) for row in connection.execute(found.order_by(profiles.c.title, profiles.c.id)))


def find_profile(connection: Connection, team: str, profile: str) -> ProfileVersion | None:
    """Return the latest version of a profile."""
    return _latest(connection, team, profile, lock=False)


def find_version(connection: Connection, team: str, version: str) -> ProfileVersion | None:
    """Return a version by its id, as a screening is pinned to it."""
    row = connection.execute(_with_profile(team).where(versions.c.id == version)).one_or_none()
    return None if row is None else _version(row)


def list_versions(connection: Connection, team: str, profile: str) -> tuple[ProfileVersion, ...]:
    """Return all versions of a profile, the latest first."""
    found = _with_profile(team).where(versions.c.profile_id == profile).order_by(versions.c.number.desc())
    return tuple(_version(row) for row in connection.execute(found))


def set_archived(connection: Connection, team: str, profile: str, *, archived: bool, now: datetime) -> None:
    """Put a profile away, so that lists leave it out, or take it back. Screenings keep what they are pinned to."""
    connection.execute(
        update(profiles)
        .where(profiles.c.id == profile, profiles.c.team_id == team)
        .values(archived_at=now if archived else None)
    )


def _with_profile(team: str) -> Any:
    return (
        select(versions, profiles.c.archived_at)
        .join(profiles, profiles.c.id == versions.c.profile_id)
        .where(versions.c.team_id == team, profiles.c.team_id == team)
    )


def _latest(connection: Connection, team: str, profile: str, *, lock: bool) -> ProfileVersion | None:
    found = _with_profile(team).where(profiles.c.id == profile, versions.c.number == profiles.c.latest)
    if lock:
        # Two who save at once take turns; SQLite lets one write at a time anyway.
        connection.execute(select(profiles.c.id).where(profiles.c.id == profile).with_for_update())
    row = connection.execute(found).one_or_none()
    return None if row is None else _version(row)


def _insert(
    connection: Connection,
    team: str,
    profile: str,
    number: int,
    title: str,
    content: str,
    origin: ProfileOrigin,
    by: str,
    now: datetime,
) -> ProfileVersion:
    digest = hashlib.sha256(content.encode()).hexdigest()
    made = ProfileVersion(new_id("prv"), profile, team, number, title, content, digest, origin, by, now)
    connection.execute(
        insert(versions).values(
            id=made.id,
            profile_id=profile,
            team_id=team,
            number=number,
            title=title,
            content=content,
            sha256=digest,
            origin=origin.value,
            created_by=by,
            created_at=now,
        )
    )
    return made


def _version(row: Row[Any]) -> ProfileVersion:
    return ProfileVersion(
        row.id,
        row.profile_id,
        row.team_id,
        row.number,
        row.title,
        row.content,
        row.sha256,
        ProfileOrigin(row.origin),
        row.created_by,
        row.created_at,
        row.archived_at,
    )
