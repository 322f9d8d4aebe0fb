"""The cue phrases of lexicon/assertion_cues.yaml, compiled into one graph of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from matcher.extraction.tokens import cut_name
from matcher.taxonomy.index import AssertionCue

__all__ = [
    "ACROSS",
    "ANY",
    "CLAUSE_END",
    "CLAUSE_START",
    "FURTHEST",
    "ONE_SKILL",
    "OTHER_SKILL",
    "SKILL",
    "State",
    "Step",
    "compile_cues",
    "is_mark",
    "steps_of",
]

SKILL = "{skill}"
ONE_SKILL = "{one}"
OTHER_SKILL = "{other}"
CLAUSE_START = "^"
CLAUSE_END = "$"
_OVER_SKILLS = frozenset({SKILL, ONE_SKILL, OTHER_SKILL})
_MARKS = _OVER_SKILLS | {CLAUSE_START, CLAUSE_END}
# What a cue leaves open, and for how many words at most; a mark of punctuation ends both.
ANY = "..."
ACROSS = "...."
_LONGEST_GAP = {ANY: 3, ACROSS: 8}
FURTHEST = _LONGEST_GAP[ACROSS] + 1


class Step(NamedTuple):
    """One step of a cue: the words of each choice, a mark being one word, and whether the step may be left out."""

    choices: tuple[tuple[str, ...], ...]
    optional: bool


@dataclass(slots=True, eq=False)
class _Node:
    """A place in one cue, or the root of all. ``cue`` is set where it may end; ``rank`` tells which of two goes first.

    ``cues`` has the bits of the cues that may be reached from here: of its own, by its number in the data.
    """

    cues: int
    steps: dict[str, list[_Node]] = field(default_factory=dict)
    cue: AssertionCue | None = None
    rank: tuple[bool, int, int] = (True, 0, 0)


class State:
    """All places that the cues may have reached after some words; following states are made when first needed.

    So reading on costs one look-up a word, however many cues there are. ``takes_skills`` tells that a cue goes on over
    skills, ``ends`` that one may end with its clause, ``open`` that one goes on over words that it leaves open;
    ``cues`` tells by its bits which cues they are.
    """

    __slots__ = ("_far", "_gaps", "_known", "_next", "_targets", "cue", "cues", "ends", "open", "takes_skills")

    def __init__(self, nodes: Sequence[_Node], known: dict[frozenset[int], State]) -> None:
        self._known = known
        self._next: dict[str, State] = {}
        self._far: frozenset[str] | None = None
        self._gaps: tuple[State, ...] | None = None
        self._targets: dict[str, list[_Node]] = {}
        for node in nodes:
            for word, targets in node.steps.items():
                self._targets.setdefault(word, []).extend(targets)
        self.takes_skills = not _OVER_SKILLS.isdisjoint(self._targets)
        self.ends = CLAUSE_END in self._targets
        self.open = ANY in self._targets or ACROSS in self._targets
        self.cues = 0
        for node in nodes:
            self.cues |= node.cues
        endings = [node for node in nodes if node.cue is not None]
        self.cue: AssertionCue | None = min(endings, key=lambda node: node.rank).cue if endings else None

    @property
    def words(self) -> frozenset[str]:
        """The words that some cue goes on with."""
        return frozenset(self._targets)

    @property
    def gaps(self) -> tuple[State, ...]:
        """The states behind a first word that a cue leaves open."""
        if self._gaps is None:
            self._gaps = tuple(state for state in (self.follow(ANY), self.follow(ACROSS)) if state is not None)
        return self._gaps

    @property
    def far(self) -> frozenset[str]:
        """The words that some cue goes on with behind words that it leaves open."""
        if self._far is None:
            self._far = frozenset().union(*(gap.words | gap.far for gap in self.gaps)) - {ANY, ACROSS}
        return self._far

    def __contains__(self, word: str) -> bool:
        return word in self._targets

    def follow(self, word: str) -> State | None:
        """Return the state after one more word, or None where no cue goes on with it."""
        state = self._next.get(word)
        if state is None and word in self._targets:
            nodes = self._targets[word]
            key = frozenset(map(id, nodes))
            state = self._known.get(key)
            if state is None:
                state = self._known[key] = State(nodes, self._known)
            self._next[word] = state
        return state


def compile_cues(cues: Sequence[AssertionCue], families: Mapping[str, Sequence[str]]) -> State:
    """Build the graph of all cues, whose language ``steps_of`` tells.

    Where two end at the same word, one of group ``despite`` counts, then the one that leaves fewer words open, then the
    one that the data gives first.
    """
    root = _Node((1 << len(cues)) - 1)
    for place, cue in enumerate(cues):
        gaps = sum(piece in _LONGEST_GAP for piece in _pieces(cue.text))
        rank = (cue.group != "despite", gaps, place)
        ends = [root]
        for step in steps_of(cue, families):
            ends = _follow(ends, step, 1 << place)
        for node in ends:
            if node.cue is None:
                node.cue, node.rank = cue, rank
    return State([root], {})


def steps_of(cue: AssertionCue, families: Mapping[str, Sequence[str]]) -> tuple[Step, ...]:
    """Return the steps of a cue, an open place being as many steps as it may have words.

    A cue's text is words, where ``a|b`` is either, ``[a|b]`` may be left out, "_" joins the words of one choice,
    ``^`` and ``$`` are the clause's two ends, and ``{skill}`` is a skill or an unbroken list of them, for example
    "no {skill} experience|knowledge". ``{one}`` is the last skill of such a list, ``{other}`` what the cue does not
    reach. ``<name>`` in a choice stands for the words of that family (a member may name a family itself), "..." for up
    to three words that name no skill, "...." for up to eight words of any kind.
    """
    steps: list[Step] = []
    for piece in _pieces(cue.text):
        if piece in _LONGEST_GAP:
            steps += [Step(((piece,),), optional=True)] * _LONGEST_GAP[piece]
            continue
        choices = [word for choice in piece.strip("[]").split("|") for word in _members(choice, families)]
        words = tuple((word,) if word in _MARKS or word in _LONGEST_GAP else _cut(word) for word in choices)
        steps.append(Step(words, optional=piece.startswith("[")))
    return tuple(steps)


def is_mark(words: Sequence[str]) -> bool:
    """Tell whether a choice is no word of the text but stands for skills, for an end of the clause or for any word."""
    return words[0] in _MARKS or words[0] in _LONGEST_GAP


def _members(choice: str, families: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the words that a choice stands for: itself, or all members of its family."""
    if not choice.startswith("<"):
        return [choice]
    members = families.get(f"assertion_words.{choice[1:-1]}") or families.get(f"doer_words.{choice[1:-1]}", ())
    return [word for member in members for word in _members(member, families)]


def _pieces(text: str) -> list[str]:
    """Split a cue's text at blanks outside square brackets; the blanks inside part words as "_" does."""
    pieces, depth = [""], 0
    for char in text:
        depth += (char == "[") - (char == "]")
        if char == " " and depth == 0:
            pieces.append("")
        else:
            pieces[-1] += "_" if char == " " else char
    return [piece for piece in pieces if piece]


def _follow(ends: list[_Node], step: Step, bit: int) -> list[_Node]:
    """Add one step behind each of the nodes; all choices lead to the same new node."""
    target = _Node(bit)
    for words in step.choices:
        chain = target
        for word in reversed(words[1:]):
            chain = _Node(bit, {word: [chain]})
        for node in ends:
            node.steps.setdefault(words[0], []).append(chain)
    return [*ends, target] if step.optional else [target]


def _cut(choice: str) -> tuple[str, ...]:
    return cut_name(choice.replace("_", " "))
