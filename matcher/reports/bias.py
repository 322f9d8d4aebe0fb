"""The bias audit: how often people of each group are selected and scored high, and how the groups compare.

The figures are those of New York City's Local Law 144 (Rules of the City of New York, title 6, sections 5-300 and
5-301) beside the four-fifths rule of the Uniform Guidelines (29 CFR 1607.4 D). Groups come from what the user supplies;
nothing is ever inferred about anybody. It is arithmetic, not a verdict: the law asks for an independent auditor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from matcher.reports.fisher import fisher_exact

__all__ = ["DIMENSIONS", "SMALL_GROUP", "BiasAudit", "GroupResult", "Outcome", "Rate", "Subject", "audit_bias"]

DIMENSIONS = ("sex", "race_ethnicity", "intersection")
FOUR_FIFTHS = Fraction(4, 5)
LEAST_SHARE = Fraction(2, 100)
"""A smaller category may be left out of the impact ratios (section 5-301 d): it is counted and named all the same."""
SMALL_GROUP = 30
"""Below this one person more or less moves a rate by more than three points, so that no ratio means much."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one person's resume; None where there is no decision or no score yet."""

    id: str
    selected: bool | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """The groups that one person belongs to, as the user tells; None where they are not known."""

    id: str
    sex: str | None = None
    race_ethnicity: str | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """One rate of a group beside the highest one.

    Args:
        counted: people in the group that the rate is taken of.
        positive: those selected, or scored above the median.
        rate: the share; None where nobody is counted.
        impact_ratio: the rate divided by the highest one; None where it is left out or nothing is to divide.
        below_four_fifths: whether the ratio is under 0.8.
        p_value: Fisher's exact test against the group with the highest rate; None for that group itself.
        turns_on_one: whether one person more would lift the ratio over 0.8 (question 21 of the 1979 questions and
            answers on the Guidelines warns of such figures).
    """

    counted: int
    positive: int
    rate: float | None
    impact_ratio: float | None
    below_four_fifths: bool
    p_value: float | None
    turns_on_one: bool


@dataclass(frozen=True, slots=True)
class GroupResult:
    """One group. ``notes`` are "under_2_percent" and "small_group"."""

    dimension: str
    category: str
    people: int
    selection: Rate
    scoring: Rate
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BiasAudit:
    """The audit: ``unknown`` are people without a category by dimension, ``unmatched`` categories without a person."""

    people: int
    median_score: float | None
    undecided: int
    not_scored: int
    unknown: dict[str, int]
    unmatched: int
    groups: tuple[GroupResult, ...]


def audit_bias(outcomes: Sequence[Outcome], subjects: Iterable[Subject]) -> BiasAudit:
    """Return the rates and impact ratios of all groups that occur, each dimension in the order of its names.

    The median is that of everybody who has a score. People of unknown category are counted and left out of the rates.
    A person without a decision is left out of the selection rates, one without a score out of the scoring rates.
    """
    told = {one.id: one for one in subjects}
    scores = [one.score for one in outcomes if one.score is not None]
    middle = median(scores) if scores else None
    groups: list[GroupResult] = []
    unknown: dict[str, int] = {}
    for dimension in DIMENSIONS:
        members: dict[str, list[Outcome]] = {}
        unknown[dimension] = 0
        for one in outcomes:
            category = _category(told.get(one.id), dimension)
            if category is None:
                unknown[dimension] += 1
            else:
                members.setdefault(category, []).append(one)
        groups += _compare(dimension, members, middle)
    return BiasAudit(
        people=len(outcomes),
        median_score=middle,
        undecided=sum(one.selected is None for one in outcomes),
        not_scored=sum(one.score is None for one in outcomes),
        unknown=unknown,
        unmatched=len(set(told) - {one.id for one in outcomes}),
        groups=tuple(groups),
    )


def _category(subject: Subject | None, dimension: str) -> str | None:
    if subject is None:
        return None
    if dimension == "sex":
        return subject.sex
    if dimension == "race_ethnicity":
        return subject.race_ethnicity
    return f"{subject.sex}, {subject.race_ethnicity}" if subject.sex and subject.race_ethnicity else None


def _compare(dimension: str, members: dict[str, list[Outcome]], middle: float | None) -> list[GroupResult]:
    known = sum(map(len, members.values()))
    small = {name for name, people in members.items() if Fraction(len(people), known) < LEAST_SHARE}
    selection = _rates(members, small, lambda one: one.selected)
    scoring = _rates(members, small, lambda one: None if one.score is None or middle is None else one.score > middle)
    return [
        GroupResult(dimension, name, len(people), selection[name], scoring[name], tuple(_notes(name, people, small)))
        for name, people in sorted(members.items())
    ]


def _notes(name: str, people: Sequence[Outcome], small: set[str]) -> Iterable[str]:
    if name in small:
        yield "under_2_percent"
    if len(people) < SMALL_GROUP:
        yield "small_group"


def _rates(
    members: dict[str, list[Outcome]], small: set[str], positive: Callable[[Outcome], bool | None]
) -> dict[str, Rate]:
    counts: dict[str, tuple[int, int]] = {}
    for name, people in members.items():
        judged = [positive(one) for one in people]
        counts[name] = (sum(one is not None for one in judged), sum(one is True for one in judged))
    compared = {name: Fraction(hits, total) for name, (total, hits) in counts.items() if total and name not in small}
    best = max(sorted(compared), key=lambda name: compared[name], default=None)
    return {name: _rate(name, counts, best, left_out=name in small) for name in members}


def _rate(name: str, counts: dict[str, tuple[int, int]], best: str | None, *, left_out: bool) -> Rate:
    total, hits = counts[name]
    own = Fraction(hits, total) if total else None
    if own is None or best is None or left_out:
        return Rate(total, hits, None if own is None else round(float(own), 4), None, False, None, False)
    best_total, best_hits = counts[best]
    top = Fraction(best_hits, best_total)
    ratio = own / top if top else None
    below = ratio is not None and ratio < FOUR_FIFTHS
    one_more = below and hits < total and Fraction(hits + 1, total) / top >= FOUR_FIFTHS
    p_value = None if name == best else fisher_exact((hits, total - hits), (best_hits, best_total - best_hits))
    return Rate(
        counted=total,
        positive=hits,
        rate=round(float(own), 4),
        impact_ratio=None if ratio is None else round(float(ratio), 4),
        below_four_fifths=below,
        p_value=p_value,
        turns_on_one=one_more,
    )
