"""Keeps a PDF from costing more than an honest file does: budgets for what is read, inflated and drawn."""

from __future__ import annotations

from matcher.errors import ErrorCode, InputError
from matcher.parsing.limits import Limits

__all__ = ["Budget", "limit_passed"]


def limit_passed(what: str, limit: int) -> InputError:
    """Return the error for a file that passes a limit of the reader."""
    return InputError(
        ErrorCode.PARSE_LIMIT,
        f"The file was not read: it holds more than {limit:,} {what}.",
        "Export the resume again as a plain PDF, or upload a DOCX.",
    )


class Budget:
    """Counts what the reading of one file has used."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.glyphs = 0
        self.operators = 0
        self.forms = 0
        self.map_entries = 0
        self.widths = 0
        self.bytes = 0

    @property
    def stream_bytes_left(self) -> int:
        """Return how many bytes the next stream may unpack to."""
        return min(self.limits.max_stream_bytes, max(0, self.limits.max_total_stream_bytes - self.bytes))

    def spend_bytes(self, count: int) -> None:
        """Count unpacked bytes."""
        self.bytes += count
        if self.bytes > self.limits.max_total_stream_bytes:
            raise limit_passed("unpacked bytes", self.limits.max_total_stream_bytes)

    def spend_widths(self, count: int) -> None:
        """Count entries of width tables."""
        self.widths += count
        if self.widths > self.limits.max_widths:
            raise limit_passed("widths of characters", self.limits.max_widths)

    def spend_map_entries(self, count: int) -> None:
        """Count entries of character maps."""
        self.map_entries += count
        self.check_map_range(0)

    def check_font_map(self, count: int) -> None:
        """Refuse one font's own map if it is too long: honest files embed several whole fonts."""
        if count > self.limits.max_map_entries:
            raise limit_passed("entries in its character maps", self.limits.max_map_entries)

    def check_map_range(self, count: int) -> None:
        """Refuse a range of a map before it is spread out."""
        if self.map_entries + count > self.limits.max_map_entries:
            raise limit_passed("entries in its character maps", self.limits.max_map_entries)

    def spend_glyphs(self, count: int) -> None:
        """Count drawn glyphs."""
        self.glyphs += count
        if self.glyphs > self.limits.max_glyphs:
            raise limit_passed("drawn characters", self.limits.max_glyphs)

    def spend_operators(self, count: int) -> None:
        """Count drawing operators."""
        self.operators += count
        self.check_operators(0)

    def check_operators(self, count: int) -> None:
        """Refuse content before it is taken apart."""
        if self.operators + count > self.limits.max_operators:
            raise limit_passed("drawing operators", self.limits.max_operators)

    def spend_form(self) -> None:
        """Count one drawing of a form object."""
        self.forms += 1
        if self.forms > self.limits.max_forms:
            raise limit_passed("drawn form objects", self.limits.max_forms)
