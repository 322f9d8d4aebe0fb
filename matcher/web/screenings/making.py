"""Stores a new screening with all its files before anything is answered, in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import g, request

from matcher.domain.screenings import ProfileVersion, Screening
from matcher.domain.workspace import User
from matcher.pipeline import Target, Upload
from matcher.reports.phrases import count
from matcher.storage.audit import append_audit
from matcher.storage.database import Connection
from matcher.storage.documents import add_document
from matcher.storage.profiles import find_profile
from matcher.storage.screenings import add_items, add_screening
from matcher.storage.teams import MOST_RETENTION, find_team
from matcher.taxonomy.profile import profile_from_json
from matcher.web.access import current_user
from matcher.web.problems import FormProblem
from matcher.web.shared import state, today
from matcher.web.uploads import read_target
from matcher.web.workspace import now, workspace
from matcher.work.records import target_to_json

__all__ = ["Asked", "begin_screening", "hand_in", "read_asked", "read_days", "team_days"]

_PROFILE = "prf_"
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Asked:
    """What a screening compares with; ``version`` is the team's profile version that it is pinned to, if any."""

    target: Target
    version: ProfileVersion | None


def read_asked() -> Asked:
    """Take the role, the team's own profile or the advertisement of the form.

    Raises:
        FormProblem: none was given, or the profile is gone.
        InputError: ``role_unknown``, ``job_unreadable`` or that the file cannot be read.
    """
    matcher = state().matcher
    chosen: list[ProfileVersion] = []

    def named(name: str) -> Target:
        if not name.startswith(_PROFILE):
            return matcher.role(name)
        with workspace().database.read() as connection:
            found = find_profile(connection, current_user().team_id, name)
        if found is None:
            raise FormProblem("role_unknown", "role", "There is no such role profile.", "Choose one of the list.")
        chosen.append(found)
        return matcher.profile(profile_from_json(found.content), found.profile_id)

    target, _ = read_target(matcher, named)
    return Asked(target, chosen[0] if chosen else None)


def team_days(user: User) -> int:
    """Return for how many days the user's team keeps a screening where nothing else is said."""
    with workspace().database.read() as connection:
        team = find_team(connection, user.team_id)
    return team.retention_days if team else 0


def read_days(user: User) -> int:
    """Take from the form for how many days all of it is kept; the team's own number where nothing was typed.

    Raises:
        FormProblem: it is no number of days that may be kept.
    """
    g.field = "days"
    typed = request.form.get("days", "").strip()
    if not typed:
        return team_days(user)
    if not (typed.isascii() and typed.isdigit() and len(typed) < 5 and 1 <= int(typed) <= MOST_RETENTION):
        days = count(MOST_RETENTION, "day")
        raise FormProblem("field_invalid", "days", "The days are out of bounds.", f"Write 1 to {days}.")
    return int(typed)


def begin_screening(
    connection: Connection,
    asked: Asked,
    *,
    title: str,
    blind: bool,
    days: int,
    rerun_of: Screening | None = None,
) -> Screening:
    """Add a screening without files, and the entry of the audit log that tells of it."""
    user, taxonomy, moment = current_user(), state().matcher.taxonomy, now()
    target = target_to_json(asked.target)
    made = add_screening(
        connection,
        user.team_id,
        title=" ".join(title.split())[:_LONGEST_TITLE] or asked.target.requirements.title or "Screening",
        target=target,
        taxonomy=(taxonomy.version, taxonomy.hash),
        as_of=today(),
        blind=blind,
        created_by=user.id,
        now=moment,
        expires_at=moment + timedelta(days=days),
        profile_version=asked.version.id if asked.version else None,
        rerun_of=rerun_of.id if rerun_of else None,
    )
    told = {
        "target": hashlib.sha256(target.encode()).hexdigest(),
        "profile": made.profile_version_id,
        "taxonomy": taxonomy.version,
        "taxonomy_hash": taxonomy.hash,
        "blind": blind,
        "days": days,
        "rerun_of": made.rerun_of,
    }
    append_audit(
        connection,
        user.team_id,
        actor=user.id,
        action="screening_made",
        subject=made.id,
        now=moment,
        details=told,
    )
    return made


def hand_in(connection: Connection, screening: Screening, uploads: Sequence[Upload]) -> None:
    """Store files as items of a screening, to be read by whoever claims them."""
    user, moment = current_user(), now()
    documents = [_store(connection, screening, upload, user, moment) for upload in uploads]
    add_items(connection, screening.team_id, screening.id, documents, now=moment)
    append_audit(
        connection,
        screening.team_id,
        actor=user.id,
        action="files_added",
        subject=screening.id,
        now=moment,
        details={"files": len(documents)},
    )


def _store(connection: Connection, screening: Screening, upload: Upload, user: User, moment: datetime) -> str:
    return add_document(
        connection,
        screening.team_id,
        upload.data,
        file_name=upload.filename,
        source="screening",
        created_by=user.id,
        now=moment,
        expires_at=screening.expires_at,
    )
