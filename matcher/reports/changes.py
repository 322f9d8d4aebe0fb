"""What changed from one version of a resume to the next, against the same list."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.domain.report import Finding, Report, RequirementResult
from matcher.reports.language import gettext, ngettext

__all__ = ["Changes", "Moved", "compare_reports", "say_changes"]


@dataclass(frozen=True, slots=True)
class Moved:
    """A requirement whose verdict or credit is another one now."""

    before: RequirementResult
    after: RequirementResult


@dataclass(frozen=True, slots=True)
class Changes:
    """All that is different.

    Args:
        up: what is shown better now, in the order of what it brings.
        down: what is shown less now, dearest loss first.
        same: how many requirements stayed as they were.
        gone: what stood in the way of reading the old file and not of the new one.
        new: what stands in the way now and did not before.
        comparable: the same list was judged by the same rules, so that the scores may be set side by side.
        overlap: the ranges of the two scores overlap, so that the rows tell more than the difference.
    """

    up: tuple[Moved, ...]
    down: tuple[Moved, ...]
    same: int
    gone: tuple[Finding, ...]
    new: tuple[Finding, ...]
    comparable: bool
    overlap: bool


def compare_reports(before: Report, after: Report) -> Changes:
    """Compare two reports; requirements that only one of them has are left aside."""
    old = {one.id: one for one in before.requirements}
    pairs = [Moved(old[one.id], one) for one in after.requirements if one.id in old]
    steps = [(_share(one.after) - _share(one.before), one) for one in pairs]
    up = sorted(((step, one) for step, one in steps if step > 0), key=lambda pair: -pair[0] * pair[1].after.weight)
    down = sorted(((step, one) for step, one in steps if step < 0), key=lambda pair: pair[0] * pair[1].after.weight)
    return Changes(
        up=tuple(one for _, one in up),
        down=tuple(one for _, one in down),
        same=len(pairs) - len(up) - len(down),
        gone=_only(before, after),
        new=_only(after, before),
        comparable=_list(before) == _list(after),
        overlap=before.score.low <= after.score.high and after.score.low <= before.score.high,
    )


def say_changes(changes: Changes) -> str:
    """Tell the changes in a sentence.

    Example: "3 requirements moved up, none moved down."
    """
    if not changes.up and not changes.down:
        return gettext("No requirement moved.")
    up, down = len(changes.up), len(changes.down)
    if not up:
        told = gettext("No requirements moved up, {down} moved down.")
    elif not down:
        told = ngettext(
            "{up} requirement moved up, none moved down.", "{up} requirements moved up, none moved down.", up
        )
    else:
        told = ngettext(
            "{up} requirement moved up, {down} moved down.", "{up} requirements moved up, {down} moved down.", up
        )
    return told.format(up=up, down=down)


def _share(result: RequirementResult) -> float:
    """Return the share of the points that is earned; a share that is smaller by rounding alone is the same."""
    return round(result.credit / result.weight, 2) if result.weight else 0.0


def _list(report: Report) -> tuple[object, ...]:
    asked = tuple((one.id, one.importance, one.weight) for one in report.requirements)
    return asked, report.score.version, report.taxonomy.hash


def _only(one: Report, other: Report) -> tuple[Finding, ...]:
    codes = {finding.code for finding in other.readability}
    return tuple({finding.code: finding for finding in one.readability if finding.code not in codes}.values())
