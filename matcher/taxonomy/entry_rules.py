"""The rules that an entry is held to wherever it stands: in a file of skills_taxonomy/ or in a team's role profile.

Each rule yields the key that is to blame, what is wrong, and the remedy; who calls knows the place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

__all__ = [
    "Fault",
    "card_faults",
    "coverage_faults",
    "evidence_faults",
    "source_faults",
    "weight_faults",
]

Fault = tuple[str, str, str]

# A study plan of one or two cards would not prepare anybody, nor would four of one kind.
MIN_QUESTIONS = 4
MIN_KINDS = 2
# A card is for the minutes between two others. Adults read 175 to 300 words a minute in silence (M. Brysbaert, "How
# many words do we read per minute?", 2019); a card full of terms is read at the slow end.
MAX_MINUTES = 2
WORDS_A_MINUTE = 200
_NEEDS = {"skills": "any_of", "signal": "signals"}


class RequirementLike(Protocol):
    """What the rules look at in a requirement."""

    @property
    def kind(self) -> str: ...
    @property
    def any_of(self) -> Sequence[str]: ...
    @property
    def signals(self) -> Sequence[str]: ...
    @property
    def min_years(self) -> float | None: ...
    @property
    def partial_years(self) -> float | None: ...


class CardLike(Protocol):
    """What the rules look at in a question."""

    @property
    def prompt(self) -> str: ...
    @property
    def example(self) -> str | None: ...
    @property
    def requirements(self) -> Sequence[str]: ...
    @property
    def answer_points(self) -> Sequence[str]: ...
    @property
    def lead_adds(self) -> Sequence[str]: ...
    @property
    def pitfalls(self) -> Sequence[str]: ...
    @property
    def follow_ups(self) -> Sequence[str]: ...
    @property
    def prepare(self) -> Sequence[str]: ...
    @property
    def listen_for(self) -> Sequence[str]: ...


def evidence_faults(entry: RequirementLike) -> Iterator[Fault]:
    """Tell of a requirement that nothing can meet, or whose lower bound is not below its upper one."""
    if entry.kind in _NEEDS and not (entry.any_of or entry.signals):
        needed = _NEEDS[entry.kind]
        message = f"Nothing can show it: a requirement of kind {entry.kind} needs {needed}."
        yield needed, message, "Name what shows it."
    if entry.min_years is not None and not 0 <= (entry.partial_years or 0) < entry.min_years:
        yield "partial_years", "partial_years is not below min_years.", "Mend one of them."


def source_faults(sources: Collection[str]) -> Iterator[Fault]:
    """Tell of what comes from nowhere."""
    if not sources:
        yield "sources", "It has no source.", "Name one; 'own' for our own."


def coverage_faults(kinds: Sequence[str]) -> Iterator[Fault]:
    """Tell of a requirement with too few questions; their kinds are given."""
    if len(kinds) < MIN_QUESTIONS or len(set(kinds)) < MIN_KINDS:
        message = f"It has {len(kinds)} questions of {len(set(kinds))} kinds."
        yield "", message, f"Give it {MIN_QUESTIONS} of {MIN_KINDS} kinds in questions/."


def weight_faults(asked: Iterable[tuple[str, float]]) -> Iterator[tuple[int, Fault]]:
    """Tell of a list, by name and weight, that asks twice for a thing or gives it no weight; with the place."""
    seen: set[str] = set()
    for place, (name, weight) in enumerate(asked):
        if weight <= 0:
            yield (
                place,
                ("weight", f"The weight of {name} is {weight:g}.", "Give a weight above 0 or remove the entry."),
            )
        if name in seen:
            yield place, ("requirement", f"It asks for {name} twice.", "Keep one of them.")
        seen.add(name)


def card_faults(entry: CardLike) -> Iterator[Fault]:
    """Tell of a question that studies nothing, or takes longer than two minutes to read."""
    if not entry.requirements:
        message = "It studies no requirement, so no gap leads to it and nobody will see it."
        yield "requirements", message, "Name the requirement that it studies."
    words = len(" ".join(_read(entry)).split())
    if words >= MAX_MINUTES * WORDS_A_MINUTE:
        message = f"It has {words} words; {MAX_MINUTES * WORDS_A_MINUTE - 1} are read in {MAX_MINUTES} minutes."
        yield "answer_points", message, "Shorten it or make two cards of it."


def _read(entry: CardLike) -> Iterator[str]:
    """Return all that somebody reads of a card."""
    yield entry.prompt
    yield entry.example or ""
    for texts in (
        entry.answer_points,
        entry.lead_adds,
        entry.pitfalls,
        entry.follow_ups,
        entry.prepare,
        entry.listen_for,
    ):
        yield from texts
