"""Builds look-up tables from word lists once, not once for each document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

__all__ = ["once_per_lists"]

Table = TypeVar("Table")
# One lexicon is in use at a time; tests build a few.
_KEPT = 8


def once_per_lists(build: Callable[[Mapping[str, Any]], Table]) -> Callable[[Mapping[str, Any]], Table]:
    """Return ``build`` with a memory: the same mapping, by identity, gives the same table.

    The mapping is held with its table, so that its identity cannot pass to another one. It must not change.
    """
    made: dict[int, tuple[Mapping[str, Any], Table]] = {}

    def table(lists: Mapping[str, Any]) -> Table:
        known = made.get(id(lists))
        if known is None:
            if len(made) >= _KEPT:
                made.clear()
            known = made[id(lists)] = (lists, build(lists))
        return known[1]

    return table
