"""Makes reports blind: who wrote the resume cannot be told from them, and what was judged stays as it is.

What is masked: names, ways of contact, pages of one person, sex and family, belief, birth and age, schools and their
years, clubs, places and addresses, spoken languages, referees, and work of more than fifteen years ago. Employers stay,
unless their name holds the person's. Verdicts, score, gaps and ranks are not touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from matcher.domain.candidate import CandidateProfile, Contact, Education, Position, SkillMention
from matcher.domain.document import Document, Section, SectionKind
from matcher.domain.report import Evidence, Report, RequirementResult
from matcher.reports.blind_names import NameFinder
from matcher.reports.blind_person import personal_strings, subject_words
from matcher.reports.blind_places import blind_places
from matcher.reports.blind_rules import blind_rules
from matcher.reports.blind_text import Mark, cover, settle
from matcher.reports.blind_years import blind_years, without_long_ago
from matcher.reports.phrases import Quoted, quotes_of

__all__ = ["LEFT_OUT", "OLD_WORK_YEARS", "Blinder", "best_quote"]

Words = Mapping[str, Sequence[str]]
OLD_WORK_YEARS = 15
"""Work that ended longer ago tells mostly an age (reliability.md, section 4, point 29)."""
_AROUND = 120
LEFT_OUT = "[left out: "
"""How a quote begins that is not shown at all."""
_LEFT_OUT = {
    SectionKind.LANGUAGES.value: f"{LEFT_OUT}spoken languages]",
    SectionKind.REFERENCES.value: f"{LEFT_OUT}referees]",
}
_OLD_WORK = f"{LEFT_OUT}work of more than {OLD_WORK_YEARS} years ago]"
_PIECES = re.compile(r"\s*[,;|\u2022\u00b7\u2013\u2014]\s*|\s-\s")
_LOOSE = frozenset({SectionKind.VOLUNTEERING.value, SectionKind.INTERESTS.value, SectionKind.AWARDS.value})
_WORD_AFTER = re.compile(r"\s+([a-z]+)")
_CAPITALS = re.compile(r"[^\W\d_a-z][\w.&'\u2019-]*(?:\s+(?:of\s+|for\s+|the\s+)*[^\W\d_a-z][\w.&'\u2019-]*)*")


class Blinder:
    """Masks everything that is shown of one resume, everywhere in the same way.

    Args:
        document: what was read.
        sections: its sections.
        contact: who it is from, as far as that was found.
        profile: its jobs and schools.
        mentions: the skills that it names; these words stay, also where they are parts of a name.
        words: the lexicon's lists.
        as_of: the day of judgement.
        filename: the name of the file, which often is the person's.
    """

    def __init__(
        self,
        document: Document,
        sections: Sequence[Section],
        contact: Contact,
        profile: CandidateProfile,
        mentions: Sequence[SkillMention],
        words: Words,
        *,
        as_of: date,
        filename: str = "",
    ) -> None:
        self._document, self._mentions, self._as_of = document, mentions, as_of
        self._education = profile.education
        # The same line is shown for several requirements.
        self._found: dict[object, list[Mark]] = {}
        self._heads = tuple(one.head for one in profile.positions)
        self._old = tuple(one for one in profile.positions if _long_ago(one, as_of))
        self._rules, self._places, self._years = blind_rules(words), blind_places(words), blind_years(words)
        schooling = (document.quote(one.span) for one in sections if one.kind is SectionKind.EDUCATION)
        self._school_years = frozenset(
            text[mark.end - 4 : mark.end] for text in schooling for mark in self._years.every(text)
        )
        skills = {document.quote(mention.span) for mention in mentions}
        person = personal_strings(document, sections, contact, profile, words, skills=skills, filename=filename)
        self._names = NameFinder(person.names, person.handles, words, person.particles)
        self._known_schools = _literal(person.schools, exact=True)
        self._known_places = _literal(person.places, exact=True)
        self._chunks = _literal(person.chunks, exact=False)
        self._employers = _literal(person.employers, exact=True)
        self._subject = subject_words(words)
        self._past = frozenset(words.get("cue_words.past", ()))
        self._titles = frozenset(words.get("position_words.title_nouns", ())) | frozenset(
            words.get("position_words.title_marks", ())
        )

    def report(self, report: Report) -> Report:
        """Return the report with its quotes and reasons masked; nothing else of it differs."""
        return replace(report, requirements=tuple(self._result(one) for one in report.requirements))

    def text(self, text: str) -> str:
        """Return any text that tells of this person, masked."""
        return cover(text, self._marks(text))[0]

    def _result(self, result: RequirementResult) -> RequirementResult:
        return replace(
            result,
            reason=without_long_ago(result.reason, self._as_of, OLD_WORK_YEARS),
            evidence=tuple(self.evidence(one) for one in result.evidence),
        )

    def evidence(self, one: Evidence) -> Evidence:
        """Return one quote, masked, with its hit where it stands now."""
        if one.section in _LEFT_OUT:
            return _left_out(one, _LEFT_OUT[one.section])
        if any(position.span.start <= one.start < position.span.end for position in self._old):
            return _left_out(one, _OLD_WORK)
        studied = one.section == SectionKind.EDUCATION.value
        entry = next(
            (entry for entry in self._education if entry.span.start < one.end and one.start < entry.span.end), None
        )
        if entry is not None and one.skill is None:
            return self._degree(one, entry)
        if entry is not None and self._tells_school(one.text, entry):
            one = _only_the_hit(one)
        before, after = self._around(one)
        body = one.text.removeprefix("\u2026") if before else one.text
        text = before + (body.removesuffix("\u2026") if after else body) + after
        # Where the quote begins in the longer text; the sign of its cut stands there only in the quote.
        shift = len(before) - (len(one.text) - len(body))
        own = [] if one.skill is None or self._is_personal(one) else [(one.hit[0] + shift, one.hit[1] + shift)]
        years = self._years.every(text) if studied else self._told_years(one, text)
        marks = self._marks(text, own, self._skills(one, text), years=years, loose=one.section in _LOOSE)
        first, last = (1 if before else 0), len(one.text) - (1 if after else 0)
        inside = [
            replace(mark, start=max(mark.start - shift, first), end=min(mark.end - shift, last))
            for mark in marks
            if mark.end - shift > first and mark.start - shift < last
        ]
        shown, hit = cover(one.text, inside, one.hit)
        return replace(one, text=shown, hit=hit)

    def _degree(self, one: Evidence, entry: Education) -> Evidence:
        """Tell a degree by what it is and in what, and by nothing else of its entry."""
        # A line that was taken for the subject may be the school; only words of subjects are shown.
        field = entry.field if entry.field and self._subject.search(entry.field) else None
        field = None if field is None or field in (entry.degree or "") else field
        told = ", ".join(part for part in (entry.degree, field) if part) or "A degree"
        shown = cover(told, self._marks(told, years=self._years.every(told)))[0]
        return replace(one, text=shown, hit=(0, len(shown)))

    def _tells_school(self, text: str, entry: Education) -> bool:
        parts = [part for part in (entry.institution, entry.degree) if part]
        return any(part in text for part in parts) or bool(self._years.every(text)) or bool(self._places.schools(text))

    def _around(self, one: Evidence) -> tuple[str, str]:
        """Return the text beside a quote that was cut: half a name at its end is a name too."""
        text = self._document.text
        before = text[max(0, one.start - _AROUND) : one.start] if one.text.startswith("\u2026") else ""
        after = text[one.end : one.end + _AROUND] if one.text.endswith("\u2026") else ""
        return before.replace("\n", " "), after.replace("\n", " ")

    def _is_personal(self, one: Evidence) -> bool:
        """Tell whether the hit is the writer or the writer's town, not the skill of that name: "Jackson moved it"."""
        if self._known_places.fullmatch(one.text, *one.hit):
            return True
        verb = _WORD_AFTER.match(one.text, one.hit[1])
        return verb is not None and (verb[1].endswith("ed") or verb[1] in self._past)

    def _told_years(self, one: Evidence, text: str) -> list[Mark]:
        """Return years of long ago, and those of the schools too ("since 2012"), but not the dates of jobs."""
        found = self._years.older(text, self._as_of.year - OLD_WORK_YEARS)
        if not any(span.start < one.end and one.start < span.end for span in self._heads):
            found += [mark for mark in self._years.every(text) if text[mark.end - 4 : mark.end] in self._school_years]
        return found

    def _skills(self, one: Evidence, text: str) -> list[tuple[int, int]]:
        """Return where the skills that are named in a quote stand in a text."""
        named = {
            self._document.quote(mention.span).replace("\n", " ")
            for mention in self._mentions
            if mention.span.start < one.end and one.start < mention.span.end
        }
        return [(match.start(), match.end()) for match in _literal(named, exact=True).finditer(text)]

    def _marks(
        self,
        text: str,
        own: Sequence[tuple[int, int]] = (),
        skills: Sequence[tuple[int, int]] = (),
        *,
        years: Sequence[Mark] | None = None,
        loose: bool = False,
    ) -> list[Mark]:
        """Return all that is to be masked.

        ``own`` is the skill that a quote is shown for: it stays even where it is a part of the name. The employers stay
        where they look like a place, a school or a club, and ``skills`` where they look like a language or a street.
        """
        key = (text, tuple(own), tuple(skills), None if years is None else tuple(years), loose)
        known = self._found.get(key)
        if known is None:
            known = self._found[key] = self._find(text, own, skills, years=years, loose=loose)
        return known

    def _find(
        self,
        text: str,
        own: Sequence[tuple[int, int]],
        skills: Sequence[tuple[int, int]],
        *,
        years: Sequence[Mark] | None,
        loose: bool,
    ) -> list[Mark]:
        rules, places = self._rules, self._places
        sure = [
            *rules.contact(text),
            *rules.facts(text),
            *_known(self._known_schools, text, "[school]"),
            *self._names.marks(text),
        ]
        firms = [(one.start(), one.end()) for one in self._employers.finditer(text)]
        likely = [
            *_known(self._chunks, text, "[address]"),
            *_known(self._known_places, text, "[place]", soft=True),
            *places.homes(text),
            *places.schools(text),
            *places.clubs(text),
        ]
        rest = [
            *places.streets(text),
            *(self._capitals(text) if loose else ()),
            *rules.sexes(text),
            *rules.languages(text),
            *(self._years.older(text, self._as_of.year - OLD_WORK_YEARS) if years is None else years),
        ]
        named = _settled(sure, own)
        return settle([*_settled([*named, *likely], [*own, *firms]), *rest], [*own, *firms, *skills])

    def _capitals(self, text: str) -> Iterable[Mark]:
        """Mark names among pastimes and unpaid work: a club, a congregation, a cause."""
        for match in _CAPITALS.finditer(text):
            start = match.start()
            words = match.group().split()
            if start == 0 and (len(words) == 1 or words[0].endswith("ed") or words[0].casefold() in self._past):
                # "Taught Python", "Organised": a sentence begins with a capital letter too.
                start += len(words.pop(0))
            if any(word.casefold().strip(".,") not in self._titles for word in words):
                yield Mark(start, match.end(), "[club]", soft=True)


def _settled(marks: Iterable[Mark], protected: Sequence[tuple[int, int]]) -> list[Mark]:
    """Return settled marks that nothing takes back any more."""
    return [replace(mark, soft=False) for mark in settle(marks, protected)]


def best_quote(evidence: Iterable[Evidence]) -> Quoted | None:
    """Return the first quote that is shown, else the first one."""
    quotes = quotes_of(evidence)
    return next((one for one in quotes if not one.text.startswith(LEFT_OUT)), quotes[0] if quotes else None)


def _long_ago(position: Position, as_of: date) -> bool:
    last = position.end or position.start
    if position.current or last is None:
        return False
    return (last.year, last.month or 12) < (as_of.year - OLD_WORK_YEARS, as_of.month)


def _left_out(one: Evidence, told: str) -> Evidence:
    return replace(one, text=told, hit=(0, len(told)))


def _only_the_hit(one: Evidence) -> Evidence:
    """Cut a quote to the part between commas that holds its hit: "University of X, thesis in Go, 2009"."""
    start = max((match.end() for match in _PIECES.finditer(one.text) if match.end() <= one.hit[0]), default=0)
    end = min(
        (match.start() for match in _PIECES.finditer(one.text) if match.start() >= one.hit[1]), default=len(one.text)
    )
    return replace(one, text=one.text[start:end], hit=(one.hit[0] - start, one.hit[1] - start))


def _literal(strings: Iterable[str], *, exact: bool) -> re.Pattern[str]:
    """Return a pattern of strings as they are written, over any white space."""
    ordered = sorted({one for one in strings if one.strip()}, key=lambda one: (-len(one), one))
    parts = [r"\s+".join(re.escape(word) for word in one.split()) for one in ordered]
    flags = re.NOFLAG if exact else re.IGNORECASE
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(parts)})(?![^\W_])" if parts else r"(?!)", flags)


def _known(pattern: re.Pattern[str], text: str, shown: str, *, soft: bool = False) -> list[Mark]:
    return [Mark(one.start(), one.end(), shown, soft) for one in pattern.finditer(text)]
