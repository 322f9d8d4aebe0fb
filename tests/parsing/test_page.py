"""What readers hand over."""

from __future__ import annotations

from matcher.parsing.page import PageText, ReadResult, Run


def test_a_format_without_layout_needs_text_alone() -> None:
    result = ReadResult((PageText(1, (Run("Mara"),)),), 1)

    assert result.pages[0].runs[0] == Run("Mara", box=None, font_size=None, bold=False)
    assert (result.warnings, result.hidden) == ((), ())
