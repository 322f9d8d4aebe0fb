"""A report in at most ten labels and values, for programs that show a result as a flat list."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from matcher.domain.catalogue import Importance
from matcher.domain.judgement import CoverageCount, Status
from matcher.domain.report import Report
from matcher.reports.language import gettext
from matcher.reports.phrases import day, heading, nothing_shown, range_cell, withheld_sentence

__all__ = ["MOST_FACTS", "Fact", "flat_facts", "score_number"]

MOST_FACTS = 10
"""Lists of results in applicant tracking systems are read at a glance; what does not fit stands on the result page."""
# Names that are told of each kind before the rest is only counted.
_NAMES = 5


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the list. ``id`` never changes its meaning; ``label`` is for people."""

    id: str
    label: str
    value: str | int


def score_number(report: Report) -> int | None:
    """Return the score as a whole number, rounded half up; None where there is none to tell."""
    if report.score.value is None or report.score.withheld is not None or nothing_shown(report):
        return None
    return math.floor(report.score.value + 0.5)


def flat_facts(report: Report) -> tuple[Fact, ...]:
    """Return what is most needed of a report, the most important first; what there is nothing to say of is left out.

    No quote of the resume stands in it, no name and no contact.
    """
    score = score_number(report)
    found = (
        Fact("score", gettext("Score"), score if score is not None else withheld_sentence(report)),
        Fact("range", gettext("Likely range"), range_cell(report.score) if score is not None else ""),
        Fact("compared_with", gettext("Compared with"), heading(report)),
        Fact("required", gettext("Must-haves shown"), _count(report.coverage.required)),
        Fact("required_missing", gettext("Must-haves not shown"), _named(report, Importance.REQUIRED, Status.MISSING)),
        Fact("required_partial", gettext("Must-haves in part"), _named(report, Importance.REQUIRED, Status.PARTIAL)),
        Fact("preferred", gettext("Nice-to-haves shown"), _count(report.coverage.preferred)),
        Fact("strengths", gettext("Shown by work"), _named(report, Importance.REQUIRED, Status.MET)),
        Fact("reading", gettext("Reading the file"), _list([one.message for one in report.warnings], 2)),
        Fact("made_with", gettext("Made with"), _made(report)),
    )
    return tuple(one for one in found if one.value != "")[:MOST_FACTS]


def _count(part: CoverageCount) -> str:
    if not part.total:
        return ""
    told = gettext("{met} of {total}").format(met=part.met, total=part.total)
    if not part.partial:
        return told
    return gettext("{told}, {partial} in part").format(told=told, partial=part.partial)


def _named(report: Report, importance: Importance, status: Status) -> str:
    return _list([one.label for one in report.requirements if (one.importance, one.status) == (importance, status)])


def _list(names: Sequence[str], most: int = _NAMES) -> str:
    told = ", ".join(names[:most])
    left = len(names) - most
    return gettext("{names} and {number} more").format(names=told, number=left) if left > 0 else told


def _made(report: Report) -> str:
    return gettext("score rules {score}, taxonomy {taxonomy}, counted to {day}").format(
        score=report.score.version, taxonomy=report.taxonomy.version, day=day(report.as_of)
    )
