"""Lines whose capital letters tell nothing: Those With One On Each Word, and those without any."""

from __future__ import annotations

from collections.abc import Sequence

from matcher.extraction.reading import Candidate, Unit
from matcher.extraction.tokens import Tokens

__all__ = ["is_uniform"]

_FEWEST_TITLED = 3


def is_uniform(tokens: Tokens, unit: Unit, members: Sequence[Candidate]) -> bool:
    """Tell whether letter case says nothing in a unit, given the names in it: all small, or a title.

    Example: "Senior Consultant For Payment Systems"; but not "Ported Zed to Falcon", where each capital is due.
    """
    words = [word for word in tokens.words[unit.start : unit.end] if word.isalpha()]
    if not any(map(str.isupper, "".join(words))):
        return True
    if "," in tokens.lowers[unit.start : unit.end]:
        return False
    long = [word for word in words if len(word) > 3]
    if len(long) < _FEWEST_TITLED or sum(word[0].isupper() for word in long) < 0.9 * len(long):
        return False
    # A sentence's first word and names have theirs anyway: "Ported Zed to Falcon" is no title.
    due = {unit.start, *(i for c in members for i in range(c.start, c.end))}
    rest = [tokens.words[i] for i in range(unit.start, unit.end) if i not in due]
    return sum(len(word) > 3 and word[0].isupper() for word in rest) >= _FEWEST_TITLED - 1
