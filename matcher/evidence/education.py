"""Finds the entries of a resume's education: degree, field, school and end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from matcher.domain.candidate import Degree, Education
from matcher.domain.document import Document, Section, SectionKind, Span, Statement, StatementKind
from matcher.evidence.dates import date_reader
from matcher.evidence.degrees import SchoolJudge, school_judge
from matcher.evidence.names import name_judge
from matcher.evidence.position_fields import Field, fields_of
from matcher.evidence.position_units import HeadLine

__all__ = ["find_education"]

Words = Mapping[str, Sequence[str]]
_FIELD = re.compile(
    r"^\s*(?:degree\s+)?(?:\((?:hons|honours|honors)\)\s*)?(?:in|of|,|:|-|\u2013|\u2014|\()\s*(?P<field>[^,;|()\u2013\u2014]+)"
)
_PLAIN_FIELD = re.compile(r"^\s+(?P<field>[A-Z][^,;|()\u2013\u2014]+)")
_SENTENCE = re.compile(r"[.!?]$")


@dataclass(slots=True)
class _Draft:
    """One entry in the making."""

    span: Span
    lines: list[HeadLine]
    degree: str | None = None
    level: Degree = Degree.NONE
    field: str | None = None
    school: str | None = None


class _Finder:
    def __init__(self, document: Document, words: Words, as_of: date | None) -> None:
        self.document = document
        self.as_of = as_of
        self.reader = date_reader(words)
        self.names = name_judge(words)
        self.schools = school_judge(words)
        self.grades = tuple(words.get("education_words.grades", ()))
        self.unfinished = re.compile(
            r"(?<!\w)(?:" + "|".join(re.escape(word) for word in words.get("education_words.unfinished", ("expected",)))
            + r")(?!\w)", re.IGNORECASE,
        )  # fmt: skip

    def drafts(self, statements: Sequence[Statement]) -> list[_Draft]:
        """Gather statements into entries: a second degree, school or period begins a new one."""
        found: list[_Draft] = []
        seen: set[str] = set()
        for statement in statements:
            text = self.document.quote(statement.span)
            if statement.kind is StatementKind.HEADING or self._is_detail(text, statement):
                if found and statement.kind is not StatementKind.HEADING:
                    found[-1].span = Span(found[-1].span.start, statement.span.end)
                continue
            for line in self._lines(statement):
                has = self._parts(line)
                if not has:
                    continue
                label = seen == {"degree"} and "degree" in has and found[-1].lines[-1].text in line.text
                if label:
                    # "PhD" in a column of its own beside "PhD in Physics, Northern University".
                    found[-1].lines.clear()
                elif not found or has & seen:
                    found.append(_Draft(line.span, []))
                    seen = set()
                seen |= has
                found[-1].lines.append(line)
                found[-1].span = Span(found[-1].span.start, line.span.end)
        return found

    def _is_detail(self, text: str, statement: Statement) -> bool:
        low = text.casefold().lstrip("*_ ")
        for label in self.grades:
            match = re.match(rf"(?:overall\s+|final\s+)?{re.escape(label)}\b\s*(:?)", low)
            # "Coursework towards a BSc" is the entry itself.
            if match and (match[1] or self.schools.degree(text) is None):
                return True
        if statement.kind is StatementKind.BULLET:
            return self.schools.degree(text) is None and not (self.schools.is_school(text) and len(text.split()) < 10)
        return bool(_SENTENCE.search(text)) and len(text.split()) > 12

    def _lines(self, statement: Statement) -> list[HeadLine]:
        """Return a statement as one line, since what was joined is one line that wraps."""
        text = self.document.quote(statement.span).replace("\n", " ")
        periods = self.reader.find(text)
        best = next((one for one in periods if not one.single), periods[-1] if periods else None)
        if best is not None:
            start = statement.span.start
            best = replace(best, span=Span(best.span.start + start, best.span.end + start))
        return [HeadLine(statement.span, text, best)]

    def _parts(self, line: HeadLine) -> set[str]:
        parts = set()
        degree = self.schools.degree(line.text)
        if degree is not None:
            parts.add("degree")
        if self.schools.is_school(line.text[: degree.start] + line.text[degree.end :] if degree else line.text):
            parts.add("school")
        if line.period is not None:
            parts.add("date")
        if not parts and len(line.text.split()) <= 9 and line.text[0].isupper():
            parts.add("other")
        return parts

    def finish(self, draft: _Draft) -> Education | None:
        """Read one entry; None where neither a degree nor a school stands in it."""
        fields = fields_of(draft.lines, self.names, {}, at_joins=False)
        pieces = [piece for one in fields for piece in _pieces(one)]
        whole = self.document.quote(draft.span)
        self._read_degree(draft, fields)
        self._read_school(draft, pieces)
        if draft.school is not None and draft.field is not None:
            draft.school = self._with_campus(draft.school, fields)
        if draft.degree is None and draft.school is None:
            return None
        period = next((line.period for line in draft.lines if line.period), None)
        end = period.end if period else None
        unfinished = bool(period and period.current) or bool(self.unfinished.search(whole))
        if end is not None and self.as_of is not None:
            unfinished = unfinished or (end.year, end.month or 1) > (self.as_of.year, self.as_of.month)
        return Education(draft.degree, draft.school, draft.span, draft.field, draft.level, end, finished=not unfinished)

    def _with_campus(self, school: str, fields: Sequence[Field]) -> str:
        """Add the town that is part of a school's name: "University of California, Berkeley"."""
        for one in fields:
            pieces = _pieces(one)
            if self.schools.degree(one.text) is not None or not pieces or pieces[0] != school:
                continue
            if len(pieces) == 2:
                return ", ".join(pieces)
            if one.place is not None and self.names.is_town(one.place):
                return f"{school}, {one.place}"
        return school

    def _read_degree(self, draft: _Draft, fields: Sequence[Field]) -> None:
        for one in fields:
            match = self.schools.degree(one.text)
            if match is None or match.level <= draft.level:
                continue
            rest = one.text[match.end :]
            field = _FIELD.match(rest) or _PLAIN_FIELD.match(rest)
            subject = field["field"].strip(" .") if field else None
            if subject and (self.schools.is_school(subject) or (not subject[0].isupper() and len(subject.split()) > 4)):
                subject, field = None, None
            draft.level = match.level
            draft.field = (
                subject
                or _subject_before(one.text[: match.start], self.schools)
                or _next_subject(fields, one, self.schools)
            )
            draft.degree = one.text[match.start : match.end + (field.end() if field else 0)].strip(" ,;(")

    def _read_school(self, draft: _Draft, pieces: Sequence[str]) -> None:
        schools = [piece for piece in pieces if self.schools.is_school(piece) and self.schools.degree(piece) is None]
        if schools:
            draft.school = schools[0]
            return
        mixed = [piece for piece in pieces if self.schools.is_school(piece)]
        if mixed:
            match = self.schools.degree(mixed[0])
            if match is not None:
                before, after = mixed[0][: match.start].strip(" ,-"), mixed[0][match.end :].strip(" ,-")
                draft.school = before if self.schools.is_school(before) else after
                return
        others = [piece for piece in pieces if self.schools.degree(piece) is None and piece != draft.field]
        if draft.degree is not None and others:
            draft.school = others[0]


def find_education(
    document: Document,
    sections: Sequence[Section],
    statements: Sequence[Statement],
    words: Words,
    *,
    as_of: date | None = None,
) -> tuple[Education, ...]:
    """Return the entries of the education sections in order; "in progress" and the like are not finished.

    Without such a section, lines elsewhere that name a degree and a school are read. With ``as_of`` an end that is
    still to come is not finished either.
    """
    finder = _Finder(document, words, as_of)
    found: list[Education] = []
    for section in sections:
        if section.kind is not SectionKind.EDUCATION:
            continue
        mine = [one for one in statements if section.span.contains(one.span)]
        found += [entry for draft in finder.drafts(mine) if (entry := finder.finish(draft)) is not None]
    if found or any(section.kind is SectionKind.EDUCATION for section in sections):
        return tuple(found)
    for statement in statements:
        text = document.quote(statement.span)
        short = statement.kind is not StatementKind.HEADING and len(text.split()) <= 20
        if short and finder.schools.degree(text) and finder.schools.is_school(text):
            found += [entry for draft in finder.drafts([statement]) if (entry := finder.finish(draft)) is not None]
    return tuple(found)


def _pieces(one: Field) -> list[str]:
    return [piece.strip() for piece in one.text.split(",") if piece.strip()]


def _subject_before(text: str, schools: SchoolJudge) -> str | None:
    subject = text.split(",")[0].strip(" ,-")
    return subject if subject and len(subject.split()) <= 5 and not schools.is_school(text) else None


def _next_subject(fields: Sequence[Field], degree: Field, schools: SchoolJudge) -> str | None:
    for other in fields:
        if other is not degree and not schools.is_school(other.text) and schools.degree(other.text) is None:
            return other.text if len(other.text.split()) <= 6 else None
    return None
