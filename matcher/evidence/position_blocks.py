"""Cuts a block of head lines into jobs by its dates."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from matcher.domain.document import StatementKind
from matcher.evidence.position_units import Block, HeadLine

__all__ = ["MOST_LINES_ABOVE", "anchors_of", "split_block", "usual_lines_above", "with_parted_heads_joined"]

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


def with_parted_heads_joined(blocks: Sequence[Block]) -> list[Block]:
    """Join the heads that a sentence about the employer cuts in two.

    Example: "Tern", "A carrier of parcels in its region.", "Developer, 2019 - 2022".
    One layout serves all jobs: at least half of them must be cut so, the first one among them.
    """
    dated = [number for number, block in enumerate(blocks) if anchors_of(block.lines)]
    cut = {number for number in dated if number and _announces_only(blocks[number - 1])}
    if not dated or dated[0] not in cut or 2 * len(cut) < len(dated):
        return list(blocks)
    joined: list[Block] = []
    for number, block in enumerate(blocks):
        if number in cut:
            joined[-1] = Block([*joined[-1].lines, *block.lines], block.after)
        else:
            joined.append(block)
    return joined


def _announces_only(block: Block) -> bool:
    told = all(one.kind is StatementKind.SENTENCE for one in block.after)
    return len(block.lines) == 1 and told and len(block.after) <= 2 and not anchors_of(block.lines)


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
