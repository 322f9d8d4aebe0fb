"""Knows degrees and schools by their words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matcher.domain.candidate import Degree
from matcher.evidence.cue_language import either
from matcher.taxonomy.tables import once_per_lists

__all__ = ["DegreeMatch", "SchoolJudge", "degree_starts", "school_judge"]

Words = Mapping[str, Sequence[str]]
_LEVELS = (
    (Degree.DOCTORATE, "doctorate"),
    (Degree.MASTER, "master"),
    (Degree.BACHELOR, "bachelor"),
    (Degree.ASSOCIATE, "associate"),
    (Degree.DIPLOMA, "diploma"),
)


@dataclass(frozen=True, slots=True)
class DegreeMatch:
    """A degree's name in a text: where it stands, and its level."""

    start: int
    end: int
    level: Degree


class SchoolJudge:
    """The word lists of degrees and schools, ready for looking up."""

    def __init__(self, words: Words) -> None:
        self._loose = frozenset(words.get("education_words.loose", ()))
        short = {name.casefold() for name in words.get("education_words.short_forms", ())}
        self._levels: dict[str, Degree] = {}
        for level, name in reversed(_LEVELS):
            for degree in words.get(f"education_words.{name}", ()):
                self._levels[_bare(degree)] = level
        longer = sorted(
            (name for name in self._levels if name not in {_bare(one) for one in short}), key=len, reverse=True
        )
        forms = sorted({_bare(name) for name in short}, key=len, reverse=True)
        self._long = re.compile(rf"(?<!\w)(?:{either([_spaced(name) for name in longer])})(?!\w)", re.IGNORECASE)
        dotted = either([r"\.?\s?".join(re.escape(char) for char in form) for form in forms])
        self._short = re.compile(rf"(?<![\w.])(?:{dotted})\.?(?!\w)(?=$|[\s,;:|/)(\u2013\u2014-])", re.IGNORECASE)
        others = "|".join(_spaced(name) for name in words.get("education_words.not_degrees", ()))
        self._others = re.compile(rf"(?:{others})(?!\w)", re.IGNORECASE) if others else None
        schools = either([_spaced(_bare(name)) for name in words.get("education_words.institution", ("university",))])
        self._schools = re.compile(rf"(?<!\w)(?:{schools})", re.IGNORECASE)

    def degree(self, text: str) -> DegreeMatch | None:
        """Return the highest degree named in a text; among equals the first.

        Short forms need a capital letter: "BA", "BSc" and "Ph.D." are degrees, "as" and "be" are not.
        """
        found = []
        for match in self._long.finditer(text):
            if self._others and self._others.match(text, match.start()):
                continue
            level = self._levels.get(_bare(match.group()))
            if level is not None and (_bare(match.group()) not in self._loose or _stands_as_degree(text, match)):
                found.append(DegreeMatch(match.start(), match.end(), level))
        for match in self._short.finditer(text):
            if self._others and self._others.match(text, match.start()):
                continue
            written = match.group().strip()
            capitals = sum(char.isupper() for char in written)
            level = self._levels.get(_bare(written))
            if level is not None and capitals >= min(2, len(_bare(written))):
                found.append(DegreeMatch(match.start(), match.end(), level))
        return max(found, key=lambda one: (one.level, -one.start), default=None)

    def is_school(self, text: str) -> bool:
        """Tell whether a text holds a word of a school's name."""
        return bool(self._schools.search(text))


school_judge = once_per_lists(SchoolJudge)
"""Return the judge of a set of word lists, built once for each."""


def degree_starts(words: Words) -> tuple[str, ...]:
    """Return the names of degrees that are unlike any other word, from the lists of the lexicon."""
    names = [
        name
        for level in ("doctorate", "master", "bachelor", "associate")
        for name in words.get(f"education_words.{level}", ())
        if " " in name or "." in name or name in {"bsc", "msc", "phd", "mba", "beng", "meng", "btech"}
    ]
    return tuple(sorted(names))


def _stands_as_degree(text: str, match: re.Match[str]) -> bool:
    """Tell "Master in Physics" from "Scrum Master" and "Solutions Architect Associate"."""
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    opens = not before or before[-1] in ",;:|(-\u2013\u2014"
    told = after.casefold().startswith(("in ", "of ", "de ", "en "))
    return opens and (not after or told or after[0] in ",;:|()-\u2013\u2014")


def _bare(name: str) -> str:
    plain = name.casefold().replace("\u2019", "'")
    return re.sub(r"[.\s]+", " ", plain).strip() if " " in plain.strip() else plain.replace(".", "").strip()


def _spaced(name: str) -> str:
    return re.escape(name).replace(r"\ ", r"\.?\s+").replace("'", "['\u2019]?").replace(r"\-", r"\.?\-")
