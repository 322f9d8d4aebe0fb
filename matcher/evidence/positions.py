"""Finds the jobs of a resume: title, employer and dates, in every order in which people write them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from matcher.domain.candidate import Position
from matcher.domain.document import Document, Section, SectionKind, Span, Statement, StatementKind
from matcher.evidence.dates import Period, date_reader
from matcher.evidence.degrees import degree_starts
from matcher.evidence.names import name_judge
from matcher.evidence.other_lines import other_lines
from matcher.evidence.position_blocks import (
    MOST_LINES_ABOVE,
    anchors_of,
    split_block,
    usual_lines_above,
    with_parted_heads_joined,
)
from matcher.evidence.position_choice import Choice, Orientation, choose, orientation_of
from matcher.evidence.position_fields import Field, fields_of
from matcher.evidence.position_forms import labelled_period, with_labels_joined, with_late_labels_moved
from matcher.evidence.position_labels import form_labels
from matcher.evidence.position_units import (
    Block,
    HeadLine,
    Unit,
    blocks_of,
    experience_units,
    neighbours,
    tells_a_sentence,
)

__all__ = ["find_positions"]

Words = Mapping[str, Sequence[str]]
_SPOKEN = re.compile(r"^(?:I|We|He|She) | [a-z]{2,3} [a-z]{4,} ")
_SURE_TITLE = 2.5
# A further line above must make it this much clearer which is title and which employer.
_WORTH_A_LINE = 0.6


@dataclass(slots=True)
class _Entry:
    """One job in the making."""

    lines: list[HeadLine]
    period: Period | None
    block: int
    fields: list[Field]
    choice: Choice | None = None


class _Finder:
    """Everything that reading the jobs of one resume needs at hand."""

    def __init__(self, document: Document, words: Words, as_of: date) -> None:
        self.document = document
        self.as_of = as_of
        self.reader = date_reader(words)
        self.judge = name_judge(words)
        self.sub_labels = frozenset(
            label for name in ("sub_labels", "trade_headings") for label in words.get(f"position_words.{name}", ())
        )
        self.labels = form_labels(words)
        self.degrees = degree_starts(words)
        self.others = other_lines(words)
        self.stops: list[int] = []
        self.bodies: list[int] = []

    def find(self, sections: Sequence[Section], statements: Sequence[Statement]) -> tuple[Position, ...]:
        """Return the jobs of neighbouring sections, in the order of the text."""
        units = [
            unit
            for section in sections
            for unit in experience_units(
                self.document,
                section,
                statements,
                self.reader,
                self.sub_labels,
                self.others,
                self.labels,
                as_of=self.as_of,
            )
        ]
        units = [replace(unit, lines=()) if self._heads_a_table(unit) else unit for unit in units]
        self.stops = [unit.statement.span.start for unit in units if unit.other]
        blocks = with_parted_heads_joined(blocks_of(units))
        for block in blocks:
            block.lines = with_labels_joined(block.lines, self.labels)
        blocks = with_late_labels_moved(blocks, self.labels)
        self.bodies = [block.after[0].span.start if block.after else len(self.document.text) for block in blocks]
        entries = self._entries(blocks)
        orientation = orientation_of([entry.fields for entry in entries], self.judge)
        for entry in entries:
            entry.choice = choose(entry.fields, self.judge, orientation)
        entries = self._carry_employers(entries)
        named = any(section.heading for section in sections) or any(self._is_sure(entry) for entry in entries)
        kept = [entry for entry in entries if self._is_job(entry, blocks, named=named)]
        return self._positions(kept, sections)

    def _heads_a_table(self, unit: Unit) -> bool:
        """Tell the first row of a table: "Period | Employer | Role"."""
        cells = [cell for line in unit.lines for cell in re.split(r"[|\t]", line.text)]
        return len(cells) > 1 and all(self.labels.kind(cell) for cell in cells)

    def _entries(self, blocks: Sequence[Block]) -> list[_Entry]:
        entries: list[_Entry] = []
        above = usual_lines_above(blocks)
        dated = any(anchors_of(block.lines) for block in blocks)
        for number, block in enumerate(blocks):
            anchors = anchors_of(block.lines)
            if anchors:
                lead = self._lines_above(block, anchors, above)
                entries += [self._entry(lines, number, block) for lines in split_block(block.lines, anchors, lead)]
            elif not dated or not entries or self._heads_a_job(block):
                entries.append(self._entry(block.lines[-4:], number, block))
        return _with_late_dates(entries)

    def _lines_above(self, block: Block, anchors: Sequence[int], usual: int) -> int:
        """Return how many lines above its first dates belong to a block: the usual number where these name a job."""
        first = next((count for count in range(anchors[0]) if block.lines[anchors[0] - count - 1].period), anchors[0])
        anchor = anchors[0]
        stop = anchors[1] if len(anchors) > 1 else len(block.lines)
        best, rated = min(first, MOST_LINES_ABOVE), 0.0
        for count in range(min(usual, first), min(first, MOST_LINES_ABOVE) + 1):
            fields = fields_of(block.lines[anchor - count : stop], self.judge, self.labels)
            choice = choose(fields, self.judge, Orientation())
            if choice.title and choice.company and choice.rating > rated:
                best, rated = count, choice.rating + _WORTH_A_LINE
        return best

    def _heads_a_job(self, block: Block) -> bool:
        fields = fields_of(block.lines, self.judge, self.labels)
        choice = choose(fields, self.judge, Orientation())
        if len(block.lines) > 3 or not choice.title or not choice.company:
            return False
        return self.judge.title_score(choice.title) >= _SURE_TITLE and bool(block.after)

    def _entry(self, lines: Sequence[HeadLine], number: int, block: Block) -> _Entry:
        chosen = list(lines)
        fields = fields_of(chosen, self.judge, self.labels)
        if not fields and block.after and block.after[0].kind is StatementKind.BULLET:
            first = block.after[0]
            text = self.document.quote(first.span)
            if self.judge.title_score(text) >= _SURE_TITLE and len(text.split()) <= 10 and not text.endswith("."):
                chosen.append(HeadLine(first.span, text))
                fields = fields_of(chosen, self.judge, self.labels)
        period = next((line.period for line in chosen if line.period and not line.period.single), None)
        period = period or next((line.period for line in chosen if line.period), None)
        if period is None or period.single or period.current:
            # "From 04/2018" alone reads like work that goes on.
            period = labelled_period(chosen, self.labels, self.reader, as_of=self.as_of) or period
        if period is None and block.after:
            period = self._date_beside_body(block.after[0])
        return _Entry(chosen, period, number, fields)

    def _date_beside_body(self, statement: Statement) -> Period | None:
        """Find dates that stand at the right edge of the first line of the body."""
        line = self.document.quote(statement.span).split("\n")[0]
        found = [one for one in self.reader.find(line, as_of=self.as_of) if not one.single]
        return found[-1] if found and len(line) - found[-1].span.end <= 1 and len(line.split()) > 6 else None

    def _carry_employers(self, entries: list[_Entry]) -> list[_Entry]:
        """Give titles without an employer the one above them, and drop lines that only announce an employer."""
        kept: list[_Entry] = []
        employer: str | None = None
        header = False
        for number, entry in enumerate(entries):
            choice = entry.choice
            if choice is None:
                continue
            following = entries[number + 1] if number + 1 < len(entries) else None
            if choice.company and not choice.title and _announces(entry, following):
                employer, header = choice.company, True
                continue
            if choice.company:
                header = header and choice.company == employer
                employer = choice.company
            elif choice.title and employer and (header or len(entry.fields) == 1):
                entry.choice = Choice(choice.title, employer, choice.margin, choice.title_first)
            kept.append(entry)
        return kept

    def _is_sure(self, entry: _Entry) -> bool:
        """Tell whether a job stands beyond doubt; its neighbours may then have titles that nobody has listed."""
        choice = entry.choice
        if choice is None or choice.company is None or entry.period is None or entry.period.single:
            return False
        return self.judge.title_score(choice.title or "") >= _SURE_TITLE

    def _is_job(self, entry: _Entry, blocks: Sequence[Block], *, named: bool) -> bool:
        choice = entry.choice
        if choice is None or not (choice.title or choice.company):
            return False
        if any(self._names_a_degree(one.text) for one in entry.fields[:3]):
            return False
        if entry.fields and self.others.is_time_off(entry.fields[0].text):
            return False
        if any(tells_a_sentence(line) for line in entry.lines):
            # "Taught SQL to nine colleagues, 2006 to 2008.": a sentence, where no word of it names a job.
            employer = choice.company or ""
            named_so = self.judge.company_score(employer) > 1 and not _SPOKEN.search(employer)
            sure = self.judge.title_score(choice.title or "") >= 1 or named_so
            if not sure:
                return False
        title = self.judge.title_score(choice.title) if choice.title else 0.0
        company = self.judge.company_score(choice.company) if choice.company else 0.0
        if entry.period is None:
            certified = any(self.others.certifies(line.text) for line in entry.lines)
            return (not certified and title >= _SURE_TITLE) and (
                bool(choice.company) or (len(blocks) > 0 and bool(blocks[entry.block].after))
            )
        if entry.period.single:
            return title >= _SURE_TITLE
        return named or title > 0 or company > 1

    def _names_a_degree(self, text: str) -> bool:
        """Tell a degree: "Associate of Science" always, "MBA" where no title follows."""
        named = [name for name in self.degrees if _starts_with(text, name)]
        return any(" " in name for name in named) or (bool(named) and self.judge.title_score(text) < _SURE_TITLE)

    def _positions(self, entries: Sequence[_Entry], sections: Sequence[Section]) -> tuple[Position, ...]:
        starts = [min(line.span.start for line in entry.lines) for entry in entries]
        end_of_all = max((section.span.end for section in sections), default=0)
        positions = []
        for number, entry in enumerate(entries):
            end = starts[number + 1] if number + 1 < len(starts) else end_of_all
            end = min([end, *(section.span.end for section in sections if section.span.end > starts[number])][:2])
            end = min([end, *(stop for stop in self.stops if stop > starts[number])])
            end = starts[number] + len(self.document.text[starts[number] : end].rstrip())
            above = [line.span.end for line in entry.lines if line.span.start <= self.bodies[entry.block]]
            head = Span(starts[number], max(above))
            choice, period = entry.choice, entry.period
            positions.append(
                Position(
                    title=_clean(choice.title) if choice else None,
                    company=_clean(choice.company) if choice else None,
                    span=Span(head.start, max(end, head.end)),
                    head=head,
                    start=period.start if period else None,
                    end=period.end if period else None,
                    current=bool(period and period.current),
                )
            )
        return tuple(positions)


def find_positions(
    document: Document, sections: Sequence[Section], statements: Sequence[Statement], words: Words, *, as_of: date
) -> tuple[Position, ...]:
    """Return the jobs of a resume in the order of the text.

    One layout is taken to hold for all jobs of a section, so that "Larkspur Halloway / Payments" is read like its
    neighbours although no word in it tells title from employer. ``words`` are the lexicon's lists.
    """
    finder = _Finder(document, words, as_of)
    found: list[Position] = []
    for group in neighbours([section for section in sections if section.kind is SectionKind.EXPERIENCE]):
        found += finder.find(group, statements)
    return tuple(found)


def _with_late_dates(entries: list[_Entry]) -> list[_Entry]:
    """Give a head without dates the dates that stand alone further down, as where they float at the right edge."""
    kept: list[_Entry] = []
    for entry in entries:
        if not entry.fields and entry.period and kept and kept[-1].period is None:
            kept[-1].period = entry.period
            continue
        kept.append(entry)
    return kept


def _announces(entry: _Entry, following: _Entry | None) -> bool:
    if following is None or following.choice is None or following.choice.company or not following.choice.title:
        return False
    if entry.period is None or following.period is None:
        return True
    whole, part = entry.period, following.period
    return not (whole.start and part.start and part.start.year < whole.start.year)


def _starts_with(text: str, name: str) -> bool:
    return text.casefold().startswith(name) and not text[len(name) : len(name) + 1].isalpha()


def _clean(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None
