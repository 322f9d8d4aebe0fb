"""Who works in the recruiter's workspace: teams, their users, and what each may do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

__all__ = ["AuditEntry", "Session", "Team", "User", "UserRole"]


class UserRole(StrEnum):
    """What a user may do in his team: look, work, or also look after users, keys and retention."""

    VIEWER = "viewer"
    RECRUITER = "recruiter"
    ADMINISTRATOR = "administrator"

    def includes(self, other: UserRole) -> bool:
        """Tell whether this role may do all that the other may."""
        order = tuple(UserRole)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True, slots=True)
class Team:
    """People who share their screenings; nothing of a team is seen by another.

    ``retention_days`` is how long a screening and its candidates are kept where nothing else is said.
    """

    id: str
    name: str
    retention_days: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class User:
    """A person with an account. ``login`` is what is typed to log in, in lower case; there is one user of a login."""

    id: str
    team_id: str
    login: str
    name: str
    role: UserRole
    created_at: datetime
    password_changed_at: datetime | None = None
    last_login_at: datetime | None = None
    disabled_at: datetime | None = None

    @property
    def active(self) -> bool:
        """Tell whether the user may log in."""
        return self.disabled_at is None


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that is logged in. The token itself is known to the browser alone; the store has its hash.

    ``expires_at`` is the absolute end; ``idle_at`` the end if nothing happens before, which moves with use.
    """

    id: str
    user: User
    created_at: datetime
    used_at: datetime
    idle_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of a team's audit log. It holds ids, hashes, codes and versions, never names or text of a person."""

    team_id: str
    sequence: int
    at: datetime
    actor_id: str
    action: str
    subject_id: str
    details: Mapping[str, object]
    previous_hash: str
    hash: str
