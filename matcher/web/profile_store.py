"""The role profiles of whoever sent the request: found in his team alone, saved in his name."""

from __future__ import annotations

from flask import abort, request

from matcher.domain.screenings import ProfileVersion
from matcher.storage.profiles import add_version, find_profile, list_versions
from matcher.taxonomy.profile import profile_from_json, profile_to_json
from matcher.taxonomy.profile_schema import ProfileFile
from matcher.web.access import current_user
from matcher.web.workspace import now, workspace

__all__ = ["all_versions", "based_on", "latest_version", "numbered", "save_version"]


def latest_version(profile_id: str) -> ProfileVersion:
    """Return the latest version of a profile; another team's is answered like one that is not there."""
    with workspace().database.read() as connection:
        found = find_profile(connection, current_user().team_id, profile_id)
    if found is None:
        abort(404)
    return found


def all_versions(profile_id: str) -> tuple[ProfileVersion, ...]:
    """Return all versions of a profile, the latest first."""
    with workspace().database.read() as connection:
        found = list_versions(connection, current_user().team_id, profile_id)
    if not found:
        abort(404)
    return found


def numbered(profile_id: str, number: str) -> ProfileVersion | None:
    """Return the version with a number, as it was typed."""
    return next((one for one in all_versions(profile_id) if str(one.number) == number), None)


def based_on(latest: ProfileVersion) -> ProfileFile:
    """Return the version that the form was made from; the latest where the form names none."""
    return profile_from_json((numbered(latest.profile_id, request.form.get("based_on", "")) or latest).content)


def save_version(profile_id: str, profile: ProfileFile, number: str) -> ProfileVersion:
    """Save a new version of a profile.

    Args:
        profile_id: which.
        profile: what it says now.
        number: the version that was edited, as the form says.

    Raises:
        WorkspaceError: somebody saved meanwhile.
    """
    user = current_user()
    with workspace().database.write() as connection:
        return add_version(
            connection,
            user.team_id,
            profile_id,
            title=profile.title,
            content=profile_to_json(profile),
            based_on=int(number) if number.isdecimal() and len(number) < 10 else 0,
            by=user.id,
            now=now(),
        )
