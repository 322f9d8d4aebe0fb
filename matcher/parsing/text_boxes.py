"""Where the text of boxes belongs among the paragraphs they are anchored to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from matcher.parsing.page import Run

__all__ = ["Block", "placed"]

_SHORT_BOX_LINES = 2
_HEADING_WORDS = 4
# Heading by style, size, in capitals, bold: in the order of what speaks most for a heading of a section.
_Shape = tuple[bool, float, bool, bool]


@dataclass(slots=True)
class Block:
    """The lines of a paragraph or a table and the text boxes anchored in it. ``heading`` is what its style says."""

    runs: list[Run]
    boxes: list[list[Run]] = field(default_factory=list)
    heading: bool = False


def placed(blocks: Sequence[Block]) -> list[Run]:
    """Return all lines: short boxes stay beside their paragraph, long ones wait for the next section's heading.

    A sidebar anchored at the name would otherwise stand between the name and the line under it.
    """
    heading = _section_heading(blocks)
    runs: list[Run] = []
    waiting: list[Run] = []
    for block in blocks:
        if waiting and runs and heading is not None and _shape(block) == heading:
            runs += waiting
            waiting = []
        runs += block.runs
        for box in block.boxes:
            if len(box) <= _SHORT_BOX_LINES:
                runs += box
            else:
                waiting += box
    return runs + waiting


def _shape(block: Block) -> _Shape | None:
    """Return how a heading looks, "EXPERIENCE"; None for what cannot be one, "Lead Engineer, Acme 2019"."""
    if len(block.runs) != 1:
        return None
    run = block.runs[0]
    text = run.text.strip()
    if not text or len(text.split()) > _HEADING_WORDS or re.search(r"\d|^•", text):
        return None
    if not (block.heading or run.bold or text.isupper()):
        return None
    return block.heading, run.font_size or 0.0, text.isupper(), run.bold


def _section_heading(blocks: Sequence[Block]) -> _Shape | None:
    """Return the look of the section headings: the largest that comes twice (the name comes once)."""
    counts = Counter(shape for shape in map(_shape, blocks) if shape is not None)
    return max((shape for shape, count in counts.items() if count > 1), default=None)
