"""Looks for the cues of one clause: each word costs a look-up or two, and only where a cue may go on is it followed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matcher.extraction.cue_set import CueSet
from matcher.extraction.cues import (
    ACROSS,
    ANY,
    CLAUSE_END,
    CLAUSE_START,
    FURTHEST,
    ONE_SKILL,
    OTHER_SKILL,
    SKILL,
    State,
)
from matcher.extraction.reading import Candidate
from matcher.taxonomy.index import AssertionCue

__all__ = ["LIST_WORDS", "ClauseCues", "Hit", "clause_cues", "end_of"]

_PREDICATE_STARTS = frozenset({",", "and", "(", ")", "-", ":", "i", "we", "am", "have", "then"})
_OWN_SUBJECTS = frozenset({"i", "we", "i've", "we've", "he", "she", "there", ",", ":", "-", "(", "and", "but"})
_BEFORE_DENIALS = frozenset(
    {"have", "has", "had", "also", "still", "really", "sadly", "just", "somehow", "honestly", "do", "does", "did", "am"}
    | {"was", "were", "is", "are", "decided", "chose", "prefer", "tend", "can", "could", "ever", "so", "far", "well"}
)
_DENYING = frozenset({"negated", "learning"})
LIST_WORDS = frozenset({",", "and", "or", "nor", "/", "&"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue in the text, from word ``start`` to ``end``. ``skills`` are the candidates its ``{skill}`` took in."""

    start: int
    end: int
    cue: AssertionCue
    skills: tuple[Candidate, ...]


def clause_cues(
    cues: CueSet, lowers: Sequence[str], members: Sequence[Candidate], start: int, end: int, sight: int
) -> ClauseCues | None:
    """Return what finds the cues of a clause, from word ``start`` to ``end``, or None if its words rule out all.

    ``sight`` is how far a cue may go on behind the clause, where it names the word that ended the clause.
    """
    possible = cues.possible(lowers[start:sight])
    return ClauseCues(cues, possible, lowers, members, (start, end, sight)) if possible else None


class ClauseCues:
    """One clause with the candidates in it, of which there is at least one; ``possible`` are the cues it may hold."""

    def __init__(
        self,
        cues: CueSet,
        possible: int,
        lowers: Sequence[str],
        members: Sequence[Candidate],
        reach: tuple[int, int, int],
    ) -> None:
        self._cues = cues
        self._possible = possible
        self._lowers = lowers
        self._start, self._end, self._sight = reach
        self._at = {c.start: c for c in members}
        self.inside = {i for c in members for i in range(c.start, c.end)}
        self._lists: dict[int, tuple[Candidate, ...]] = {}

    def hits(self) -> list[Hit]:
        """Return the cues of the clause in their order."""
        hits: list[Hit] = []
        done = self._start
        for at in self._beginnings():
            hit = self._longest_hit(at) if at >= done and self._may_begin_cue(at) else None
            if hit is None:
                continue
            if hit.cue.group != "claimed" or hit.skills or self._is_new_predicate(hit, hits):
                hits.append(hit)
            # A cue over skills ends before them, so that "learning Rust (basic)" is seen by the next cue as well.
            done = at if hit.skills else hit.end
        return hits

    def _beginnings(self) -> list[int]:
        """Return the words at which a possible cue may begin, judged by the word itself and the next one."""
        lowers, cues, skills, possible, last = self._lowers, self._cues, self._at, self._possible, self._end - 1
        behind, over_skills = cues.behind_words, cues.over_skills & possible
        places = [self._start]
        for at in range(self._start + 1, self._end):
            word = lowers[at]
            if word not in behind:
                if over_skills and at in skills:
                    places.append(at)
                continue
            if not (behind[word].cues & possible or (over_skills and (at in skills or word in cues.fillers))):
                continue
            second = None if at in skills else cues.second_words(word)
            if second is None or (at < last and (lowers[at + 1] in second or (at + 1 in skills and SKILL in second))):
                places.append(at)
        return places

    def _may_begin_cue(self, at: int) -> bool:
        """Tell cheaply that no cue begins at a word: where what follows goes on with none."""
        cues, word = self._cues, self._lowers[at]
        starts = at == self._start
        if starts and cues.behind_start is not None and self._may_go_on(cues.behind_start, at):
            return True
        state = cues.behind_words.get(word)
        if state is not None and self._may_go_on(state, at + 1):
            return True
        if not (at in self._at or (word in cues.fillers and (starts or state is not None))):
            return False
        for behind in cues.behind_skills:
            if behind.cues & self._possible and (taken := self.take_list(at)):
                first, last = end_of(taken[0]), end_of(taken[-1])
                if self._may_go_on(behind, last) or (first != last and self._may_go_on(behind, first)):
                    return True
        return False

    def _may_go_on(self, state: State, place: int) -> bool:
        """Tell whether a cue may end or go on at a place; that it may not is certain."""
        if not state.cues & self._possible:
            return False
        if state.cue is not None or state.ends:
            return True
        if place >= self._sight:
            return False
        word = self._lowers[place]
        following = state.follow(word)
        if following is not None and following.cues & self._possible:
            return True
        if state.open and self._goes_on_far(state, place):
            return True
        return state.takes_skills and (place in self._at or word in self._cues.fillers)

    def _has_own_subject(self, at: int) -> bool:
        """Tell whether nobody and nothing but the writer is a verb's subject: not so in "keys never leave the HSM"."""
        while at > self._start and self._lowers[at - 1] in _BEFORE_DENIALS:
            at -= 1
        before = self._lowers[max(self._start, at - 3) : at]
        return not before or before[-1] in _OWN_SUBJECTS or "my" in before

    def _is_new_predicate(self, hit: Hit, before: Sequence[Hit]) -> bool:
        """Tell whether a claiming word begins a part of its own: "no experience with Kafka and built ...".

        Not so in "planning to get certified in", "never used or administered", "systems built on", "do not have
        experience".
        """
        if before and before[-1].end == hit.start and before[-1].cue.group in _DENYING:
            return False
        return hit.start == self._start or self._lowers[hit.start - 1] in _PREDICATE_STARTS

    def _longest_hit(self, at: int) -> Hit | None:
        """Return the cue that reaches furthest from a word, following all that are open at once.

        What makes a claim of it in spite of a denial goes before all others: "never lost", "nobody else knew".
        """
        root, possible = self._cues.root, self._possible
        best: Hit | None = None
        stack: list[tuple[State, int, tuple[Candidate, ...]]] = [(root, at, ())]
        if at == self._start and (starts := root.follow(CLAUSE_START)) is not None:
            stack.append((starts, at, ()))
        while stack:
            state, place, skills = stack.pop()
            if not state.cues & possible:
                continue
            cue = state.cue
            if state.ends and self._is_end(place):
                ended = state.follow(CLAUSE_END)
                cue = ended.cue if ended is not None else cue
            better = (
                cue is not None and place > at and (best is None or _weight(cue, place) > _weight(best.cue, best.end))
            )
            if cue is not None and better and (cue.reach != "own" or self._has_own_subject(at)):
                best = Hit(at, place, cue, skills)
            if place >= self._end:
                stack += self._beyond(state, place, skills)
                continue
            if state.takes_skills and (place in self._at or self._lowers[place] in self._cues.fillers):
                stack += self._over_skills(state, place, skills)
            free = place not in self.inside
            if free or place > at or at in self._at:
                following = state.follow(self._lowers[place])
                if following is not None:
                    stack.append((following, place + 1, skills))
            if state.open and self._goes_on_far(state, place):
                stack += self._over_gap(state, place, skills)
        return best

    def _goes_on_far(self, state: State, place: int) -> bool:
        """Tell whether behind the words that a cue leaves open stands one with which it goes on."""
        if not any(gap.cues & self._possible for gap in state.gaps):
            return False
        far, end = state.far, min(place + FURTHEST, self._end)
        if not far.isdisjoint(self._lowers[place : min(place + FURTHEST, self._sight)]):
            return True
        return (SKILL in far or OTHER_SKILL in far) and not self._at.keys().isdisjoint(range(place, end))

    def _over_gap(
        self, state: State, place: int, skills: tuple[Candidate, ...]
    ) -> Iterator[tuple[State, int, tuple[Candidate, ...]]]:
        """Yield where a cue may go on over a word that it leaves open."""
        word = self._lowers[place]
        if not word[0].isalnum():
            return
        if place not in self.inside and word not in self._cues.gap_stops and (gap := state.follow(ANY)) is not None:
            yield gap, place + 1, skills
        if (across := state.follow(ACROSS)) is not None:
            yield across, place + 1, skills

    def _beyond(
        self, state: State, place: int, skills: tuple[Candidate, ...]
    ) -> Iterator[tuple[State, int, tuple[Candidate, ...]]]:
        """Yield where a cue may go on behind its clause: where it names the word that ended it, and from there."""
        if place < self._sight:
            word = self._lowers[place]
            if (following := state.follow(word)) is not None:
                yield following, place + 1, skills
            if place > self._end and word[0].isalnum():
                for mark in (ANY, ACROSS):
                    if (gap := state.follow(mark)) is not None:
                        yield gap, place + 1, skills

    def _over_skills(
        self, state: State, place: int, skills: tuple[Candidate, ...]
    ) -> Iterator[tuple[State, int, tuple[Candidate, ...]]]:
        """Yield where a cue may go on over a list of skills that it takes in, or leaves out."""
        taken = self.take_list(place)
        for mark in (SKILL, ONE_SKILL, OTHER_SKILL) if taken else ():
            following = state.follow(mark)
            if following is not None:
                names = taken[:1] if mark == ONE_SKILL else taken
                yield following, end_of(names[-1]), skills if mark == OTHER_SKILL else skills + names

    def _is_end(self, place: int) -> bool:
        return place >= self._end or self._lowers[place] in {",", ")", "]", ":", "-", "|"}

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


def _weight(cue: AssertionCue, end: int) -> tuple[bool, int]:
    """Order the cues that begin at one word."""
    return cue.group == "despite", end


def end_of(candidate: Candidate) -> int:
    """Return where a skill ends, its version included."""
    return candidate.version_end or candidate.end
