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
from matcher.evidence.other_lines import other_lines
from matcher.evidence.position_fields import Field, fields_of
from matcher.evidence.position_labels import FormLabels
from matcher.evidence.position_units import HeadLine
from matcher.evidence.study_subjects import subject_before, told_subject

__all__ = ["find_education"]

Words = Mapping[str, Sequence[str]]
_LONGEST_ENTRY = 25
_LONGEST_STORY = 45
_LOOSE_SECTIONS = frozenset(
    {SectionKind.COURSES, SectionKind.CERTIFICATIONS, SectionKind.PUBLICATIONS, SectionKind.OTHER}
)
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
        self.others = other_lines(words)
        self.grades = tuple(words.get("education_words.grades", ()))
        claims = "|".join(re.escape(word) for word in words.get("education_words.claims", ("hold",)))
        self.claims = re.compile(rf"(?<!\w)(?:{claims})\s+(?:(?:an?|my|the)\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE)
        studied = "|".join(re.escape(word) for word in words.get("education_words.studied", ("studied",)))
        self.studied = re.compile(rf"(?:{studied})\s+(?P<field>.+?)\s+at\s+(?:the\s+)?(?P<school>.+)", re.IGNORECASE)
        self.unfinished = re.compile(
            r"(?<!\w)(?:" + "|".join(re.escape(word) for word in words.get("education_words.unfinished", ("expected",)))
            + r")(?!\w)", re.IGNORECASE,
        )  # fmt: skip

    def tells_degree(self, statement: Statement, *, loose: bool) -> bool:
        """Tell whether a statement outside the section of education is an entry of it.

        Example: "Diploma in Computer Science (Dipl.-Inform.), 2004" behind the last job. ``loose`` sections hold
        such entries without a date or a school.
        """
        text = self.document.quote(statement.span)
        if statement.kind is StatementKind.HEADING or len(text.split()) > _LONGEST_STORY:
            return False
        if statement.kind is StatementKind.BULLET and not self.schools.is_school(text):
            return False
        match = self.schools.degree(text)
        if match is None or self._certifies_only(text):
            return False
        if not self.claims.search(text[: match.start]) and not self.others.names_degree(text):
            return False
        school = self.schools.is_school(text[: match.start] + text[match.end :])
        dated = bool(self.reader.find(text))
        if self.claims.search(text[: match.start]):
            return True
        if len(text.split()) > _LONGEST_ENTRY:
            return False
        if statement.section in {SectionKind.CONTACT, SectionKind.SUMMARY} or statement.kind is StatementKind.BULLET:
            return school and (dated or match.start == 0)
        return school or dated or (loose and match.start == 0)

    def _certifies_only(self, text: str) -> bool:
        """Tell "AWS Certified Developer - Associate": a certificate whose level sounds like a degree."""
        match = self.schools.degree(text)
        low = match is None or match.level <= Degree.ASSOCIATE
        plain = text[: match.start] + text[match.end :] if match else text
        return low and self.others.certifies(plain) and not self.schools.is_school(text)

    def drafts(self, statements: Sequence[Statement], *, kept: bool = False) -> list[_Draft]:
        """Gather statements into entries: a second degree, school or period begins a new one.

        ``kept`` takes all of them for entries, however they are written.
        """
        found: list[_Draft] = []
        seen: set[str] = set()
        for statement in statements:
            text = self.document.quote(statement.span)
            if not kept and self._certifies_only(text):
                continue
            if not kept and (statement.kind is StatementKind.HEADING or self._is_detail(text, statement)):
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
        told = self.schools.is_school(text) and bool(self.reader.find(text))
        return bool(_SENTENCE.search(text)) and len(text.split()) > 12 and not told

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
        fields = fields_of(draft.lines, self.names, FormLabels({}), at_joins=False)
        pieces = [piece for one in fields for piece in _pieces(one)]
        whole = self.document.quote(draft.span)
        self._read_degree(draft, fields)
        self._read_school(draft, pieces)
        if draft.school is not None and draft.field is not None:
            draft.school = self._with_campus(draft.school, fields)
        if draft.degree is None and draft.school is None:
            return None
        story = self.studied.match(draft.school or "") if draft.degree is None else None
        if story is not None:
            # "Started Computer Science at Northern University": a subject that was begun, and a school.
            draft.field, draft.school = story["field"], story["school"]
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
            told = told_subject(one.text, match, self.schools)
            draft.level = match.level
            draft.field = (
                told.subject
                or subject_before(one.text[: match.start], self.schools)
                or _next_subject(fields, one, self.schools)
            )
            draft.degree = _balanced(one.text[match.start : told.end].strip(" ,;("))

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

    Lines elsewhere that name a degree are read too: some resumes have no such section, some put a degree among
    courses or behind the last job. With ``as_of`` an end that is still to come is not finished either.
    """
    finder = _Finder(document, words, as_of)
    found: list[Education] = []
    elsewhere: list[Education] = []
    for section in sections:
        mine = [one for one in statements if section.span.contains(one.span)]
        if section.kind is SectionKind.EDUCATION:
            found += [entry for draft in finder.drafts(mine) if (entry := finder.finish(draft)) is not None]
            continue
        for statement in mine:
            if finder.tells_degree(statement, loose=section.kind in _LOOSE_SECTIONS):
                entries = (finder.finish(draft) for draft in finder.drafts([statement], kept=True))
                elsewhere += [entry for entry in entries if entry is not None and entry.degree is not None]
    if any(entry.degree for entry in found):
        # What a job says of a degree is most often the one that its section names.
        known = {entry.level for entry in found}
        elsewhere = [entry for entry in elsewhere if entry.level not in known and _stands_loose(entry, sections)]
    return tuple(sorted([*found, *elsewhere], key=lambda entry: entry.span))


def _stands_loose(entry: Education, sections: Sequence[Section]) -> bool:
    return any(section.kind in _LOOSE_SECTIONS and section.span.contains(entry.span) for section in sections)


def _balanced(text: str) -> str:
    return text + ")" if text.count("(") == text.count(")") + 1 else text


def _pieces(one: Field) -> list[str]:
    return [piece.strip() for piece in one.text.split(",") if piece.strip()]


def _next_subject(fields: Sequence[Field], degree: Field, schools: SchoolJudge) -> str | None:
    for other in fields:
        if other is not degree and not schools.is_school(other.text) and schools.degree(other.text) is None:
            return other.text if len(other.text.split()) <= 6 else None
    return None
