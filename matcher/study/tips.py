"""Advice beside the gaps: to each the piece that fits it best, none of them twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matcher.domain.catalogue import Tip
from matcher.domain.judgement import Gap, StudyItem

__all__ = ["add_tips"]

_RANKS = 3


def add_tips(items: Sequence[StudyItem], tips: Iterable[Tip], *, most: int) -> tuple[StudyItem, ...]:
    """Return the items with the tips that help with their gaps, the closest first.

    A tip on the requirement is closer than one on how it was judged, and that one closer than one on a kind of question
    that stands beside the gap. The closest are given out first, so that a gap high in the list does not take from a
    lower one what fits that better; within one rank the order of the gaps decides, then that of the data.

    Args:
        items: the gaps in their order, with their questions.
        tips: all there are, in the order of the data.
        most: how many one gap gets at most.
    """
    left = [tip for tip in tips if tip.when != "interviewer"]
    given: list[list[Tip]] = [[] for _ in items]
    for rank in range(_RANKS):
        for item, chosen in zip(items, given, strict=True):
            fitting = [tip for tip in left if _rank(tip, item) == rank][: most - len(chosen)]
            chosen += fitting
            left = [tip for tip in left if tip not in fitting]
    return tuple(StudyItem(item.gap, item.questions, tuple(chosen)) for item, chosen in zip(items, given, strict=True))


def _rank(tip: Tip, item: StudyItem) -> int | None:
    """Return how close a tip is to a gap, the closest as 0; None for one that does not help with it."""
    gap: Gap = item.gap
    if gap.assessment.requirement.id in tip.requirements:
        return 0
    if gap.assessment.verdict.value in tip.verdicts:
        return 1
    return 2 if any(question.kind.value in tip.kinds for question in item.questions) else None
