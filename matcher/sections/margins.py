"""The width at which the lines of a text without layout were broken, as mail programs and editors break them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from matcher.sections.lines import LineView

__all__ = ["is_full", "typed_margin"]

_ENDS = (".", "!", "?", ":", ";", "\u2026")
# One line that goes on in small letters may be chance; two that were broken at one and the same width are a habit.
_FEWEST_BREAKS = 2
# Names and lists that are written small look like broken lines, too; so some may end anywhere.
_SHARE_OF_BREAKS = 0.75


def typed_margin(views: Sequence[LineView]) -> int | None:
    """Return the width at which the lines were broken; None where they were not, or not by a program.

    A program breaks a line where the next word has no room. So nearly every line that goes on below in small letters
    must be too long for that word, and the longest line tells the width.
    """
    if any(view.line.box is not None for view in views):
        return None
    margin = max((_length(view) for view in views if not view.blank and " " in view.text), default=0)
    full = loose = 0
    for above, line in pairwise(views):
        if (
            above.blank
            or line.blank
            or line.bullet
            or line.marked
            or line.parted
            or not _runs_on(above.text, line.text)
        ):
            continue
        if is_full(above, line, margin):
            full += 1
        else:
            loose += 1
    enough = full >= _FEWEST_BREAKS and full >= _SHARE_OF_BREAKS * (full + loose)
    return margin if enough else None


def is_full(above: LineView, line: LineView, margin: int) -> bool:
    """Tell whether the first word of a line had no room in the line above it."""
    return _length(above) + 1 + len(line.text.split(None, 1)[0]) > margin


def _length(view: LineView) -> int:
    typed = view.line.columns
    return typed[1] if typed else view.end - view.line.span.start


def _runs_on(before: str, after: str) -> bool:
    return after[0].islower() and not before.endswith(_ENDS)
