"""Knows the lines among the jobs of a resume that tell of no work: degrees, certificates, courses, talks, time off."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from matcher.domain.candidate import Degree
from matcher.evidence.dates import Period
from matcher.evidence.degrees import school_judge
from matcher.evidence.names import name_judge
from matcher.taxonomy.tables import once_per_lists

__all__ = ["OtherLines", "other_lines"]

Words = Mapping[str, Sequence[str]]
_SURE_TITLE = 2.5
_LEGAL_FORM = 3.0
_QUOTED = re.compile('["\u201c\u201e\u00ab][^"\u201d\u201c\u00bb]{6,}["\u201d\u201c\u00bb]')
# "Boston, MA" with nothing behind it but a sign or the dates; what stands behind "Physics, MA, Tern" is a school.
_TOWN_AND_STATE = re.compile(
    r"(?:[A-Z][\w.'\u2019-]+ ){0,2}[A-Z][\w.'\u2019-]+, ?[A-Z]{2}"
    r"(?=\s*(?:$|[^\w\s,]|,\s*[^,]*\d|[A-Z][^\W\d_]{2,8}\.? ?\d))"
)
_EDGE = " \t,.;:|()[]-\u2013\u2014*_"


class OtherLines:
    """The word lists of what is no work, ready for looking up."""

    def __init__(self, words: Words) -> None:
        self._schools = school_judge(words)
        self._names = name_judge(words)
        self._certificate = _words(words.get("education_words.certificate", ("certified",)))
        self._course = _words(words.get("education_words.course", ("course",)))
        self._off = _words(words.get("position_words.time_off", ("sabbatical",)))

    def is_one(self, text: str, period: Period | None) -> bool:
        """Tell whether a line names a degree, a certificate, a course or a talk, and no job.

        Example: "B.Sc. Mathematics, Tern University, 2014-2018" does; "PhD student, Tern University, 2014-2018" and
        "Certified Nursing Assistant" above a line with dates do not.
        """
        plain = text.strip(_EDGE)
        if self.names_degree(plain):
            return True
        single = period is not None and period.single
        if not single:
            return period is not None and self._is_course(text, period)
        if self._certificate.search(plain) or _QUOTED.search(plain):
            return True
        return bool(self._course.match(plain)) and self._names.title_score(plain) < _SURE_TITLE

    def _is_course(self, text: str, period: Period) -> bool:
        """Tell a course behind or before its dates: '2025 - 2026 Course "Modern Java"'."""
        after = text[period.span.end - period.span.start :] if text[:1].isdigit() else text
        return bool(self._course.match(after.strip(_EDGE))) and self._names.title_score(after) < _SURE_TITLE

    def names_degree(self, text: str) -> bool:
        """Tell whether a degree is what a line is about; not where a title stands before it."""
        text = self._without_places(text)
        match = self._schools.degree(text)
        if match is None:
            return False
        if match.level < Degree.ASSOCIATE and not self._schools.is_school(text) and match.start > 30:
            return False
        named = text[match.start : match.end].casefold()
        if match.level < Degree.ASSOCIATE and "apprentice" in named:
            return False
        if self._names.company_score(text[: match.end]) >= _LEGAL_FORM and match.start > 0:
            # "Fjordkraft AS": a legal form that is written like a degree.
            return False
        before = text[: match.start].strip(_EDGE)
        titled = [piece for piece in re.split(r"\s*[,|(\u2013\u2014]\s*", text) if piece]
        about = [piece for piece in titled if self._schools.degree(piece) is None]
        if any(self._names.title_score(piece) >= _SURE_TITLE for piece in about[:2]):
            return False
        first = next((piece for piece in titled if self._schools.degree(piece) is not None), "")
        return self._names.title_score(first) < _SURE_TITLE and len(before.split()) <= 14

    def _without_places(self, text: str) -> str:
        """Blank the places of a line: the state of "Tern Health | Boston, MA | May 2019" would be a degree."""
        text = "" if self._names.is_place(text) else self._names.split_place(text)[0]
        return _TOWN_AND_STATE.sub(self._without_state, text)

    def _without_state(self, match: re.Match[str]) -> str:
        words = match.group().split(" ")
        # The longest end of the words that is a place: "Health Boston, MA" holds a part of the name before it.
        if any(self._names.is_place(" ".join(words[at:])) for at in range(len(words) - 1)):
            return match.group().rpartition(",")[0]
        return match.group()

    def certifies(self, text: str) -> bool:
        """Tell whether a line holds a word of certificates."""
        return bool(self._certificate.search(text))

    def is_time_off(self, text: str) -> bool:
        """Tell whether a line says that nothing was worked: "Family.", "Parental leave"."""
        plain = re.split(r"[;:.]\s", text.strip(_EDGE), maxsplit=1)[0]
        match = self._off.match(plain)
        return match is not None and len(plain.split()) <= 8 and self._names.title_score(plain) < _SURE_TITLE


def _words(words: Sequence[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word) for word in ordered) + r")(?!\w)", re.IGNORECASE)


other_lines = once_per_lists(OtherLines)
"""Return the lists of what is no work, built once for each set of word lists."""
