"""The last component: whose each skill is (claimed, negated, to be learned, other people's), and how strongly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from spacy.tokens import Doc

from matcher.domain.candidate import Assertion, Strength
from matcher.domain.document import StatementKind
from matcher.extraction.anaphora import next_sentence, remark
from matcher.extraction.context import Phrases
from matcher.extraction.cue_search import LIST_WORDS, ClauseCues, Hit, clause_cues, end_of
from matcher.extraction.cue_set import CueSet
from matcher.extraction.doers import Doers
from matcher.extraction.labels import labels_of, line_of, with_answer
from matcher.extraction.reading import Candidate, Reading, Unit, reading_of
from matcher.taxonomy.index import AssertionCue

__all__ = ["AssertionJudge"]

_SENTENCE_ENDS = frozenset({".", "!", "?", ";"})
# "The students before me": no clause begins.
_OBJECTS = frozenset({"me", "us", "him", "her", "them"})
# A cue behind does not look back over these: "wrote tickets in Jira whenever an icon was missing".
_NEW_CLAUSES = frozenset({"whenever", "wherever", "if", "unless"})
_OBJECT_STARTS = frozenset({"a", "an", "the", "our", "their", "its", "his", "her", "one"})
# "Never used in the bank", "never wrote a line of it" say it of what stands before.
_WHERE = frozenset({"in", "on", "at", "from"})
_NAMES_AGAIN = frozenset({"it", "them", "that", "this", "either", "language"})
# "Never had the chance" says it of what stands before.
_OCCASIONS = frozenset({"chance", "need", "opportunity", "occasion", "pleasure", "honour", "time", "luck", "reason"})
# Cues that do not end the reach of the one before them.
_NO_BOUNDS = frozenset({"weak", "owned"})


class AssertionJudge:
    """Finds cues clause by clause and marks the candidates in their reach.

    ``longest_item`` is the number of words that an item of a list may have for a cue to reach beyond its comma.
    """

    def __init__(self, longest_item: int) -> None:
        self.longest_item = longest_item
        self.learn((), (), {})

    def learn(
        self,
        cues: Sequence[AssertionCue],
        terminators: Sequence[str],
        words: Mapping[str, Sequence[str]],
    ) -> None:
        """Take in the cues, the words that end a clause, and the word lists."""
        self.cues = CueSet(cues, words)
        self._doers = Doers(words)
        self._terminators = Phrases(terminators)
        self._breaks = _SENTENCE_ENDS | self._terminators.starters
        self.function_words = frozenset(words.get("context_words.function_words", ()))

    def __call__(self, doc: Doc) -> Doc:
        """Mark each candidate with whose it is."""
        reading = reading_of(doc)
        lowers = self._doers.heard(reading.tokens)
        for index, together in groupby(reading.candidates, attrgetter("unit")):
            members = list(together)
            unit = with_answer(reading, index)
            line = line_of(reading, index)
            before: list[Candidate] = []
            begin = unit.start
            for start, end in self._clauses(reading, unit, members):
                inside = [c for c in members if start <= c.start < end]
                if inside:
                    self._judge(lowers, inside, (start, end), (line, unit.end))
                elif before:
                    self._judge_again(reading, before, begin, (start, end))
                before, begin = inside, start
            if before and (sentence := next_sentence(reading, index)) is not None:
                self._judge_again(reading, before, begin, sentence)
        for label in labels_of(reading):
            # What the label says of a name that would stand behind it holds for all names below it.
            _spread(self._said_of(label.words, label.place), label.below)
        return doc

    def _judge_again(self, reading: Reading, members: Sequence[Candidate], begin: int, clause: tuple[int, int]) -> None:
        """Let a clause that names no skill say of those before it, from ``begin`` on, what it says of a pronoun.

        "Kafka was there; others ran it", but not "documented the endpoints in Swagger; others had built them".
        """
        again = remark(reading.tokens.lowers, *clause)
        if again is None or not again.holds(said := self._said_of(again.words, again.place)):
            return
        if said is not Assertion.OTHERS or not self._doers.tells_of_writer(reading.tokens.lowers, begin):
            _spread(said, members)

    def _said_of(self, words: Sequence[str], place: int) -> Assertion:
        """Return whose a skill would be that stood at a place of these words."""
        sample = Candidate(place, place + 1, 0, ())
        self._judge(words, [sample], (0, len(words)), (0, len(words)))
        return sample.assertion

    def _judge(
        self, lowers: Sequence[str], members: Sequence[Candidate], clause: tuple[int, int], line: tuple[int, int]
    ) -> None:
        (start, end), (first, sight) = clause, line
        # What answers this question, if anything, is in the clause already.
        sight = end if end < sight and lowers[end] == "?" else sight
        cues = clause_cues(self.cues, lowers, members, start, end, sight)
        if cues is not None:
            _Clause(self, lowers, cues, members, start, end).judge()
        self._doers.judge(lowers, start, end, members, (first, sight))

    def _clauses(self, reading: Reading, unit: Unit, members: list[Candidate]) -> list[tuple[int, int]]:
        lowers, gaps = reading.tokens.lowers, reading.tokens.gaps
        wrapped = unit.kind is StatementKind.LIST and "\n" in gaps[unit.start : unit.end]
        if not wrapped and self._breaks.isdisjoint(lowers[unit.start : unit.end - 1]):
            last = unit.end - 1
            if lowers[last] not in self._breaks:
                return [(unit.start, unit.end)]
            if lowers[last] in _SENTENCE_ENDS and members[-1].end <= last:
                return [(unit.start, last)]
        inside = {i for c in members for i in range(c.start, c.end)}
        clauses, start = [], unit.start
        breaks, everywhere = self._breaks, range(unit.start, unit.end)
        for i in everywhere if wrapped else [i for i in everywhere if lowers[i] in breaks]:
            if i in inside:
                continue
            ends = lowers[i] in _SENTENCE_ENDS or (
                lowers[i] in self._terminators.starters
                and self._terminators.begin_at(lowers, i, unit.end)
                and not (i > 0 and self.cues.run_over(lowers[i - 1], lowers[i]))
                and not (i + 1 < unit.end and lowers[i + 1] in _OBJECTS)
            )
            # An answer belongs to its question, unless it names skills of its own.
            if lowers[i] == "?" and i + 1 < unit.end and members[-1].start < i:
                continue
            if ends and i > start:
                clauses.append((start, i))
            if ends:
                start = i + 1
            elif wrapped and "\n" in gaps[i]:
                clauses.append((start, i + 1))
                start = i + 1
        if start < unit.end:
            clauses.append((start, unit.end))
        return clauses


class _Clause:
    """One clause with the candidates in it."""

    def __init__(
        self,
        judge: AssertionJudge,
        lowers: Sequence[str],
        cues: ClauseCues,
        members: Sequence[Candidate],
        start: int,
        end: int,
    ) -> None:
        self._judge = judge
        self._lowers = lowers
        self._start = start
        self._end = end
        self._members = members
        self._cues = cues
        self._inside = cues.inside

    def judge(self) -> None:
        hits = self._cues.hits()
        if not hits:
            return
        owned = {c.start for hit in hits if hit.cue.group == "owned" for c in hit.skills}
        bounds = [hit for hit in hits if hit.cue.group not in _NO_BOUNDS]
        settled: set[int] = set()
        # What the writer says of the very name holds, whatever cue stands before it: "without Ansible, which I run".
        for hit in sorted(hits, key=_is_loose):
            group = hit.cue.group
            for candidate in self._reached(hit, bounds):
                at = candidate.start
                if group != "weak" and (at in settled or (group == "learning" and at in owned)):
                    continue
                _mark(candidate, group)
                if group != "weak" and (hit.skills or hit.cue.reach == "through"):
                    settled.add(at)

    def _reached(self, hit: Hit, bounds: Sequence[Hit]) -> tuple[Candidate, ...]:
        """Return the skills that a cue is about, up to the next cue; what has no skills behind it may look back."""
        cue = hit.cue
        if cue.group == "owned":
            return ()
        if cue.reach == "through":
            return tuple(c for c in self._members if hit.start <= c.start)
        if hit.skills:
            return hit.skills
        # "A print view for those who cannot see red" denies nothing that is named before.
        of_people = hit.start > self._start and self._lowers[hit.start - 1] == "who"
        if cue.direction == "either" and (of_people or self._has_object(hit)):
            return self._forward(hit, next((h.start for h in bounds if h.start > hit.start), self._end))
        if cue.direction != "backward":
            reached = self._forward(hit, next((h.start for h in bounds if h.start > hit.start), self._end))
            if reached or cue.direction == "forward":
                return reached
        return self._backward(hit, next((h.end for h in reversed(bounds) if h.start < hit.start), self._start))

    def _has_object(self, hit: Hit) -> bool:
        """Tell whether a denied verb has an object of its own: "so that nobody can see the neighbour's files"."""
        at = hit.end - (self._lowers[hit.end - 1] in _OBJECT_STARTS)
        following = self._lowers[at : self._end]
        if not following or following[0] not in _OBJECT_STARTS or self._lowers[hit.end - 1] in _WHERE:
            return False
        if not _NAMES_AGAIN.isdisjoint(following[:6]):
            return False
        return _OCCASIONS.isdisjoint(following[1:3])

    def _forward(self, hit: Hit, stop: int) -> tuple[Candidate, ...]:
        if hit.cue.reach == "near":
            return tuple(c for c in self._cues.take_list(hit.end) if c.start < stop)
        end = self._reach_end(hit.end, stop)
        return tuple(c for c in self._members if hit.end <= c.start < end)

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

    def _backward(self, hit: Hit, begin: int) -> tuple[Candidate, ...]:
        before = [c for c in self._members if begin <= c.start and c.end <= hit.start]
        if hit.cue.reach == "near":
            place, found = hit.start, []
            for candidate in reversed(before):
                between = self._lowers[end_of(candidate) : place]
                if any(
                    w not in LIST_WORDS and w not in self._judge.cues.fillers and w not in {"(", "-", ":"}
                    for w in between
                ):
                    break
                found.append(candidate)
                place = candidate.start
            return tuple(found)
        return tuple(c for c in before if c.start >= self._reach_begin(hit.start, begin, before))

    def _reach_begin(self, place: int, begin: int, before: Sequence[Candidate]) -> int:
        """Return where the reach of a cue behind its skills begins: at the last comma that parts no items of a list."""
        endings = {end_of(c) for c in before}
        for i in range(place - 1, begin, -1):
            if self._lowers[i] in _NEW_CLAUSES or (
                self._lowers[i] == "," and i not in endings and any(c.start > i for c in before)
            ):
                return i
        return begin


def _is_loose(hit: Hit) -> bool:
    """Order what is said in spite of a denial, of the very name, before all else."""
    return hit.cue.group != "despite" or not hit.skills


def _spread(assertion: Assertion, members: Sequence[Candidate]) -> None:
    for candidate in members:
        if candidate.assertion is Assertion.CLAIMED:
            candidate.assertion = assertion


def _mark(candidate: Candidate, group: str) -> None:
    if group == "weak":
        candidate.strength = Strength.WEAK
    elif group in {"claimed", "despite"}:
        candidate.assertion = Assertion.CLAIMED
    elif candidate.assertion is Assertion.CLAIMED:
        candidate.assertion = Assertion(group)
