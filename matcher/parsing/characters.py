"""Characters that look like others or like nothing: found and told, for matching reads them as plain letters."""

from __future__ import annotations

import re

from matcher.domain.document import ParseWarning

__all__ = ["odd_characters", "with_bullets"]

# Word keeps the list signs of its symbol fonts in the private area, and so does text pasted from it.
_SYMBOL_BULLETS = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf071\uf06e\uf0a8\uf02d", "•"))

# Joiners are at home in emoji and in other scripts; between Latin letters they only split a word.
_INVISIBLE = re.compile(
    "[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\U000e0001-\U000e007f]|(?<=[A-Za-z])[\u200c\u200d](?=[A-Za-z])"
)
_FULL_WIDTH = re.compile("[\uff21-\uff3a\uff41-\uff5a]{2}")
_MIXED = re.compile("[A-Za-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-z]")
# Sizes and units: "10 μs", "Δt", "Ωm" are no look-alikes.
_HONEST_NEIGHBOURS = frozenset("μµΔΩπσλαβγ")


def with_bullets(text: str) -> str:
    """Return the text with the list signs of symbol fonts as plain ones.

    Example: "\uf0b7 Built services" as Word pastes it becomes "• Built services".
    """
    return text.translate(_SYMBOL_BULLETS)


def odd_characters(text: str) -> ParseWarning | None:
    """Return a warning if words hold invisible characters or letters of another alphabet that look Latin.

    Example: "P\u0443thon" with a Cyrillic letter, "Post\u200bgreSQL" with a space of no width.
    """
    if text.isascii():
        return None
    mixed = any(_HONEST_NEIGHBOURS.isdisjoint(match.group()) for match in _MIXED.finditer(text))
    if mixed or _INVISIBLE.search(text) or _FULL_WIDTH.search(text):
        message = "Invisible or look-alike characters stand in words; the words were read as if they were plain."
        return ParseWarning("characters_normalized", message)
    return None
