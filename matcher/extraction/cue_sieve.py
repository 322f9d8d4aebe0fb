"""Tells by the words of a clause alone which cues cannot be in it, before any is followed word by word.

Most clauses hold no cue, and a cue needs a word of each of its steps: "no experience with" needs all three. The sets of
cues are the bits of whole numbers, so that all cues are ruled out at once: one look-up a word.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from matcher.extraction.cues import Step, is_mark

__all__ = ["CueSieve"]

# Of so many steps a cue's words are looked for, those that the fewest clauses hold.
_STEPS = 3


class CueSieve:
    """Holds which steps of which cues each word may take.

    ``steps`` are those of each cue, in the order of the data; ``common`` the words that stand in most clauses.
    """

    def __init__(self, steps: Sequence[Sequence[Step]], common: Container[str]) -> None:
        self._layers = tuple(len(steps) * number for number in range(1, _STEPS))
        self._all = (1 << len(steps)) - 1
        self._always = 0
        taken: dict[str, int] = {}
        for cue, its_steps in enumerate(steps):
            needs = _needs(its_steps, common)
            for layer in range(_STEPS):
                place = 1 << (layer * len(steps) + cue)
                if layer >= len(needs):
                    self._always |= place
                for word in needs[layer] if layer < len(needs) else ():
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


def _needs(steps: Sequence[Step], common: Container[str]) -> list[set[str]]:
    """Return for the rarest steps of a cue that may not be left out words of which one must be there."""

    def is_rare(word: str) -> bool:
        return word not in common and word[0].isalnum()

    def rarity(word: str) -> tuple[bool, int]:
        return is_rare(word), len(word)

    needed = [step.choices for step in steps if not (step.optional or any(map(is_mark, step.choices)))]
    # Of a choice of several words the rarest will do: of "part of" the first.
    words = [{max(choice, key=rarity) for choice in choices} for choices in needed if choices]
    return sorted(words, key=lambda some: (len(some) - sum(map(is_rare, some)), len(some)))[:_STEPS]
