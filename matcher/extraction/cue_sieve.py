"""Tells by the words of a clause alone which cues cannot be in it, before any is followed word by word.

Most clauses hold no cue, and a cue needs a word of each of its steps: "no experience with" needs all three. The sets of
cues are the bits of whole numbers, so that all cues are ruled out at once: one look-up a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from matcher.extraction.cues import Step, is_mark

__all__ = ["CueSieve"]

# Of so many steps a cue's words are looked for; a fifth one rules hardly a cue out any more.
_STEPS = 4


class CueSieve:
    """Holds which steps of which cues each word may take; ``steps`` are those of each cue, in the order of the data."""

    def __init__(self, steps: Sequence[Sequence[Step]]) -> None:
        self._layers = tuple(len(steps) * number for number in range(1, _STEPS))
        self._all = (1 << len(steps)) - 1
        self._always = 0
        taken: dict[str, int] = {}
        for cue, its_steps in enumerate(steps):
            needed = sorted((words for step in its_steps if (words := _needed(step))), key=len)[:_STEPS]
            for layer in range(_STEPS):
                place = 1 << (layer * len(steps) + cue)
                if layer >= len(needed):
                    self._always |= place
                for word in needed[layer] if layer < len(needed) else ():
                    taken[word] = taken.get(word, 0) | place
        self._taken: Mapping[str, int] = taken

    def possible(self, words: Iterable[str]) -> int:
        """Return the cues that may be among some words, as the bits of a number; the others are certainly not."""
        taken, found = self._taken, self._always
        for word in taken.keys() & words:
            found |= taken[word]
        cues = found & self._all
        for layer in self._layers:
            cues &= found >> layer
        return cues


def _needed(step: Step) -> frozenset[str]:
    """Return words of which one must be there for a step to be taken; nothing if it may be taken without any."""
    if step.optional or any(map(is_mark, step.choices)):
        return frozenset()
    # The longest word of a choice is the one that the fewest clauses hold.
    return frozenset(max(words, key=len) for words in step.choices)
