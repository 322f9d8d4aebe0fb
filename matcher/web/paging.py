"""Places in a list as addresses name them: the page of a table, the card of a deck."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

__all__ = ["nearest", "page_of"]

T = TypeVar("T")


def nearest(said: str, most: int) -> int:
    """Return the place, from 1 to ``most``, that an address asks for, or the nearest there is; at least 1.

    Example: "0", "-3" and "soup" lead to the first place, "99999" to the last.
    """
    wanted = int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 1
    return max(1, min(wanted, most))


def page_of(items: Sequence[T], said: str, size: int) -> tuple[int, int, Sequence[T]]:
    """Return the number of the page, how many there are, and what stands on it."""
    pages = max(1, -(-len(items) // size))
    page = nearest(said, pages)
    return page, pages, items[(page - 1) * size : page * size]
