"""The published score: weights that sum to 100, credit by status, and caps for what a sum would hide.

value = the least of all caps that hold and the sum of ``credit`` over the requirements. Everything it is made of stands
in the report, so anybody can add it up again. Calculated in hundredths of a point, in whole numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from matcher.domain.catalogue import Importance, Policy, Requirement, RequirementSet
from matcher.domain.document import ParseWarning
from matcher.domain.judgement import Assessment, Score, ScoreCap, Shortfall, Status, Verdict

__all__ = ["CAP_HOLDS", "VERSION", "active_caps", "credit_for", "score_of", "share_weights", "value_of"]

VERSION = "1.0"
"""Changes with every change of how the score is made; the numbers of ``policy.yaml`` have the taxonomy's version."""

_LEADING = "team-leadership"
_EXPERIENCE = "backend-experience"
_UNPAID = frozenset({Shortfall.STUDY_ONLY, Shortfall.HOBBY_ONLY})
_WORK_KINDS = frozenset({"skills", "signal"})
_REASONS = {
    "lead_without_leading": "A lead role asks for leading people, and no leading is shown.",
    "no_paid_backend_work": "No paid back-end work is shown.",
    "words_without_work": "No requirement is shown by work that was done.",
}


def share_weights(requirements: Sequence[Requirement], policy: Policy) -> tuple[float, ...]:
    """Return each requirement's points; they sum to exactly 100.

    A nice-to-have weighs ``preferred-factor`` of what its weight says. What rounding leaves over goes to the largest
    remainders, the earlier first.
    """
    raw = [
        one.weight * (policy["preferred-factor"] if one.importance is Importance.PREFERRED else 1.0)
        for one in requirements
    ]
    total = sum(raw)
    if not total:
        return tuple(0.0 for _ in raw)
    exact = [weight * 10_000 / total for weight in raw]
    points = [int(part) for part in exact]
    by_remainder = sorted(range(len(raw)), key=lambda index: (points[index] - exact[index], index))
    for index in by_remainder[: 10_000 - sum(points)]:
        points[index] += 1
    return tuple(part / 100 for part in points)


def credit_for(
    weight: float, status: Status, verdict: Verdict, shortfalls: Sequence[Shortfall], policy: Policy
) -> float:
    """Return the points that a judgement earns: all, a share by what is short, or none."""
    if status is Status.MET:
        return weight
    if status is Status.MISSING:
        return 0.0
    if verdict is Verdict.LISTED:
        share = policy["credit-listed"]
    elif verdict is Verdict.RELATED:
        share = policy["credit-related"]
    elif _UNPAID.intersection(shortfalls):
        share = policy["credit-unpaid"]
    else:
        share = policy["credit-partial"]
    return int(weight * 100 * share + 0.5) / 100


def active_caps(assessments: Sequence[Assessment], target: RequirementSet, policy: Policy) -> tuple[ScoreCap, ...]:
    """Return the caps that hold, by the judgements alone, so that closing a gap lifts its cap."""
    return tuple(
        ScoreCap(code, policy[f"cap-{code.replace('_', '-')}"], _REASONS[code])
        for code, holds in CAP_HOLDS.items()
        if holds(assessments, target)
    )


def value_of(assessments: Sequence[Assessment], caps: Iterable[ScoreCap]) -> float:
    """Add up the credits and apply the caps."""
    total = sum(round(one.credit * 100) for one in assessments)
    return min([total, *(round(cap.limit * 100) for cap in caps)]) / 100


def score_of(
    assessments: Sequence[Assessment],
    target: RequirementSet,
    policy: Policy,
    *,
    warnings: Sequence[ParseWarning] = (),
    doubts: Sequence[str] = (),
) -> Score:
    """Make the score. Each doubt about the reading widens the range; it never changes the value.

    Args:
        assessments: the judgements, with their credit.
        target: for the level, which decides on one cap.
        policy: the numbers.
        warnings: of the parser.
        doubts: codes of what else could not be read ("no_dates").
    """
    caps = active_caps(assessments, target, policy)
    value = value_of(assessments, caps)
    codes = sorted({warning.code for warning in warnings} | set(doubts))
    because = tuple(code for code in codes if f"range-{code.replace('_', '-')}" in policy.values)
    width = sum(policy[f"range-{code.replace('_', '-')}"] for code in because)
    score = Score(
        value=value,
        low=max(0.0, round(value - width / 2, 2)),
        high=min(100.0, round(value + width, 2)),
        range_because=because,
        withheld=None,
        version=VERSION,
        caps=caps,
    )
    nothing = all(one.status is Status.MISSING for one in assessments)
    if nothing and {"not_a_resume", "partial_text", "encoding_guessed"}.intersection(codes):
        return replace(score, value=None, low=0.0, high=100.0, withheld="too_little_read")
    return score


def _without_leading(assessments: Sequence[Assessment], target: RequirementSet) -> bool:
    return target.level == "lead" and any(
        one.requirement.id == _LEADING and one.status is Status.MISSING for one in assessments
    )


def _without_backend(assessments: Sequence[Assessment], target: RequirementSet) -> bool:  # noqa: ARG001
    return any(
        one.requirement.id == _EXPERIENCE
        and one.status is Status.MISSING
        and Shortfall.TOO_FEW_YEARS not in one.shortfalls
        for one in assessments
    )


def _without_work(assessments: Sequence[Assessment], target: RequirementSet) -> bool:  # noqa: ARG001
    return not any(
        one.requirement.kind.value in _WORK_KINDS
        and one.verdict is Verdict.DEMONSTRATED
        and not _UNPAID.intersection(one.shortfalls)
        for one in assessments
    )


CAP_HOLDS: Mapping[str, Callable[[Sequence[Assessment], RequirementSet], bool]] = {
    "lead_without_leading": _without_leading,
    "no_paid_backend_work": _without_backend,
    "words_without_work": _without_work,
}
