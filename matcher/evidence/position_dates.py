"""Joins the dates of a job that a narrow column breaks: "Mar 2019 -" above "Present", "Sep" above "2015 - 2017"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from matcher.domain.document import Document, Span, Statement, StatementKind
from matcher.evidence.dates import DateReader, Period

__all__ = ["BrokenDates", "broken_dates"]

_LONGEST_PART = 22
_MOST_PARTS = 4
_MOST_BETWEEN = 2
_MOST_HEAD_WORDS = 20
_BODY = frozenset({StatementKind.BULLET, StatementKind.SENTENCE})
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_EDGE = f" \t\n{_DASHES}"
_ENDS_OPEN = re.compile(rf"[{_DASHES}]\s*$")
_STARTS_OPEN = re.compile(rf"^\s*[{_DASHES}]")


@dataclass(slots=True)
class BrokenDates:
    """What was joined, by the number of the statement.

    ``periods`` are the whole dates, counted in the document, ``reach`` how far the first part's line goes, ``taken``
    the statements that were nothing but a part, ``ends`` where a line ends without its part.
    """

    periods: dict[int, Period] = field(default_factory=dict)
    reach: dict[int, Span] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    ends: dict[int, int] = field(default_factory=dict)


def broken_dates(
    document: Document, statements: Sequence[Statement], reader: DateReader, *, as_of: date
) -> BrokenDates:
    """Find the dates of one section that stand on more than one line, alone or at the right edge of the head."""
    joiner = _Joiner(document, statements, reader, as_of)
    for number, statement in enumerate(statements):
        if number in joiner.found.taken:
            continue
        if joiner.parts[number]:
            joiner.join_parts(number)
        elif statement.kind is not StatementKind.BULLET and number + 1 < len(statements):
            joiner.join_edges(number)
    return joiner.found


class _Joiner:
    """The statements of one section with their texts, and which of them are parts of dates."""

    def __init__(self, document: Document, statements: Sequence[Statement], reader: DateReader, as_of: date) -> None:
        self.statements = statements
        self.reader = reader
        self.as_of = as_of
        self.texts = [_text(document, one) for one in statements]
        self.parts = [self._is_part(text) for text in self.texts]
        self.found = BrokenDates()

    def join_parts(self, first: int) -> None:
        """Join lines that are nothing but parts of dates; two lines of the head may stand between them."""
        alone = self._covering(self.texts[first])
        if alone and not alone.single and not _ENDS_OPEN.search(self.texts[first]):
            return
        chosen, between = [first], 0
        for number in range(first + 1, len(self.statements)):
            if not self.parts[number]:
                between += 1
                if self.statements[number].kind in _BODY or between > _MOST_BETWEEN:
                    return
                continue
            chosen.append(number)
            period = self._joined([self.texts[one] for one in chosen], adjacent=not between)
            if period is not None:
                span = self.statements[first].span
                span = span if between else Span(span.start, self.statements[number].span.end)
                self.found.periods[first] = replace(period, span=span)
                self.found.reach[first] = span
                self.found.taken.update(chosen[1:])
            if period is not None or len(chosen) == _MOST_PARTS:
                return

    def join_edges(self, number: int) -> None:
        """Join "Developer   Mar 2019 -" with the line below it, "Tern Freight   Feb 2020"."""
        above, below = self.texts[number], self.texts[number + 1]
        if self.parts[number + 1] and self._join_before_head(number):
            return
        if self.statements[number + 1].kind is StatementKind.BULLET or len(above.split()) > _MOST_HEAD_WORDS:
            return
        dates = self.reader.find(above, as_of=self.as_of)
        start = above[dates[-1].span.start :] if dates else ""
        if not dates or above[dates[-1].span.end :].strip(_EDGE) or not (dates[-1].single or _ENDS_OPEN.search(start)):
            return
        starts = [word.start() for word in re.finditer(r"\S+", below)]
        for cut in starts[-_MOST_PARTS:]:
            tail = below[cut:]
            period = self._joined([start, tail], adjacent=False)
            if period is None or period.problem or not (_ENDS_OPEN.search(start) or _STARTS_OPEN.match(tail)):
                continue
            at = self.statements[number].span
            self.found.periods[number] = replace(period, span=Span(at.start + dates[-1].span.start, at.end))
            if cut == starts[0]:
                self.found.taken.add(number + 1)
            else:
                self.found.ends[number + 1] = cut
            return

    def _join_before_head(self, number: int) -> bool:
        """Join "Mar 2019 -  Developer" with "Present" below it."""
        above = self.texts[number]
        dates = self.reader.find(above, as_of=self.as_of)
        if not dates or above[: dates[0].span.start].strip(_EDGE):
            return False
        end = dates[0].span.end
        dash = _STARTS_OPEN.match(above[end:])
        start = above[dates[0].span.start : end + (dash.end() if dash else 0)]
        period = self._joined([start, self.texts[number + 1]], adjacent=False) if _ENDS_OPEN.search(start) else None
        if period is None or period.problem:
            return False
        at = self.statements[number].span.start + dates[0].span.start
        self.found.periods[number] = replace(period, span=Span(at, at + len(start)))
        self.found.taken.add(number + 1)
        return True

    def _covering(self, text: str) -> Period | None:
        """Return the period that a text is, and nothing else."""
        found = self.reader.find(text, as_of=self.as_of)
        whole = len(found) == 1 and len(text) - (found[0].span.end - found[0].span.start) <= 1
        return found[0] if whole else None

    def _is_part(self, text: str) -> bool:
        """Tell a part of dates that is no range yet: a month, a year, the word for today, with or without a dash."""
        plain = text.strip(_EDGE)
        if len(text) > _LONGEST_PART or not plain:
            return False
        wholes = (plain, f"{plain} 2001", f"Jan 2001 - {plain}", f"Jan {plain}")
        return any(self._covering(whole) for whole in wholes)

    def _joined(self, texts: Sequence[str], *, adjacent: bool) -> Period | None:
        text = " ".join(" ".join(texts).split())
        if _ENDS_OPEN.search(text):
            return None
        period = self._covering(text)
        if period is not None and not period.single:
            return period
        if len(texts) == 2 and adjacent and not any(mark in text for mark in _DASHES):
            # First and last month as two paragraphs of one cell.
            start, period = self._covering(texts[0]), self._covering(" - ".join(texts))
            return period if start and start.single and period and not (period.single or period.problem) else None
        return None


def _text(document: Document, statement: Statement) -> str:
    """Return a statement with the dash before it: at the start of a line it was taken for the sign of a list."""
    text = document.quote(statement.span).replace("\n", " ")
    line = document.text.rfind("\n", 0, statement.span.start) + 1
    lead = document.text[line : statement.span.start]
    return f"- {text}" if statement.kind is StatementKind.BULLET and _STARTS_OPEN.match(lead) else text
