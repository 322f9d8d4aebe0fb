"""How the lines of a posting are set: paragraphs, bold lines, and short ones that are items of a list without signs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from matcher.domain.document import Document, Span, Statement, StatementKind

__all__ = ["PostingLines"]

_MAX_ITEM_WORDS = 6
_WORDS_FOR_A_NAME = 3
_COUNTED = re.compile(r"^\W*([A-Z])\d{1,2}[.):]?[ \t]+(?=\S)", re.MULTILINE)
# A line that ends far before the widest one was ended on purpose, whatever the next one begins with.
_FULL_LINE = 0.6


class PostingLines:
    """The lines of one document. ``named`` are the places of skills."""

    def __init__(self, document: Document, named: Sequence[Span]) -> None:
        self._text = document.text
        self._named = named
        self._width = max((len(line) for line in document.text.split("\n")), default=0)
        self._parted_at = _parted_at(document)
        self._counters = Counter(match[1] for match in _COUNTED.finditer(document.text))
        self._bold_at = {line.span.start for line in document.lines if line.bold}

    def parts(self, start: int, end: int) -> bool:
        """Tell whether a paragraph begins between two places."""
        return any(start <= at <= end for at in self._parted_at)

    def is_bold(self, offset: int) -> bool:
        """Tell whether the line at a place is bold."""
        return self._text.rfind("\n", 0, offset) + 1 in self._bold_at

    def opens_paragraph(self, offset: int) -> bool:
        """Tell whether a blank line stands above the line at a place."""
        return self._text.rfind("\n", 0, offset) + 1 in self._parted_at

    def is_counted(self, within: Span) -> bool:
        """Tell whether a letter and a number count a line among others: "D1 Azure", "D2 Experience of teaching"."""
        match = _COUNTED.match(self._text, within.start, within.end)
        return match is not None and self._counters[match[1]] > 1

    def is_item(self, statement: Statement) -> bool:
        """Tell whether a line without a sign is an item of a list: a short one with a name, among other short ones."""
        line = self.line_at(statement.span.start)
        if line != statement.span or not self.is_short(line) or not self.names(line):
            return False
        above = self.line_at(line.start - 1) if line.start else line
        below = self.line_at(line.end + 1) if line.end + 1 < len(self._text) else line
        return any(other != line and self.is_short(other) for other in (above, below))

    def is_short(self, line: Span) -> bool:
        """Tell whether a line has few words and no sentence's end."""
        text = self._text[line.start : line.end].strip()
        return 0 < len(text.split()) <= _MAX_ITEM_WORDS and not text.endswith((".", "!", ",", ";", ":"))

    def line_at(self, offset: int) -> Span:
        """Return the line that a place stands in."""
        end = self._text.find("\n", offset)
        return Span(self._text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(self._text))

    def is_row(self, statement: Statement) -> bool:
        """Tell whether a line is little more than names: "Kafka, Redis, a bit of Go."."""
        count = sum(statement.span.contains(span) for span in self._named)
        words = len(self._text[statement.span.start : statement.span.end].split())
        return statement.kind is not StatementKind.BULLET and count > 1 and words <= _WORDS_FOR_A_NAME * count

    def names(self, within: Span) -> bool:
        """Tell whether a skill is named there."""
        return any(within.contains(span) for span in self._named)

    def breaks(self, offset: int) -> bool:
        """Tell whether the line that ends here was ended by its writer and not by the width of the page."""
        return offset - self._text.rfind("\n", 0, offset) - 1 < _FULL_LINE * self._width


def _parted_at(document: Document) -> frozenset[int]:
    """Return where lines begin that have a blank line above: pasted text keeps it, the readers of files note it."""
    found, blank = set(), False
    for line in document.lines:
        if line.parted or blank:
            found.add(line.span.start)
        blank = not document.text[line.span.start : line.span.end].strip()
    return frozenset(found)
