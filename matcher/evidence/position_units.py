"""Cuts the experience of a resume into blocks: lines that head a job, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from matcher.domain.document import Document, Section, Span, Statement, StatementKind
from matcher.evidence.dates import DateReader, Period
from matcher.evidence.other_lines import OtherLines
from matcher.evidence.position_dates import BrokenDates, broken_dates
from matcher.evidence.position_labels import FormLabels

__all__ = ["Block", "HeadLine", "Unit", "blocks_of", "experience_units", "neighbours", "tells_a_sentence"]

_LONGEST_HEAD = 24
_LONGEST_UNDATED = 16
_LONGEST_BULLETED = 20
_MOST_LISTED_ABOVE = 3
# The sign of a numbered entry: "2. Developer, Tern".
_NUMBER = re.compile(r"(?:^|\n)[ \t]*\(?\d{1,2}[.)][ \t]+$")
_LABEL = re.compile(r"^[*_]*([^\W\d_][\w &/-]{1,30}?)[*_]*\s*:")
_TELLER = re.compile(r"(?<!\w)(?:I|I've|[Ww]e)(?!\w)")
_HEAD_ENDS = re.compile(r"[:.;]\s")
_ENDED = re.compile(r"[.!?][\"'\u201d\u2019)\]*_]*$")
# A month that a narrow column breaks; its two signs of the break move behind it, so that all places stay.
_BROKEN_WORD = re.compile(r"([^\W\d_])-\n([^\W\d_A-Z]+)")
_BEHIND_DATE = re.compile(r"[A-Z][^|\u00b7]{30,}")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One line that may head a job. ``period`` is its dates, counted in the document."""

    span: Span
    text: str
    period: Period | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """One statement of the experience: lines that may head a job, or body (no lines).

    ``other`` tells that it belongs to no job: a degree, a certificate behind the last one.
    """

    statement: Statement
    lines: tuple[HeadLine, ...]
    other: bool = False


@dataclass(slots=True)
class Block:
    """Head lines that follow each other, and the statement behind them."""

    lines: list[HeadLine] = field(default_factory=list)
    after: list[Statement] = field(default_factory=list)


def experience_units(
    document: Document,
    section: Section,
    statements: Sequence[Statement],
    reader: DateReader,
    sub_labels: frozenset[str],
    others: OtherLines,
    labels: FormLabels,
    *,
    as_of: date,
) -> Iterator[Unit]:
    """Yield the statements of one section in order, without headings and what a form says beside the job."""
    mine = [one for one in statements if section.span.contains(one.span) and one.kind is not StatementKind.HEADING]
    bulleted_heads = not any(
        one.kind is not StatementKind.BULLET and _range_in(reader, document.quote(one.span), as_of) for one in mine
    )
    listed = _listed_heads(document, mine, reader, as_of) if bulleted_heads else frozenset()
    broken = broken_dates(document, mine, reader, as_of=as_of)
    for number, statement in enumerate(mine):
        if number in broken.taken:
            continue
        lines: tuple[HeadLine, ...] = (_unbroken(_head_line(document, statement, reader, as_of=as_of), number, broken),)
        text = document.quote(statement.span)
        other = False
        if number in broken.periods:
            pass
        elif statement.kind is StatementKind.BULLET:
            numbered = _NUMBER.search(document.text, max(0, statement.span.start - 12), statement.span.start)
            dates = any(_is_dates(document, below, reader, as_of) for below in mine[number + 1 : number + 3])
            heads = (bulleted_heads and _heads_as_bullet(lines)) or number in listed
            if not heads and not (numbered and dates):
                lines = ()
        elif label := labels.at_start(lines[0].text):
            if label.kind == "other" and lines[0].period is None and label.end < len(lines[0].text):
                continue
        elif not _may_head(text, statement, lines, sub_labels):
            lines = ()
        elif others.is_one(lines[0].text, lines[0].period):
            lines, other = (), True
        yield Unit(statement, lines, other)


def _range_in(reader: DateReader, text: str, as_of: date) -> bool:
    return len(text.split()) <= _LONGEST_HEAD and any(not one.single for one in reader.find(text, as_of=as_of))


def _is_dates(document: Document, statement: Statement, reader: DateReader, as_of: date) -> bool:
    """Tell a line that holds the dates of a job and nothing else."""
    line = _head_line(document, statement, reader, as_of=as_of)
    if statement.kind is StatementKind.BULLET or line.period is None or line.period.single:
        return False
    return len(line.text) - (line.period.span.end - line.period.span.start) <= 3


def _heads_as_bullet(lines: Sequence[HeadLine]) -> bool:
    if not lines or lines[0].period is None or lines[0].period.single:
        return False
    at = lines[0].period.span
    # "2022 to present, Data Engineer, Tern: pipelines in Python ...": what is told behind the head may be long.
    head = _HEAD_ENDS.split(lines[0].text[at.end - lines[0].span.start :], maxsplit=1)[0]
    led = at.start - lines[0].span.start <= 3
    if len((head if led else lines[0].text).split()) > _LONGEST_BULLETED:
        return False
    return at.start - lines[0].span.start <= 3 or lines[0].span.end - at.end <= 3


def _listed_heads(document: Document, mine: Sequence[Statement], reader: DateReader, as_of: date) -> frozenset[int]:
    """Return the list items that stand above the dates of jobs which are list items too, by how the first job does it.

    Example: "- Developer, Tern" above "- 2019 - 2022" above what was done.
    """
    bullets = [one.kind is StatementKind.BULLET for one in mine]
    dated = [
        number
        for number, one in enumerate(mine)
        if bullets[number] and _heads_as_bullet((_head_line(document, one, reader, as_of=as_of),))
    ]
    above = dated[0] if dated else 0
    if not 1 <= above <= _MOST_LISTED_ABOVE or any(after - before <= above for before, after in pairwise(dated)):
        return frozenset()
    heads = frozenset(number - count for number in dated for count in range(1, above + 1))
    short = all(len(document.quote(mine[number].span).split()) <= _LONGEST_UNDATED for number in heads)
    return heads if short and all(bullets[number] for number in heads) else frozenset()


def _may_head(text: str, statement: Statement, lines: Sequence[HeadLine], sub_labels: frozenset[str]) -> bool:
    dated = any(line.period is not None and not line.period.single for line in lines)
    label = _LABEL.match(text)
    name = label.group(1).strip().casefold() if label else text.strip(" :*_").casefold()
    if name in sub_labels and not dated:
        return False
    count = len(text.split())
    if dated:
        spoken = statement.kind is StatementKind.SENTENCE and any(_TELLER.search(line.text) for line in lines)
        return not spoken and (count <= _LONGEST_HEAD or any(_spills(line) for line in lines))
    if statement.kind is StatementKind.SENTENCE:
        return False
    return count <= _LONGEST_UNDATED


def _spills(line: HeadLine) -> bool:
    """Tell whether body text begins on the line of the dates, as where a heading floats beside its text."""
    return line.period is not None and len(line.text[: line.period.span.start - line.span.start].split()) <= 8


def _head_line(document: Document, statement: Statement, reader: DateReader, *, as_of: date) -> HeadLine:
    """Return the statement as one line: what was joined is one line that wraps."""
    text = _BROKEN_WORD.sub(r"\1\2  ", document.quote(statement.span)).replace("\n", " ")
    mine = [line for line in document.lines if line.span.overlaps(statement.span)]
    for gap in (gap - statement.span.start for line in mine for gap in line.gaps):
        # "Employer:" and its value belong together.
        if 0 < gap < len(text) and text[gap] == " " and text[gap - 1] != ":":
            text = f"{text[:gap]}\t{text[gap + 1 :]}"
    bold = any(line.bold for line in mine)
    period = _main_period(reader.find(text, as_of=as_of), statement.span.start)
    return HeadLine(statement.span, text, period, bold)


def _unbroken(line: HeadLine, number: int, broken: BrokenDates) -> HeadLine:
    """Return a line with the whole of the dates that begin on it, and without the part that ends those above it."""
    if number in broken.ends:
        line = replace(line, text=line.text[: broken.ends[number]].rstrip(), period=None)
    if number not in broken.periods:
        return line
    whole = broken.reach.get(number)
    return replace(line, span=whole or line.span, text="" if whole else line.text, period=broken.periods[number])


def _main_period(found: Sequence[Period], start: int) -> Period | None:
    ranges = [period for period in found if not period.single]
    best = next(iter([*ranges, *found]), None)
    if best is None:
        return None
    span = Span(best.span.start + start, best.span.end + start)
    return Period(span, best.start, best.end, best.current, best.single, best.problem)


def blocks_of(units: Sequence[Unit]) -> list[Block]:
    """Gather head lines that follow each other; what is no head line is kept behind its block."""
    blocks: list[Block] = []
    for unit in units:
        if unit.lines:
            if not blocks or blocks[-1].after:
                blocks.append(Block())
            blocks[-1].lines.extend(unit.lines)
        elif blocks:
            blocks[-1].after.append(unit.statement)
    return blocks


def tells_a_sentence(line: HeadLine) -> bool:
    """Tell a sentence with dates from a head: "Taught SQL to nine colleagues, 2006 to 2008."."""
    if line.period is None or not line.text.endswith("."):
        return False
    if line.period.span.start - line.span.start < 3 and not _TELLER.search(line.text):
        return False
    return sum(word[0].islower() and len(word) > 3 for word in line.text.split()) >= 2


def neighbours(sections: Sequence[Section]) -> list[list[Section]]:
    """Put sections together that follow each other directly: a label beside two lines cuts a head in two."""
    groups: list[list[Section]] = []
    for section in sections:
        if groups and groups[-1][-1].span.end == section.span.start:
            groups[-1].append(section)
        else:
            groups.append([section])
    return groups
