"""The order of a ranking: one rule for the command line, the pages and the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Place", "Standing", "rank_places"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides where a resume stands: must-haves shown, the score with its range, and when it was handed in."""

    must_haves: int
    value: float | None
    low: float
    high: float
    number: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a resume stands. ``index`` is its place in what was handed in; ``tied`` tells whether others share it."""

    index: int
    rank: int
    tied: bool


def rank_places(standings: Sequence[Standing]) -> tuple[Place, ...]:
    """Return the places, the first one first.

    The order is by must-haves met, then by score, then as handed in. Within the same count of must-haves, rows whose
    score range overlaps that of the first of them share its rank: overlap alone is not transitive, and one wide range
    would tie with everybody.
    """
    order = sorted(
        range(len(standings)),
        key=lambda index: (
            -standings[index].must_haves,
            -_value(standings[index]),
            standings[index].number,
        ),
    )
    ranks: list[int] = []
    head = 0
    for place, index in enumerate(order):
        first, one = standings[order[head]], standings[index]
        if not (first.must_haves == one.must_haves and first.low <= one.high and one.low <= first.high):
            head = place
        ranks.append(head + 1)
    shared = Counter(ranks)
    return tuple(Place(index, rank, shared[rank] > 1) for index, rank in zip(order, ranks, strict=True))


def _value(standing: Standing) -> float:
    return -1.0 if standing.value is None else standing.value
