"""The cue phrases of lexicon/assertion_cues.yaml, compiled into one graph of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from matcher.extraction.tokens import cut
from matcher.taxonomy.index import AssertionCue

__all__ = ["CLAUSE_END", "CLAUSE_START", "SKILL", "Node", "compile_cues"]

SKILL = "{skill}"
CLAUSE_START = "^"
CLAUSE_END = "$"
_MARKS = frozenset({SKILL, CLAUSE_START, CLAUSE_END})


@dataclass(slots=True, eq=False)
class Node:
    """One step of the graph. ``cue`` is set where a phrase may end."""

    steps: dict[str, list[Node]] = field(default_factory=dict)
    cue: AssertionCue | None = None


def compile_cues(cues: Sequence[AssertionCue]) -> Node:
    """Build the graph of all cues.

    A cue's text is words, where ``a|b`` is either, ``[a|b]`` may be left out, "_" joins the words of one choice,
    ``^`` and ``$`` are the clause's two ends, and ``{skill}`` is a skill or an unbroken list of them, for example
    "no {skill} experience|knowledge".
    """
    root = Node()
    for cue in cues:
        ends = [root]
        for piece in _pieces(cue.text):
            optional = piece.startswith("[")
            ends = _follow(ends, piece.strip("[]").split("|"), optional=optional)
        for node in ends:
            node.cue = node.cue or cue
    return root


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


def _follow(ends: list[Node], choices: list[str], *, optional: bool) -> list[Node]:
    """Add one step behind each of the nodes; all choices lead to the same new node."""
    target = Node()
    for choice in choices:
        words = (choice,) if choice in _MARKS else cut(choice.replace("_", " ")).lowers
        chain = target
        for word in reversed(words[1:]):
            chain = Node({word: [chain]})
        for node in ends:
            node.steps.setdefault(words[0], []).append(chain)
    return [*ends, target] if optional else [target]
