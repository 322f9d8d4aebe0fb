"""What a team screens: role profiles in versions, resumes as items, and what people decided about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

__all__ = [
    "Choice",
    "Decision",
    "DocumentFacts",
    "ItemOutcome",
    "ItemStatus",
    "Note",
    "ProfileOrigin",
    "ProfileVersion",
    "Screening",
    "ScreeningItem",
    "ScreeningProgress",
    "Unblinding",
]


class ProfileOrigin(StrEnum):
    """What the first version of a role profile was made from."""

    SHIPPED = "shipped"
    JOB = "job"
    EMPTY = "empty"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class ProfileVersion:
    """One version of a team's role profile, never changed once written.

    ``content`` is the profile as canonical JSON and ``sha256`` the hash of it, which the audit log names.
    """

    id: str
    profile_id: str
    team_id: str
    number: int
    title: str
    content: str
    sha256: str
    origin: ProfileOrigin
    created_by: str
    created_at: datetime
    archived_at: datetime | None = None


class ItemStatus(StrEnum):
    """Where one resume stands on its way to a result."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Screening:
    """A stack of resumes against one pinned version of a role profile, or against one job description.

    ``target`` is what is asked, as JSON; ``expires_at`` the day on which all of it is erased.
    """

    id: str
    team_id: str
    title: str
    profile_version_id: str | None
    target: str
    taxonomy_version: str
    taxonomy_hash: str
    as_of: date
    blind: bool
    created_by: str
    created_at: datetime
    expires_at: datetime
    cancelled_at: datetime | None = None
    rerun_of: str | None = None


@dataclass(frozen=True, slots=True)
class ScreeningItem:
    """One resume of a screening with the columns that the ranking sorts by; None where there is no result yet."""

    id: str
    screening_id: str
    team_id: str
    document_id: str
    position: int
    status: ItemStatus
    attempts: int
    score_value: float | None = None
    score_low: float | None = None
    score_high: float | None = None
    required_met: int | None = None
    required_partial: int | None = None
    required_total: int | None = None
    preferred_met: int | None = None
    preferred_partial: int | None = None
    preferred_total: int | None = None
    required_missing: tuple[str, ...] = ()
    required_weak: tuple[str, ...] = ()
    error_code: str | None = None
    error_message: str | None = None
    error_remedy: str | None = None
    duplicate_of: str | None = None
    near_duplicate_of: str | None = None
    report_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class ItemOutcome:
    """What comes of an item that was judged: the report as JSON with the columns that the ranking needs of it."""

    report: str
    report_sha256: str
    score_value: float | None
    score_low: float
    score_high: float
    required_met: int
    required_partial: int
    required_total: int
    preferred_met: int
    preferred_partial: int
    preferred_total: int
    required_missing: tuple[str, ...]
    required_weak: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScreeningProgress:
    """How far a screening is: items by what became of them."""

    total: int
    queued: int
    running: int
    done: int
    failed: int
    cancelled: int

    @property
    def finished(self) -> bool:
        """Tell whether nothing is left to be done."""
        return self.queued + self.running == 0


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A file that was handed in. ``content`` is there until it was read, ``reading`` from then on."""

    id: str
    team_id: str
    file_name: str
    sha256: str
    content: bytes | None
    reading: bytes | None
    reading_version: str | None
    text_sha256: str | None


class Choice(StrEnum):
    """What a person decides about a candidate. No choice is ever made by the program."""

    ADVANCE = "advance"
    HOLD = "hold"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's decision with its reason: the id of a requirement, and words. A later one replaces it; it stays."""

    id: str
    team_id: str
    item_id: str
    choice: Choice
    requirement: str
    reason: str
    decided_by: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """What a user wrote about a candidate."""

    id: str
    team_id: str
    item_id: str
    text: str
    written_by: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Unblinding:
    """Somebody with the right to do so lifted the mask for one candidate, and said why."""

    id: str
    team_id: str
    item_id: str
    reason: str
    lifted_by: str
    lifted_at: datetime
