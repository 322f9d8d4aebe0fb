"""Looks for the cues of one clause: each word costs a look-up or two, and only where a cue may go on is it followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from matcher.extraction.cues import ACROSS, ANY, CLAUSE_END, CLAUSE_START, OTHER_SKILL, SKILL, State, compile_cues
from matcher.extraction.reading import Candidate
from matcher.taxonomy.index import AssertionCue

__all__ = ["LIST_WORDS", "ClauseCues", "CueSet", "Hit", "end_of"]

_PREDICATE_STARTS = frozenset({",", "and", "(", ")", "-", ":", "i", "we", "am", "have", "then"})
LIST_WORDS = frozenset({",", "and", "or", "nor", "/", "&"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue in the text, from word ``start`` to ``end``. ``skills`` are the candidates its ``{skill}`` took in."""

    start: int
    end: int
    cue: AssertionCue
    skills: tuple[Candidate, ...]


class CueSet:
    """The compiled cues; ``fillers`` may stand between a cue and its skill ("no real Kafka experience")."""

    def __init__(self, cues: Sequence[AssertionCue], words: Mapping[str, Sequence[str]]) -> None:
        self.root = compile_cues(cues, words)
        self.first_words = self.root.words
        self.behind_start, self.behind_skill = self.root.follow(CLAUSE_START), self.root.follow(SKILL)
        self.fillers = frozenset(words.get("context_words.fillers", ()))
        self.gap_stops = frozenset(words.get("assertion_words.gap_stops", ()))
        self._second_words: dict[str, frozenset[str] | None] = {}

    def run_over(self, first: str, second: str) -> bool:
        """Tell whether a cue holds two words that follow each other: "everything but"."""
        state = self.root.follow(first)
        return state is not None and second in state

    def answer(self, mark: str, word: str) -> bool:
        """Tell whether a cue goes on behind a skill, a mark and a word: "Kafka? Never"."""
        state = self.behind_skill.follow(mark) if self.behind_skill is not None else None
        return state is not None and word in state

    def second_words(self, first: str) -> frozenset[str] | None:
        """Return what cues go on with behind one of their first words, ``SKILL`` for a skill; None for any word."""
        if first not in self._second_words:
            self._second_words[first] = self._words_behind(first)
        return self._second_words[first]

    def _words_behind(self, first: str) -> frozenset[str] | None:
        state = self.root.follow(first)
        assert state is not None  # noqa: S101 - a cue begins with the word
        if first in self.fillers or state.cue is not None or state.ends or state.open:
            return None
        return state.words | self.fillers | {SKILL} if state.takes_skills else state.words


class ClauseCues:
    """One clause, from word ``start`` to ``end``, with the candidates in it, of which there is at least one."""

    def __init__(self, cues: CueSet, lowers: Sequence[str], members: Sequence[Candidate], start: int, end: int) -> None:
        self._cues = cues
        self._lowers = lowers
        self._start = start
        self._end = end
        self._at = {c.start: c for c in members}
        self.inside = {i for c in members for i in range(c.start, c.end)}
        self._lists: dict[int, tuple[Candidate, ...]] = {}

    def hits(self) -> list[Hit]:
        """Return the cues of the clause in their order."""
        hits = []
        lowers, cues, skills, start, last = self._lowers, self._cues, self._at, self._start, self._end - 1
        first_words = cues.first_words
        done = start
        for at in range(start, self._end):
            if at not in skills and at != start:
                if lowers[at] not in first_words:
                    continue
                second = cues.second_words(lowers[at])
                if second is not None and (
                    at == last or not (lowers[at + 1] in second or (at + 1 in skills and SKILL in second))
                ):
                    continue
            hit = self._longest_hit(at) if at >= done and self._may_begin_cue(at) else None
            if hit is None:
                continue
            if hit.cue.group != "claimed" or hit.skills or self._is_new_predicate(hit):
                hits.append(hit)
            # A cue over skills ends before them, so that "learning Rust (basic)" is seen by the next cue as well.
            done = at if hit.skills else hit.end
        return hits

    def _may_begin_cue(self, at: int) -> bool:
        """Tell cheaply that no cue begins at a word: where what follows goes on with none."""
        cues, word = self._cues, self._lowers[at]
        starts = at == self._start
        if starts and cues.behind_start is not None and self._may_go_on(cues.behind_start, at):
            return True
        state = cues.root.follow(word)
        if at in self._at or (word in cues.fillers and (starts or state is not None)):
            taken = self.take_list(at)
            if taken and cues.behind_skill is not None and self._may_go_on(cues.behind_skill, end_of(taken[-1])):
                return True
        return state is not None and self._may_go_on(state, at + 1)

    def _may_go_on(self, state: State, place: int) -> bool:
        """Tell whether a cue may end or go on at a place; that it may not is certain."""
        if state.cue is not None or state.ends:
            return True
        if place >= self._end:
            return False
        word = self._lowers[place]
        if word in state or state.open:
            return True
        return state.takes_skills and (place in self._at or word in self._cues.fillers)

    def _is_new_predicate(self, hit: Hit) -> bool:
        """Tell whether a claiming word begins a part of its own: "no experience with Kafka and built ...".

        Not so in "planning to get certified in", "never used or administered", "systems built on".
        """
        return hit.start == self._start or self._lowers[hit.start - 1] in _PREDICATE_STARTS

    def _longest_hit(self, at: int) -> Hit | None:
        """Return the cue that reaches furthest from a word, following all that are open at once."""
        root = self._cues.root
        best: Hit | None = None
        stack: list[tuple[State, int, tuple[Candidate, ...]]] = [(root, at, ())]
        if at == self._start and (starts := root.follow(CLAUSE_START)) is not None:
            stack.append((starts, at, ()))
        while stack:
            state, place, skills = stack.pop()
            cue = state.cue
            if state.ends and self._is_end(place):
                ended = state.follow(CLAUSE_END)
                cue = ended.cue if ended is not None else cue
            if cue is not None and place > at and (best is None or place > best.end):
                best = Hit(at, place, cue, skills)
            if place >= self._end:
                continue
            if state.takes_skills and (place in self._at or self._lowers[place] in self._cues.fillers):
                stack += self._over_skills(state, place, skills)
            free = place not in self.inside
            if free or place > at or at in self._at:
                following = state.follow(self._lowers[place])
                if following is not None:
                    stack.append((following, place + 1, skills))
            if state.open and place > at:
                stack += self._over_gap(state, place, skills)
        return best

    def _over_gap(
        self, state: State, place: int, skills: tuple[Candidate, ...]
    ) -> Iterator[tuple[State, int, tuple[Candidate, ...]]]:
        """Yield where a cue may go on over a word that it leaves open."""
        if not self._lowers[place][0].isalnum() or self._lowers[place] in self._cues.gap_stops:
            return
        if place not in self.inside and (gap := state.follow(ANY)) is not None:
            yield gap, place + 1, skills
        if (across := state.follow(ACROSS)) is not None:
            candidate = self._at.get(place)
            yield across, place + 1 if candidate is None else candidate.end, skills

    def _over_skills(
        self, state: State, place: int, skills: tuple[Candidate, ...]
    ) -> Iterator[tuple[State, int, tuple[Candidate, ...]]]:
        """Yield where a cue may go on over a list of skills that it takes in, or leaves out."""
        for mark in (SKILL, OTHER_SKILL):
            if mark in state and (taken := self.take_list(place)):
                following = state.follow(mark)
                if following is not None:
                    reached = skills + taken if mark == SKILL else skills
                    yield following, end_of(taken[-1]), reached

    def _is_end(self, place: int) -> bool:
        return place >= self._end or self._lowers[place] in {",", ")", ":", "-", "|"}

    def take_list(self, place: int) -> tuple[Candidate, ...]:
        """Return the skill at a place, after filler words, and those joined to it by commas, "and" or "or"."""
        while place not in self._at:
            if place >= self._end or self._lowers[place] not in self._cues.fillers:
                return ()
            place += 1
        if place in self._lists:
            return self._lists[place]
        taken: list[Candidate] = []
        at = place
        while at not in self._lists and (candidate := self._at.get(at)) is not None:
            taken.append(candidate)
            at = end_of(candidate)
            while at < self._end and self._lowers[at] in LIST_WORDS:
                at += 1
        found = (*taken, *self._lists.get(at, ()))
        for number, candidate in enumerate(taken):
            self._lists[candidate.start] = found[number:]
        return found


def end_of(candidate: Candidate) -> int:
    """Return where a skill ends, its version included."""
    return candidate.version_end or candidate.end
