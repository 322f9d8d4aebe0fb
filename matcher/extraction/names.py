"""Where a known name is not a skill but part of the name of a person, a firm, a school, a street or a place."""

from __future__ import annotations

from matcher.domain.document import SectionKind, StatementKind
from matcher.extraction.context import Context
from matcher.extraction.layout import Layout
from matcher.extraction.reading import Candidate, Unit, Why

__all__ = ["NameGuard"]

_SITUATED = frozenset({"in", "on", "at", "near", "from", "to"})
_SEGMENT_ENDS = frozenset({",", "|", "-", "·", "•", "@", ";", "(", ")", "~", "–", "/"})


class NameGuard:
    """Tells by section, by the words beside, and by the part of an entry's head."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def reason_against(self, candidate: Candidate, layout: Layout) -> Why | None:
        """Return why a candidate is part of a name, or None.

        Example: "Ruby Jackson", "Franz Kafka", "12 Java Street", "Oracle, Austin, 2019 - 2021" (an employer).
        """
        unit = layout.unit(candidate)
        if unit.section is SectionKind.CONTACT and layout.reading.headed:
            return Why.CONTACT
        if layout.tokens.words[candidate.start].islower():
            return None
        if self._beside_a_name(candidate, layout, unit) or self._is_where_one_is(candidate, layout, unit):
            return Why.NAME
        if unit.kind is StatementKind.ENTRY and self._in_name_part(candidate, layout, unit):
            return Why.NAME
        return None

    def _beside_a_name(self, candidate: Candidate, layout: Layout, unit: Unit) -> bool:
        context, words, lowers, gaps = self._context, layout.tokens.words, layout.tokens.lowers, layout.tokens.gaps
        start, end = candidate.start, candidate.end
        if layout.is_tag_line(candidate.unit):
            return False
        if end < unit.end and gaps[end - 1] == " ":
            if words[end][0].isupper():
                if lowers[end] in context.organisations or lowers[end] in context.places:
                    return True
                if lowers[start] in context.name_like and end - start == 1 and self._is_surname(end, layout, unit):
                    return True
            if lowers[end] in context.place_nouns:
                return True
        if start == unit.start or gaps[start - 1] != " ":
            return False
        start = self._before_initials(start, layout, unit)
        if start == unit.start:
            return False
        if words[start - 1] == "." and start - 2 >= unit.start and lowers[start - 2] in context.titles:
            return True
        before = lowers[start - 1]
        if before in context.titles and words[start - 1][0].isupper():
            return True
        return before in context.given_names and words[start - 1].istitle()

    @staticmethod
    def _before_initials(start: int, layout: Layout, unit: Unit) -> int:
        """Return where the initials before a word begin: "Prof. H. Jenkins"; the word itself without any."""
        words = layout.tokens.words
        while start - 1 > unit.start:
            at = start - 1 - (words[start - 1] == "." and start - 2 > unit.start)
            letter, dot = words[at][:1], "".join(words[at:start])[1:]
            if not (letter.isupper() and dot == "."):
                break
            start = at
        return start

    def _is_where_one_is(self, candidate: Candidate, layout: Layout, unit: Unit) -> bool:
        """Tell whether a place or a firm is spoken of: "born on Java", "worked at Oracle", "joined Elastic as".

        "At Stripe I wrote" begins with a firm; "engineer at Java shops" names a technology, by the noun.
        """
        context, lowers, start = self._context, layout.tokens.lowers, candidate.start
        link = start - 1
        if link < unit.start:
            return False
        given, situated = context.given_by.end_at(lowers, start, unit.start), lowers[link] in _SITUATED
        if not (given or situated) or context.after.begin_at(lowers, candidate.end, unit.end):
            return False
        if given:
            return True
        if lowers[link] == "at":
            opening = link == unit.start or lowers[link - 1] in {".", ";"}
            return opening or context.employed_at.end_at(lowers, link, unit.start)
        return context.lived_in.end_at(lowers, link, unit.start)

    def _is_surname(self, index: int, layout: Layout, unit: Unit) -> bool:
        word, lower = layout.tokens.words[index], layout.tokens.lowers[index]
        if not word.istitle() or not word.isalpha() or len(word) < 3:
            return False
        if layout.begins_name(index) or unit.capitals:
            return False
        context = self._context
        return not (lower in context.after or lower in context.job_words)

    def _in_name_part(self, candidate: Candidate, layout: Layout, unit: Unit) -> bool:
        """Tell whether the part of an entry's head with this candidate is an employer, a school or a place.

        A part with a job title keeps its skills ("Java Developer"), and so do projects and lists of several skills.
        """
        lowers = layout.tokens.lowers
        start, end = candidate.start, candidate.end
        while start > unit.start and not self._ends_segment(layout, start - 1):
            start -= 1
        while end < unit.end and not self._ends_segment(layout, end - 1) and lowers[end] not in _SEGMENT_ENDS:
            end += 1
        segment = lowers[start:end]
        if any(word in self._context.job_words for word in segment):
            return False
        if any(word in self._context.organisations or word in self._context.places for word in segment):
            return True
        if unit.section not in {SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.VOLUNTEERING}:
            return False
        # A school's or a firm's name is no company for what stands beside it: "B.Sc. Physics, Cassandra College".
        return all(self._beside_a_name(other, layout, unit) for other in layout.chain(candidate))

    def _ends_segment(self, layout: Layout, index: int) -> bool:
        return layout.tokens.lowers[index] in _SEGMENT_ENDS or "\n" in layout.tokens.gaps[index]
