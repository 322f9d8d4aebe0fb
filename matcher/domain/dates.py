"""Calendar months as resumes give them, often without the month."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["PartialDate"]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, with its month (1 to 12) where the text names it."""

    year: int
    month: int | None = None

    def __str__(self) -> str:
        return f"{self.year:04d}" if self.month is None else f"{self.year:04d}-{self.month:02d}"
