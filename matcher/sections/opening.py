"""The record of a heading that opens a section."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.domain.document import SectionKind, Span

__all__ = ["Opening"]


@dataclass(frozen=True, slots=True)
class Opening:
    """A heading: the line it stands in, what it opens, and its own characters. ``inline``: text follows in the line."""

    line: int
    kind: SectionKind
    span: Span
    inline: bool = False
