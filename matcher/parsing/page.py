"""What every reader yields, before the text is assembled: pages of positioned runs. Private to parsing."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.domain.document import Box, HiddenText, ParseWarning

__all__ = ["PageText", "ReadResult", "Run"]


@dataclass(frozen=True, slots=True)
class Run:
    """One line of text as a reader of the page would see it, in reading order; ``box`` is None without layout."""

    text: str
    box: Box | None = None
    font_size: float | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class PageText:
    """The lines of one page in reading order. Formats without pages yield one page, number 1."""

    number: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What a reader found in one file."""

    pages: tuple[PageText, ...]
    page_count: int
    warnings: tuple[ParseWarning, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
