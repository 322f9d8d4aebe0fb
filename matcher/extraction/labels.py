"""What is said of skills outside their statement: by the line above them, or by the answer behind their question."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from matcher.domain.document import SectionKind, StatementKind
from matcher.extraction.reading import Candidate, Reading, Unit

__all__ = ["Label", "labels_of", "with_answer"]

# A longer line is a sentence; a longer answer tells of something else.
_LONGEST_LABEL = 8
_LONGEST_ANSWER = 7
# A heading of one word ("Learning") opens a part of a resume and says nothing of what it holds.
_SHORTEST_HEADING = 2
# Goals and interests are headed so, whatever their lines tell of.
_TELLING = frozenset({SectionKind.COURSES, SectionKind.OTHER})
# Who is spoken to is asked for what is below ("What you can't do without"), and denied nothing.
_ASKING = frozenset({"you", "your", "you'll", "you'd", "you're", "you've", "without", "these", "worries"})
_STAND_IN = "{name}"


class Label(NamedTuple):
    """The words of a line over others, with a stand-in for a name behind them, and the names below."""

    words: tuple[str, ...]
    below: tuple[Candidate, ...]

    @property
    def place(self) -> int:
        """Where the stand-in stands."""
        return len(self.words) - 1


def labels_of(reading: Reading) -> Iterator[Label]:
    """Find the headings and lead-in lines that have names below: "Want to learn:" over bullets."""
    candidates, lowers = reading.candidates, reading.tokens.lowers
    # A bullet sign is a unit of its own.
    places = [i for i, u in enumerate(reading.units) if u.end - u.start > 1 or lowers[u.start][0].isalnum()]
    units = [reading.units[i] for i in places]
    for at, unit in enumerate(units[:-1]):
        if unit.end - unit.start > _LONGEST_LABEL or not _is_label(unit, units[at + 1], lowers[unit.end - 1]):
            continue
        first = bisect_left(candidates, places[at], key=attrgetter("unit"))
        beyond = bisect_left(candidates, places[_last_below(units, at)] + 1, key=attrgetter("unit"))
        below = tuple(candidates[first:beyond])
        # A line that names skills itself is no label.
        words = lowers[unit.start : unit.end]
        if below and below[0].unit != places[at] and _ASKING.isdisjoint(words):
            yield Label((*(words[:-1] if words[-1] == ":" else words), ":", _STAND_IN), below)


def _is_label(unit: Unit, following: Unit, ends: str) -> bool:
    if unit.kind is StatementKind.HEADING:
        return unit.end - unit.start >= _SHORTEST_HEADING and unit.section in _TELLING
    if unit.kind is StatementKind.BULLET:
        return False
    return ends == ":" or (following.kind is StatementKind.BULLET and ends[-1].isalnum())


def _last_below(units: Sequence[Unit], at: int) -> int:
    """Return the last unit under a label: all up to the next heading, all bullets in a row, or one line."""
    kind = units[at + 1].kind
    if kind is StatementKind.HEADING:
        return at
    if units[at].kind is StatementKind.HEADING:
        headings = (i for i in range(at + 1, len(units)) if units[i].kind is StatementKind.HEADING)
        return next(headings, len(units)) - 1
    if kind is not StatementKind.BULLET:
        return at + 1
    others = (i for i in range(at + 1, len(units)) if units[i].kind is not StatementKind.BULLET)
    return next(others, len(units)) - 1


def with_answer(reading: Reading, index: int) -> Unit:
    """Return a unit, and with it the short answer if it is a question: "Any Kafka? Sadly no."."""
    unit, lowers = reading.units[index], reading.tokens.lowers
    if lowers[unit.end - 1] != "?" or index + 1 >= len(reading.units):
        return unit
    answer = reading.units[index + 1]
    named = bisect_left(reading.candidates, index + 1, key=attrgetter("unit"))
    names_skills = named < len(reading.candidates) and reading.candidates[named].unit == index + 1
    if names_skills or answer.start != unit.end or answer.end - answer.start > _LONGEST_ANSWER:
        return unit
    return unit._replace(end=answer.end)
