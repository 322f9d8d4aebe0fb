"""Writes readings and targets for the store and reads them back; derived from the records, so nothing is forgotten."""

from __future__ import annotations

import hashlib
import json
import zlib
from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from matcher import __version__
from matcher.domain.catalogue import Importance
from matcher.domain.dates import PartialDate
from matcher.domain.judgement import Status
from matcher.domain.people import KnownSkill
from matcher.domain.report import Report
from matcher.domain.screenings import ItemOutcome
from matcher.pipeline import Matcher, Reading, Target
from matcher.reports.serialise import to_json

__all__ = [
    "outcome_of",
    "pack_reading",
    "reading_to_shape",
    "reading_version",
    "skills_of",
    "target_from_json",
    "target_to_json",
    "unpack_reading",
]

# Readings are ten times smaller packed; a higher level than 6 takes longer than the judging itself.
_LEVEL = 6


@cache
def _readings() -> TypeAdapter[Reading]:
    return TypeAdapter(Reading)


@cache
def _targets() -> TypeAdapter[Target]:
    return TypeAdapter(Target)


def pack_reading(reading: Reading) -> bytes:
    """Return a reading as compressed JSON, about 8 kB for a resume of two pages."""
    return zlib.compress(_readings().dump_json(reading), _LEVEL)


def unpack_reading(packed: bytes) -> Reading:
    """Return the reading that ``pack_reading`` packed.

    Raises:
        pydantic.ValidationError: it was packed by a version whose records have other fields.
    """
    return _readings().validate_json(zlib.decompress(packed))


def reading_to_shape(packed: bytes) -> Any:
    """Return a packed reading as plain dictionaries and lists, to be handed out."""
    return json.loads(zlib.decompress(packed))


def skills_of(reading: Reading) -> tuple[KnownSkill, ...]:
    """Return the skills that a reading shows, for finding the person again."""
    return tuple(
        KnownSkill(str(name), int(one.level), one.months, _day(one.last_used))
        for name, one in reading.profile.skills.items()
    )


def _day(when: PartialDate | None) -> date | None:
    """Return the first day of a month, or of a year of which no month is told."""
    return None if when is None else date(when.year, when.month or 1, 1)


def reading_version(matcher: Matcher, as_of: str) -> str:
    """Return what a reading depends on beside the file: the program, the taxonomy, and the day it is judged on."""
    return f"{__version__} {matcher.taxonomy.hash[:16]} {as_of}"


def target_to_json(target: Target) -> str:
    """Return a target as JSON, to be pinned to a screening or a match."""
    return _targets().dump_json(target).decode()


def target_from_json(text: str) -> Target:
    """Return the target that ``target_to_json`` wrote.

    Raises:
        pydantic.ValidationError: it is none.
    """
    return _targets().validate_json(text)


def outcome_of(report: Report) -> ItemOutcome:
    """Return what the store keeps of a report: all of it, and apart what rankings sort and filter by."""
    text = to_json(report, indent=None)
    required, preferred = report.coverage.required, report.coverage.preferred
    return ItemOutcome(
        report=text,
        report_sha256=hashlib.sha256(text.encode()).hexdigest(),
        score_value=report.score.value,
        score_low=report.score.low,
        score_high=report.score.high,
        required_met=required.met,
        required_partial=required.partial,
        required_total=required.total,
        preferred_met=preferred.met,
        preferred_partial=preferred.partial,
        preferred_total=preferred.total,
        required_missing=_must_haves(report, Status.MISSING),
        required_weak=_must_haves(report, Status.PARTIAL),
    )


def _must_haves(report: Report, status: Status) -> tuple[str, ...]:
    return tuple(
        one.id for one in report.requirements if one.importance is Importance.REQUIRED and one.status is status
    )
