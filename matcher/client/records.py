"""What the client takes and gives. ``data`` is the whole answer; fields that are new in it do no harm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Batch", "BatchResult", "Item", "Match", "Problem", "RoleProfile", "Unreachable"]

Data = Mapping[str, Any]


class Unreachable(Exception):
    """The server gave no answer, or none that is JSON."""


class Problem(Exception):
    """The server refused a call. ``code`` keeps its meaning; ``errors`` names each place that is wrong.

    Args:
        status: of HTTP.
        data: the problem (RFC 9457).
        retry_after: the seconds to wait, where waiting helps.
    """

    def __init__(self, status: int, data: Data, retry_after: float | None = None) -> None:
        super().__init__(f"{data.get('code', status)}: {data.get('detail', '')}")
        self.status = status
        self.code = str(data.get("code", ""))
        self.errors: tuple[Data, ...] = tuple(data.get("errors", ()))
        self.request_id = str(data.get("request_id", ""))
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class RoleProfile:
    """What a resume can be compared with; its id is taken wherever a role is."""

    id: str
    title: str
    data: Data = field(repr=False, default_factory=dict)

    @classmethod
    def of(cls, data: Data) -> RoleProfile:
        """Read an answer."""
        return cls(str(data["id"]), str(data["title"]), data)


@dataclass(frozen=True, slots=True)
class Match:
    """One resume against one target. ``score`` is None where there is none to tell: that is no score of 0."""

    id: str
    external_id: str | None
    score: float | None
    required_met: int
    required_total: int
    missing: tuple[str, ...]
    data: Data = field(repr=False, default_factory=dict)

    @classmethod
    def of(cls, data: Data) -> Match:
        """Read an answer."""
        required = data["coverage"]["required"]
        missing = tuple(str(one["label"]) for one in data["requirements"] if one["status"] == "missing")
        score = None if data["score"].get("withheld") else data["score"]["value"]
        return cls(
            str(data["id"]), data.get("external_id"), score, required["met"], required["total"], missing, data
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """One resume of a batch, in exactly one form. ``external_id`` is your own id for it."""

    external_id: str
    resume_text: str = ""
    resume_json: Data | None = None
    document_id: str = ""
    file_name: str = ""
    file: bytes = b""


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch and how far it is. ``status`` is queued, running, completed or cancelled."""

    id: str
    status: str
    total: int
    succeeded: int
    failed: int
    data: Data = field(repr=False, default_factory=dict)

    @property
    def over(self) -> bool:
        """Tell whether nothing of it will change any more."""
        return self.status in {"completed", "cancelled"}

    @classmethod
    def of(cls, data: Data) -> Batch:
        """Read an answer."""
        counts = data["counts"]
        return cls(str(data["id"]), str(data["status"]), counts["total"], counts["succeeded"], counts["failed"], data)


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What came of one resume of a batch: a match, or the problem of its file."""

    external_id: str
    status: str
    match: Match | None
    problem: Data | None
