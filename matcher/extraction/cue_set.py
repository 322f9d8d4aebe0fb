"""All cues, made ready for looking for them: the graph of their words, what begins one, and what rules one out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_

from matcher.extraction.cue_sieve import CueSieve
from matcher.extraction.cues import CLAUSE_START, ONE_SKILL, SKILL, compile_cues, steps_of
from matcher.taxonomy.index import AssertionCue

__all__ = ["CueSet"]


class CueSet:
    """The compiled cues; ``fillers`` may stand between a cue and its skill ("no real Kafka experience")."""

    def __init__(self, cues: Sequence[AssertionCue], words: Mapping[str, Sequence[str]]) -> None:
        self.root = compile_cues(cues, words)
        self.behind_start = self.root.follow(CLAUSE_START)
        self.behind_skills = tuple(s for s in map(self.root.follow, (SKILL, ONE_SKILL)) if s is not None)
        self.over_start = self.behind_start.cues if self.behind_start is not None else 0
        self.over_skills = reduce(or_, (state.cues for state in self.behind_skills), 0)
        self.behind_words = {word: state for word in self.root.words if (state := self.root.follow(word)) is not None}
        self.fillers = frozenset(words.get("context_words.fillers", ()))
        self.gap_stops = frozenset(words.get("assertion_words.gap_stops", ()))
        common = frozenset(words.get("context_words.function_words", ()))
        self._sieve = CueSieve([steps_of(cue, words) for cue in cues], common)
        self._second_words: dict[str, frozenset[str] | None] = {}

    def run_over(self, first: str, second: str) -> bool:
        """Tell whether a cue holds two words that follow each other: "everything but"."""
        state = self.root.follow(first)
        return state is not None and second in state

    def possible(self, words: Iterable[str]) -> int:
        """Return the cues that may be among some words, as the bits of a number; see ``CueSieve``."""
        return self._sieve.possible(words)

    def second_words(self, first: str) -> frozenset[str] | None:
        """Return what cues go on with behind one of their first words, ``SKILL`` for a skill; None for any word."""
        if first not in self._second_words:
            self._second_words[first] = self._words_behind(first)
        return self._second_words[first]

    def _words_behind(self, first: str) -> frozenset[str] | None:
        state = self.behind_words[first]
        if first in self.fillers or state.cue is not None or state.ends or state.open:
            return None
        return state.words | self.fillers | {SKILL} if state.takes_skills else state.words
