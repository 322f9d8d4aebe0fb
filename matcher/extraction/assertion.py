"""The last component: whose each skill is (claimed, negated, to be learned, other people's), and how strongly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from matcher.domain.candidate import Assertion, Strength
from matcher.domain.document import StatementKind
from matcher.extraction.context import Phrases
from matcher.extraction.cues import CLAUSE_END, CLAUSE_START, OTHER_SKILL, SKILL, State, compile_cues
from matcher.extraction.doers import Doers
from matcher.extraction.reading import Candidate, Reading, Unit, reading_of
from matcher.taxonomy.index import AssertionCue

__all__ = ["AssertionJudge"]

_SENTENCE_ENDS = frozenset({".", "!", "?", ";"})
_PREDICATE_STARTS = frozenset({",", "and", "(", ")", "-", ":", "i", "we", "am", "have", "then"})
# "The students before me": no clause begins.
_OBJECTS = frozenset({"me", "us", "him", "her", "them"})
_LIST_WORDS = frozenset({",", "and", "or", "nor", "/", "&"})


@dataclass(frozen=True, slots=True)
class _Hit:
    """A cue in the text. ``skills`` are the candidates its ``{skill}`` took in."""

    start: int
    end: int
    cue: AssertionCue
    skills: tuple[Candidate, ...]


class AssertionJudge:
    """Finds cues clause by clause and marks the candidates in their reach.

    ``longest_item`` is the number of words that an item of a list may have for a cue to reach beyond its comma.
    """

    def __init__(self, longest_item: int) -> None:
        self._longest_item = longest_item
        self._root = compile_cues((), {})
        self._doers = Doers({})
        self._terminators = Phrases(())
        self._fillers: frozenset[str] = frozenset()
        self.function_words: frozenset[str] = frozenset()

    def learn(
        self,
        cues: Sequence[AssertionCue],
        terminators: Sequence[str],
        words: Mapping[str, Sequence[str]],
    ) -> None:
        """Take in the cues, the words that end a clause, and the word lists."""
        self._root = compile_cues(cues, words)
        self._doers = Doers(words)
        self._terminators = Phrases(terminators)
        self._fillers = frozenset(words.get("context_words.fillers", ()))
        self.function_words = frozenset(words.get("context_words.function_words", ()))

    def __call__(self, doc: Doc) -> Doc:
        """Mark each candidate with whose it is."""
        reading = reading_of(doc)
        for index in sorted({c.unit for c in reading.candidates}):
            unit = reading.units[index]
            members = [c for c in reading.candidates if c.unit == index]
            for start, end in self._clauses(reading, unit, members):
                _Clause(self, reading, members, start, end).judge()
                inside = [c for c in members if start <= c.start < end]
                self._doers.judge(reading.tokens.lowers, start, end, inside)
        return doc

    def _clauses(self, reading: Reading, unit: Unit, members: list[Candidate]) -> list[tuple[int, int]]:
        lowers, gaps = reading.tokens.lowers, reading.tokens.gaps
        inside = {i for c in members for i in range(c.start, c.end)}
        clauses, start = [], unit.start
        for i in range(unit.start, unit.end):
            if i in inside:
                continue
            ends = lowers[i] in _SENTENCE_ENDS or (
                lowers[i] in self._terminators.starters
                and self._terminators.begin_at(lowers, i, unit.end)
                and not self._is_inside_cue(lowers, i)
                and not (i + 1 < unit.end and lowers[i + 1] in _OBJECTS)
            )
            if ends and i > start:
                clauses.append((start, i))
            if ends:
                start = i + 1
            elif unit.kind is StatementKind.LIST and "\n" in gaps[i]:
                clauses.append((start, i + 1))
                start = i + 1
        if start < unit.end:
            clauses.append((start, unit.end))
        return clauses

    def _is_inside_cue(self, lowers: Sequence[str], index: int) -> bool:
        """Tell whether a cue runs over a word that would end the clause: "everything but"."""
        state = self._root.follow(lowers[index - 1]) if index else None
        return state is not None and lowers[index] in state

    @property
    def root(self) -> State:
        """The graph of cues."""
        return self._root

    @property
    def fillers(self) -> frozenset[str]:
        """Words that may stand between a cue and its skill ("no real Kafka experience")."""
        return self._fillers

    @property
    def longest_item(self) -> int:
        """How many words an item of a list may have."""
        return self._longest_item


class _Clause:
    """One clause with the candidates in it."""

    def __init__(self, judge: AssertionJudge, reading: Reading, members: list[Candidate], start: int, end: int) -> None:
        self._judge = judge
        self._lowers = reading.tokens.lowers
        self._gaps = reading.tokens.gaps
        self._start = start
        self._end = end
        self._members = [c for c in members if start <= c.start < end]
        self._at = {c.start: c for c in self._members}
        self._inside = {i for c in self._members for i in range(c.start, c.end)}

    def judge(self) -> None:
        if not self._members:
            return
        hits = self._hits()
        settled: set[int] = set()
        for position, hit in enumerate(hits):
            if hit.skills:
                reached = hit.skills
            elif hit.cue.direction == "forward":
                stop = next((h.start for h in hits[position + 1 :] if h.cue.group != "weak"), self._end)
                reached = self._forward(hit, stop)
            else:
                begin = next((h.end for h in reversed(hits[:position]) if h.cue.group != "weak"), self._start)
                reached = self._backward(hit, begin)
            for candidate in reached:
                if candidate.start in settled and hit.cue.group != "weak":
                    continue
                _mark(candidate, hit.cue.group)
                if hit.cue.group != "weak" and hit.skills:
                    settled.add(candidate.start)

    def _hits(self) -> list[_Hit]:
        hits = []
        at = self._start
        first_words = self._judge.root.words
        while at < self._end:
            if at != self._start and self._lowers[at] not in first_words and at not in self._at:
                at += 1
                continue
            hit = self._longest_hit(at)
            if hit is not None and (hit.cue.group != "claimed" or hit.skills or self._is_new_predicate(hit)):
                hits.append(hit)
            # A cue over skills ends before them, so that "learning Rust (basic)" is seen by the next cue as well.
            at = max(at + 1, hit.end if hit is not None and not hit.skills else at + 1)
        return hits

    def _is_new_predicate(self, hit: _Hit) -> bool:
        """Tell whether a claiming word begins a part of its own: "no experience with Kafka and built ...".

        Not so in "planning to get certified in", "never used or administered", "systems built on".
        """
        return hit.start == self._start or self._lowers[hit.start - 1] in _PREDICATE_STARTS

    def _longest_hit(self, at: int) -> _Hit | None:
        root = self._judge.root
        starts = at == self._start and root.follow(CLAUSE_START)
        best: _Hit | None = None
        stack: list[tuple[State, int, tuple[Candidate, ...]]] = [(root, at, ())]
        if starts:
            stack.append((starts, at, ()))
        while stack:
            state, place, skills = stack.pop()
            cue = state.cue
            if CLAUSE_END in state and self._is_end(place):
                ended = state.follow(CLAUSE_END)
                cue = ended.cue if ended is not None else cue
            if cue is not None and place > at and (best is None or place > best.end):
                best = _Hit(at, place, cue, skills)
            if place >= self._end:
                continue
            stack += self._steps(state, place, skills, at)
        return best

    def _steps(
        self, state: State, place: int, skills: tuple[Candidate, ...], at: int
    ) -> Iterator[tuple[State, int, tuple[Candidate, ...]]]:
        """Yield where a cue may go on: over a list of skills, the very word, or any word where it leaves a gap."""
        for mark in (SKILL, OTHER_SKILL):
            if mark in state and (taken := self._take_list(place)):
                following = state.follow(mark)
                if following is not None:
                    reached = skills + taken if mark == SKILL else skills
                    yield following, taken[-1].version_end or taken[-1].end, reached
        if place not in self._inside or place > at or at in self._at:
            following = state.follow(self._lowers[place])
            if following is not None:
                yield following, place + 1, skills
        if place > at and place not in self._inside and self._lowers[place][0].isalnum() and (gap := state.gap):
            yield gap, place + 1, skills

    def _is_end(self, place: int) -> bool:
        return place >= self._end or self._lowers[place] in {",", ")", ":", "-", "|"}

    def _take_list(self, place: int) -> tuple[Candidate, ...]:
        """Return the skill at a place, after filler words, and those joined to it by commas, "and" or "or"."""
        while place < self._end and self._lowers[place] in self._judge.fillers and place not in self._at:
            place += 1
        taken: list[Candidate] = []
        while (candidate := self._at.get(place)) is not None:
            taken.append(candidate)
            place = candidate.version_end or candidate.end
            while place < self._end and self._lowers[place] in _LIST_WORDS:
                place += 1
        return tuple(taken)

    def _forward(self, hit: _Hit, stop: int) -> tuple[Candidate, ...]:
        if hit.cue.reach == "near":
            return tuple(c for c in self._take_list(hit.end) if c.start < stop)
        return tuple(c for c in self._members if hit.end <= c.start < min(stop, self._reach_end(hit.end, stop)))

    def _reach_end(self, place: int, stop: int) -> int:
        """Return where a cue's reach ends: at a closing bracket, or at a comma that no item of a list follows."""
        depth = 0
        for i in range(place, stop):
            word = self._lowers[i]
            if word == "(":
                depth += 1
            elif word == ")":
                depth -= 1
                if depth < 0:
                    return i
            elif word in {",", ":", "-"} and depth == 0 and i > place and not self._item_follows(i + 1, stop):
                return i
        return stop

    def _item_follows(self, place: int, stop: int) -> bool:
        """Tell whether a comma is followed by one more item of a list: "Kafka, message queues or Redis"."""
        if place < stop and self._lowers[place] in {"and", "or", "nor"}:
            place += 1
        length = 0
        for i in range(place, stop):
            if self._lowers[i] in {",", "and", "or", "nor", "(", ")"}:
                break
            if i not in self._inside and (self._lowers[i] in self._judge.function_words or self._lowers[i] == "i"):
                return False
            length += 1
        return 0 < length <= self._judge.longest_item

    def _backward(self, hit: _Hit, begin: int) -> tuple[Candidate, ...]:
        before = [c for c in self._members if begin <= c.start and c.end <= hit.start]
        if hit.cue.reach == "near":
            place, found = hit.start, []
            for candidate in reversed(before):
                between = self._lowers[candidate.version_end or candidate.end : place]
                if any(
                    w not in _LIST_WORDS and w not in self._judge.fillers and w not in {"(", "-", ":"} for w in between
                ):
                    break
                found.append(candidate)
                place = candidate.start
            return tuple(found)
        return tuple(c for c in before if c.start >= self._reach_begin(hit.start, begin, before))

    def _reach_begin(self, place: int, begin: int, before: Sequence[Candidate]) -> int:
        """Return where the reach of a cue behind its skills begins: at the last comma that parts no items of a list."""
        endings = {c.version_end or c.end for c in before}
        for i in range(place - 1, begin, -1):
            if self._lowers[i] == "," and i not in endings and any(c.start > i for c in before):
                return i
        return begin


def _mark(candidate: Candidate, group: str) -> None:
    if group == "weak":
        candidate.strength = Strength.WEAK
    elif group == "claimed":
        candidate.assertion = Assertion.CLAIMED
    elif candidate.assertion is Assertion.CLAIMED:
        candidate.assertion = Assertion(group)
