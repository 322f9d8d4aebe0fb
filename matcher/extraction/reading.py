"""What the components hand on to each other: candidates, the units of text they stand in, and the decisions taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from spacy.tokens import Doc

from matcher.domain.candidate import Assertion, MatchMethod, Strength
from matcher.domain.catalogue import AmbiguityRule, SkillId
from matcher.domain.document import SectionKind, StatementKind
from matcher.extraction.tokens import Tokens

__all__ = ["Candidate", "Claimant", "Reading", "Unit", "Why", "reading_of"]


class Why(StrEnum):
    """The rule that decided on a candidate."""

    PLAIN = "plain"
    COMPANY = "company"
    NO_COMPANY = "no company"
    RULED_OUT = "ruled out by a word beside it"
    NAME = "part of a name"
    CONTACT = "contact details"
    INSIDE_LONGER = "inside a longer name"
    SPELLING = "spelling"
    NO_PLACE = "a slip of the pen, but no place for a skill"


@dataclass(frozen=True, slots=True)
class Claimant:
    """A skill that is written in this way; ``alias`` is the data's spelling.

    ``everyday`` marks plain English words, ``bare`` words that any text about software holds, ``personal`` the skills
    in dealing with people. ``kin`` are the skills that go together with this one.
    """

    skill: SkillId
    alias: str
    rule: AmbiguityRule | None
    everyday: bool = False
    language: bool = False
    bare: bool = False
    personal: bool = False
    kin: frozenset[SkillId] = frozenset()

    @property
    def short(self) -> bool:
        """Tell whether the name is too short to be believed outside lists."""
        return len(self.alias) <= 2


@dataclass(slots=True)
class Candidate:
    """A place that may name a skill: words ``start`` to ``end`` of the tokens, in unit ``unit``."""

    start: int
    end: int
    unit: int
    claimants: tuple[Claimant, ...]
    kept: Claimant | None = None
    why: Why = Why.NO_COMPANY
    method: MatchMethod = MatchMethod.EXACT
    similarity: float = 1.0
    version: str | None = None
    version_end: int = 0
    assertion: Assertion = Assertion.CLAIMED
    strength: Strength = Strength.PLAIN

    plain: bool = field(init=False)

    def __post_init__(self) -> None:
        """Note whether one of the claimants needs no rule."""
        self.plain = False
        for claimant in self.claimants:
            if claimant.rule is None:
                self.plain = True


class Unit(NamedTuple):
    """A statement, or a line outside all statements, as a range of words."""

    start: int
    end: int
    section: SectionKind
    kind: StatementKind
    capitals: bool


@dataclass(slots=True)
class Reading:
    """One document on its way through the pipeline.

    ``strange`` are the words in lower case that are neither plain English nor part of any name, ``dropped`` the
    candidates that are laid aside.
    """

    tokens: Tokens
    units: tuple[Unit, ...] = ()
    unit_of: tuple[int, ...] = ()
    headed: bool = False
    strange: frozenset[str] = frozenset()
    candidates: list[Candidate] = field(default_factory=list)
    dropped: list[Candidate] = field(default_factory=list)
    unrecognised: list[tuple[int, int]] = field(default_factory=list)


def reading_of(doc: Doc) -> Reading:
    """Return the reading that travels with a Doc of this pipeline."""
    reading = doc.user_data["reading"]
    assert isinstance(reading, Reading)  # noqa: S101 - a Doc from elsewhere is a programming error
    return reading
