"""Advice beside the gaps: to each the piece that fits it best, none of them twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matcher.domain.catalogue import Tip
from matcher.domain.judgement import StudyItem

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
    asked = [tip for tip in tips if tip.when != "interviewer"]
    left = set(range(len(asked)))
    given: list[list[Tip]] = [[] for _ in items]
    close = [_by_rank(asked, item) for item in items]
    for rank in range(_RANKS):
        for ranks, chosen in zip(close, given, strict=True):
            fitting = [number for number in ranks[rank] if number in left][: most - len(chosen)]
            chosen += (asked[number] for number in fitting)
            left.difference_update(fitting)
    return tuple(StudyItem(item.gap, item.questions, tuple(chosen)) for item, chosen in zip(items, given, strict=True))


def _by_rank(tips: Sequence[Tip], item: StudyItem) -> tuple[list[int], ...]:
    """Return the numbers of the tips that help with a gap, by how close they are to it."""
    requirement, verdict = item.gap.assessment.requirement.id, item.gap.assessment.verdict.value
    kinds = {question.kind.value for question in item.questions}
    ranks: tuple[list[int], ...] = tuple([] for _ in range(_RANKS))
    for number, tip in enumerate(tips):
        if requirement in tip.requirements:
            ranks[0].append(number)
        elif verdict in tip.verdicts:
            ranks[1].append(number)
        elif not kinds.isdisjoint(tip.kinds):
            ranks[2].append(number)
    return ranks
