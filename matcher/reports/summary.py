"""A report in at most ten pairs of a label and a value, as applicant tracking systems show them beside a candidate."""

from __future__ import annotations

from matcher.domain.catalogue import Importance
from matcher.domain.judgement import Status
from matcher.domain.report import Report

__all__ = ["MOST_PAIRS", "summary_pairs"]

MOST_PAIRS = 10
_NAMES = 5


def summary_pairs(report: Report) -> tuple[tuple[str, str], ...]:
    """Return what a report says in short. It says neither pass nor fail: that is for people to say.

    Example: ``("Must-haves met", "7 of 22")``.
    """
    required, preferred = report.coverage.required, report.coverage.preferred
    score = report.score
    shown = "withheld" if score.value is None else f"{score.value:.0f} of 100"
    pairs = [
        ("Score", shown),
        ("Range", f"{score.low:.0f} to {score.high:.0f}"),
        ("Must-haves met", f"{required.met} of {required.total}"),
        ("Must-haves in part", str(required.partial)),
        ("Nice-to-haves met", f"{preferred.met} of {preferred.total}"),
        ("Shown", _labels(report, Status.MET)),
        ("Not shown", _labels(report, Status.MISSING)),
        ("Warnings", ", ".join(one.code for one in report.warnings[:_NAMES]) or "none"),
        ("As of", report.as_of.isoformat()),
        ("Taxonomy", report.taxonomy.version),
    ]
    return tuple(pairs[:MOST_PAIRS])


def _labels(report: Report, status: Status) -> str:
    found = [one.label for one in report.requirements if one.status is status and one.importance is Importance.REQUIRED]
    rest = len(found) - _NAMES
    return ", ".join(found[:_NAMES]) + (f" and {rest} more" if rest > 0 else "") or "none"
