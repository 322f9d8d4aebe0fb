"""What one hostile input is, and how its reading has to end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Hostile"]


@dataclass(frozen=True)
class Hostile:
    """One input.

    ``codes`` are the errors it may end with; none means that it has to be read. ``or_read`` allows both. A file that
    is read must hold the words ``shown``, none of ``absent``, and carry every warning of ``warnings``. With the warning
    ``hidden_text`` all of ``absent`` must be reported; ``all_seen`` files must report nothing.
    """

    name: str
    make: Callable[[], bytes]
    filename: str = "resume.pdf"
    codes: frozenset[str] = frozenset()
    or_read: bool = False
    warnings: frozenset[str] = frozenset()
    shown: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    all_seen: bool = False


def refused(name: str, make: Callable[[], bytes], *codes: str, filename: str = "resume.pdf") -> Hostile:
    """Return an input that must end with one of the codes."""
    return Hostile(name, make, filename, frozenset(codes))
