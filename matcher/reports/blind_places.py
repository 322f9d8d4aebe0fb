"""Finds names of schools, clubs and places in any text, by kinds that are part of them and by what stands before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from matcher.reports.blind_patterns import CAPITAL, any_of, as_names, marks_of, whole
from matcher.reports.blind_text import Mark
from matcher.taxonomy.tables import once_per_lists

__all__ = ["BlindPlaces", "blind_places"]

Words = Mapping[str, Sequence[str]]


class BlindPlaces:
    """The lists of the lexicon as patterns. Each method returns marks of one kind."""

    def __init__(self, words: Words) -> None:
        def listed(name: str) -> Sequence[str]:
            return words.get(f"blind_words.{name}", ())

        links = any_of(listed("name_links"))
        row = rf"{CAPITAL}(?:\s+(?:(?:{links})\s+)*{CAPITAL})*"
        self._club_of, self._school_of, self._home = (
            re.compile(rf"(?<![\w-])(?:{any_of(_either_case(listed(name)))})\s+(?:the\s+)?({row}(?:,\s{row})?)")
            for name in ("club_before", "school_before", "lives_in")
        )
        self._row = re.compile(rf"(?<![\w-]){CAPITAL}(?:\s+(?:(?:{links})\s+)*{CAPITAL})*")
        self._club = re.compile(
            rf"(?<![\w-])(?:{any_of(as_names(listed('clubs')))})(?![\w-])"
            rf"|\w(?:{any_of(listed('club_ends'))})(?![\w-])"
            rf"|(?<![\w-])(?:{any_of(as_names((*listed('club_starts'), *listed('groups'))))})\s+\w"
            rf"|\s(?:{any_of(as_names(listed('groups')))})(?![\w-])"
        )
        self._schools = self._named(
            [one for one in words.get("education_words.institution", ()) if one not in listed("not_schools")],
            words,
        )
        self._sold = whole(listed("not_schools"))
        self._street = _street(
            listed("streets"), listed("streets_small"), listed("street_ends"), listed("name_links_before")
        )

    @staticmethod
    def _named(kinds: Iterable[str], words: Words) -> re.Pattern[str]:
        """Return the pattern of a name that holds a kind: "Riverside Rowing Club", "University of North Town"."""
        kind = rf"(?:{any_of(as_names(kinds))})"
        before = any_of(words.get("blind_words.name_links_before", ()))
        row = rf"(?:{CAPITAL}\s+|(?:{before})\s+(?={CAPITAL}|(?:{before})\s))"
        rest = rf"(?:\s+(?:(?:{any_of(words.get('blind_words.name_links', ()))})\s+)*{CAPITAL})"
        return re.compile(rf"(?<![\w-])(?:{CAPITAL}\s+{row}*)?{kind}(?![\w-]){rest}*")

    def schools(self, text: str) -> list[Mark]:
        """Return names that hold a kind of school; teaching that is sold to everybody is none."""
        found = marks_of(self._schools, text, "[school]", soft=True, unless=self._sold.search)
        return found + _groups(self._school_of, text, "[school]")

    def clubs(self, text: str) -> list[Mark]:
        """Return names of clubs, congregations and groups for some people."""
        return [
            Mark(one.start(), one.end(), "[club]", soft=True)
            for one in self._row.finditer(text)
            if self._club.search(one.group())
        ] + _groups(self._club_of, text, "[club]")

    def homes(self, text: str) -> list[Mark]:
        """Return the towns that somebody lives in, comes from or goes to."""
        return _groups(self._home, text, "[place]")

    def streets(self, text: str) -> list[Mark]:
        """Return addresses of houses."""
        return marks_of(self._street, text, "[address]", soft=True)


def _groups(pattern: re.Pattern[str], text: str, shown: str) -> list[Mark]:
    return [Mark(one.start(1), one.end(1), shown, soft=True) for one in pattern.finditer(text)]


def _either_case(words: Iterable[str]) -> list[str]:
    """Return words as they stand inside and at the start of a sentence."""
    return [form for word in words for form in (word, word[:1].upper() + word[1:])]


def _street(kinds: Sequence[str], small: Sequence[str], ends: Sequence[str], links: Sequence[str]) -> re.Pattern[str]:
    """Return the pattern of an address: "12 Mill Lane", "Rue de la Paix 12", "Lindenstrasse 4a"."""
    kind, link = any_of([*as_names(kinds), *small]), any_of(links)
    number = r"\d{1,5}[a-z]?"
    row = rf"(?:(?:{link})\s+)*{CAPITAL}(?:\s+(?:(?:{link})\s+)*{CAPITAL}){{0,3}}"
    town = rf"(?:,\s*(?:[A-Z\d-]{{2,8}}\s+)*{CAPITAL}(?:\s+{CAPITAL})*)?"
    return re.compile(
        rf"(?<![\w-])(?:{number},?\s+(?:{CAPITAL}\s+){{1,3}}(?:{any_of(as_names(kinds))})(?!\w)\.?"
        rf"|(?:{CAPITAL}\s+){{1,3}}(?:{any_of(as_names(kinds))})\.?\s+{number}(?!\w)"
        rf"|{number},?\s+(?:{kind})\.?\s+{row}"
        rf"|(?:{kind})\.?\s+{row},?\s+{number}(?!\w)"
        rf"|[^\W\d_a-z]\w+(?:{any_of(ends)})\s+{number}(?!\w)){town}"
    )


blind_places = once_per_lists(BlindPlaces)
"""Return the places of a lexicon, compiled once."""
