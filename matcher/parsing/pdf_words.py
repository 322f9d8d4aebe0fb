"""Joins the glyphs of one page into words with boxes, in the frame of the direction they are written in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from matcher.domain.document import Box
from matcher.parsing.characters import with_bullets
from matcher.parsing.pdf_accents import combine_accents
from matcher.parsing.pdf_geometry import Rect
from matcher.parsing.pdf_glyphs import Glyph

__all__ = ["PageWords", "Word", "build_words", "page_words"]

# Shares of the type size: where a gap between glyphs parts words, and how far a baseline may stray inside a word.
_WORD_GAP = 0.17
_OVERLAP = 0.6
_STRAY = 0.3
# A shadow is drawn soon before or after its word: this many words of the same text are compared.
_SHADOW_REACH = 40


@dataclass(slots=True)
class Word:
    """Letters without a gap. ``base`` is the baseline, counted downward; ``spaced``: a space character came before."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool = False
    spaced: bool = False

    @property
    def top(self) -> float:
        """Return the height of the capitals, about."""
        return self.base - 0.8 * self.size

    @property
    def bottom(self) -> float:
        """Return the depth of the descenders, about."""
        return self.base + 0.2 * self.size


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of one page in the frame of its main writing direction; ``aside`` are those written in another one.

    ``top`` and ``height`` tell where the page begins in that frame and how far it goes; ``visible`` is the page as it
    is shown, from the bottom left.
    """

    number: int
    words: Sequence[Word]
    aside: Sequence[Sequence[Word]]
    quarter: int
    visible: Rect
    page_count: int = 1

    @property
    def top(self) -> float:
        """Return where the page begins, in the frame of the words."""
        left, bottom, right, top = self.visible
        return (-top, left, bottom, -right)[self.quarter]

    @property
    def height(self) -> float:
        """Return how far the page goes down, as its text runs."""
        left, bottom, right, top = self.visible
        return right - left if self.quarter % 2 else top - bottom

    def without(self, words: Iterable[Word]) -> PageWords:
        """Return the page without some of its words."""
        gone = {id(word) for word in words}
        return replace(self, words=[word for word in self.words if id(word) not in gone])

    def box(self, x0: float, top: float, x1: float, bottom: float) -> Box:
        """Return a rectangle of the words' frame as a box on the visible page, from its top left."""
        left, _, _, page_top = self.visible
        if self.quarter == 0:
            shown = (x0, -top, x1, -bottom)
        elif self.quarter == 1:
            shown = (top, x1, bottom, x0)
        elif self.quarter == 2:
            shown = (-x1, bottom, -x0, top)
        else:
            shown = (-bottom, -x0, -top, -x1)
        a, b, c, d = shown
        return Box(round(a - left, 1), round(page_top - b, 1), round(c - left, 1), round(page_top - d, 1))


def page_words(number: int, glyphs: Sequence[Glyph], visible: Rect, page_count: int) -> PageWords:
    """Return the words of a page; the direction in which most of its glyphs are written is the main one."""
    glyphs = combine_accents(glyphs)
    turns = [quarter for quarter, _ in Counter(glyph.quarter for glyph in glyphs).most_common()] or [0]
    first, *others = (build_words(glyphs, quarter) for quarter in turns)
    return PageWords(number, first, others, turns[0], visible, page_count)


def build_words(glyphs: Iterable[Glyph], quarter: int) -> list[Word]:
    """Return the words of the glyphs that are written in one direction, in drawing order.

    Coordinates are turned so that the text runs rightward and lines go down; glyphs drawn twice
    (shadows and false bold) are kept once.
    """
    words: list[Word] = []
    letters: list[str] = []
    current: Word | None = None
    spaced = False
    for glyph in glyphs:
        if glyph.quarter != quarter:
            continue
        x0, x1, base = _turn(glyph, quarter)
        if x1 < x0:
            x0, x1 = x1, x0
        text = with_bullets(glyph.text)
        if not text.strip() or text == "\ufffd" or "\ue000" <= text <= "\uf8ff":
            current, spaced = None, True
            continue
        size = glyph.size
        if (
            current is not None
            and -_OVERLAP * size < x0 - current.x1 < _WORD_GAP * size
            and abs(base - current.base) < _STRAY * size
        ):
            if current.x1 - x0 > 0.5 * (x1 - x0) and letters[-1] == text:
                continue
            letters.append(text)
            current.x1 = max(current.x1, x1)
            current.size = max(current.size, size)
            continue
        if current is not None:
            current.text = "".join(letters)
        elif words:
            words[-1].text = words[-1].text or "".join(letters)
        letters = [text]
        current = Word("", x0, x1, base, size, glyph.ink.bold, spaced)
        spaced = False
        words.append(current)
    if words:
        words[-1].text = words[-1].text or "".join(letters)
    return _without_twins(words)


def _turn(glyph: Glyph, quarter: int) -> tuple[float, float, float]:
    if quarter == 0:
        return glyph.x, glyph.end_x, -glyph.y
    if quarter == 1:
        return glyph.y, glyph.end_y, glyph.x
    if quarter == 2:
        return -glyph.x, -glyph.end_x, glyph.y
    return -glyph.y, -glyph.end_y, -glyph.x


def _without_twins(words: list[Word]) -> list[Word]:
    places: dict[str, list[Word]] = {}
    kept = []
    for word in words:
        others = places.setdefault(word.text, [])
        near = 0.15 * word.size
        if any(abs(o.x0 - word.x0) < near and abs(o.base - word.base) < near for o in others[-_SHADOW_REACH:]):
            continue
        others.append(word)
        kept.append(word)
    return kept
