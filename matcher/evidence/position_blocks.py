"""Cuts a block of head lines into jobs by its dates."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from matcher.evidence.position_units import Block, HeadLine

__all__ = ["MOST_LINES_ABOVE", "anchors_of", "split_block", "usual_lines_above"]

MOST_LINES_ABOVE = 3
"""How many lines above the dates of a job may belong to it."""


def anchors_of(lines: Sequence[HeadLine]) -> list[int]:
    """Return the numbers of the lines that hold the dates of jobs: ranges, else single dates at an edge."""
    ranges = [number for number, line in enumerate(lines) if line.period and not line.period.single]
    if ranges:
        return ranges
    singles = [number for number, line in enumerate(lines) if line.period and _at_edge(line)]
    return singles[:1] if len(lines) <= 4 else singles


def _at_edge(line: HeadLine) -> bool:
    if line.period is None:
        return False
    before = line.period.span.start - line.span.start
    after = line.span.end - line.period.span.end
    return before <= 2 or after <= 2


def usual_lines_above(blocks: Sequence[Block]) -> int:
    """Return how many lines stand above the dates of a job, by most of the blocks with one date."""
    counts: dict[int, int] = {}
    for block in blocks:
        anchors = anchors_of(block.lines)
        if len(anchors) == 1 and anchors[0] <= MOST_LINES_ABOVE:
            counts[anchors[0]] = counts.get(anchors[0], 0) + 1
    return max(counts, key=lambda count: (counts[count], -count), default=MOST_LINES_ABOVE)


def split_block(lines: Sequence[HeadLine], anchors: Sequence[int], lead: int) -> list[list[HeadLine]]:
    """Cut a block with several dates into jobs; ``lead`` tells how many lines stand above the first dates."""
    first = anchors[0] - lead
    tail = len(lines) - 1 - anchors[-1]
    cuts = [first]
    for before, anchor in pairwise(anchors):
        gap = anchor - before - 1
        own = gap if tail == 0 else min(lead, gap)
        cuts.append(anchor - own)
    cuts.append(len(lines))
    return [list(lines[start:end]) for start, end in pairwise(cuts)]
