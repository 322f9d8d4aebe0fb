"""A copy of a text for matching only, with the way back to the original characters.

Compatibility forms are resolved (NFKC: ligatures, full width), invisible characters are dropped, look-alike letters of
other alphabets inside Latin words become the Latin ones (Unicode UTS 39 calls such skeletons fit for comparing, not for
display), and typographic quotes, dashes and spaces become the plain ones. Quotes are always cut from the original.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from matcher.domain.document import Span

__all__ = ["Folded", "fold"]

_PLAIN = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u02bc": "'", "\u00b4": "'", "`": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2010": "-", "\u2011": "-", "\u2012": "-",
        "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-", "\u2043": "-", "\u2028": "\n", "\u2029": "\n",
        "\t": " ",
    }
)  # fmt: skip
# Letters of Greek and Cyrillic that look the same as a Latin one in common typefaces.
_LOOK_ALIKE_LETTERS = frozenset("АВЕКМНОРСТУХЅІЈаеорсухѕіјԁһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧο")
_LOOK_ALIKES = str.maketrans(
    "АВЕКМНОРСТУХЅІЈаеорсухѕіјԁһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABEKMHOPCTYXSIJaeopcyxsijdhlABEZHIKMNOPTYXo",
)
_MIXED_WORD = re.compile(r"\w+")
_LATIN = re.compile(r"[A-Za-z]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded text; ``starts[i]`` is the original offset of its character i (one entry more than characters)."""

    text: str
    starts: tuple[int, ...] | None

    def origin(self, span: Span) -> Span:
        """Return the span of the original text that a span of the folded text came from."""
        if self.starts is None or span.start >= span.end:
            return span
        last = self.starts[span.end - 1]
        end = span.end
        while end < len(self.starts) - 1 and self.starts[end] == last:
            end += 1
        return Span(self.starts[span.start], self.starts[end])

    @property
    def changed(self) -> bool:
        """Tell whether offsets moved."""
        return self.starts is not None


def fold(text: str) -> Folded:
    """Fold a text for matching.

    Example: "Postgre\u200bSQL" becomes "PostgreSQL" and ``origin`` of it covers the zero-width space too.
    """
    if text.isascii():
        return Folded(text.translate(_PLAIN), None)
    # Only characters outside of ASCII are looked at one by one, each kind once: most of a resume is ASCII.
    pieces = {char: _fold_character(char) for char in set(_FOREIGN.findall(text))}
    folded = _FOREIGN.sub(lambda match: pieces[match.group()], text).replace("`", "'").replace("\t", " ")
    if not _LOOK_ALIKE_LETTERS.isdisjoint("".join(pieces.values())):
        folded = _MIXED_WORD.sub(_latinise, folded)
    moving = {char: len(piece) for char, piece in pieces.items() if len(piece) != 1}
    return Folded(folded, _starts(text, moving) if moving else None)


def _starts(text: str, moving: Mapping[str, int]) -> tuple[int, ...]:
    """Return the origin of each folded character, given the characters that become none or several."""
    starts: list[int] = []
    at = 0
    for match in _FOREIGN.finditer(text):
        length = moving.get(match.group())
        if length is not None:
            starts += range(at, match.start())
            starts += [match.start()] * length
            at = match.end()
    return (*starts, *range(at, len(text) + 1))


def _fold_character(char: str) -> str:
    if char < "\x80":
        return char.translate(_PLAIN)
    plain = char.translate(_PLAIN)
    if plain != char:
        return plain
    if unicodedata.category(char) in {"Cf", "Co", "Cc"}:
        return ""
    folded = unicodedata.normalize("NFKC", char)
    # A lone accent (U+00A8) folds to a space and a combining mark, which would split a word.
    return folded.translate(_PLAIN) if not folded.startswith(" ") or char.isspace() else char


def _latinise(match: re.Match[str]) -> str:
    word = match.group()
    if word.isascii() or not _LATIN.search(word):
        return word
    return word.translate(_LOOK_ALIKES)
