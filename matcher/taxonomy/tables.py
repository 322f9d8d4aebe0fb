"""Builds look-up tables from word lists once, not once for each document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

__all__ = ["once_per_lists"]

Lists = TypeVar("Lists")
Table = TypeVar("Table")
# One lexicon is in use at a time; tests build a few.
_KEPT = 8


def once_per_lists(build: Callable[[Lists], Table]) -> Callable[[Lists], Table]:
    """Return ``build`` with a memory: the same lists (or lexicon), by identity, give the same table.

    The lists are held with their table, so that their identity cannot pass to others. They must not change.
    """
    made: dict[int, tuple[Lists, Table]] = {}

    def table(lists: Lists) -> Table:
        known = made.get(id(lists))
        if known is None:
            if len(made) >= _KEPT:
                made.clear()
            known = made[id(lists)] = (lists, build(lists))
        return known[1]

    return table
