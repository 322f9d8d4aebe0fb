"""Puts letters and accents together that a page draws one over the other, as TeX does with its old fonts."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from matcher.parsing.pdf_glyphs import Glyph

__all__ = ["combine_accents"]

# Accents that stand alone, and the marks that stand on a letter.
_MARKS = {
    "`": "\u0300",
    "\u00b4": "\u0301",
    "\u02c6": "\u0302",
    "^": "\u0302",
    "\u02dc": "\u0303",
    "~": "\u0303",
    "\u00af": "\u0304",
    "\u02d8": "\u0306",
    "\u02d9": "\u0307",
    "\u00a8": "\u0308",
    "\u02da": "\u030a",
    "\u02dd": "\u030b",
    "\u02c7": "\u030c",
    "\u00b8": "\u0327",
    "\u02db": "\u0328",
}
_DOTTED = {"\u0131": "i", "\u0237": "j"}
# Shares: of the accent's width that the letter covers, and of the type size that a capital's accent is raised.
_OVER = 0.6
_RAISED = 0.4


def combine_accents(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Return the glyphs with each accent on the letter it is drawn over: "Caf" and "\u00b4" over "e" give "\u00e9"."""
    if not any(glyph.text in _MARKS for glyph in glyphs):
        return glyphs
    combined: list[Glyph] = []
    waiting: Glyph | None = None
    for glyph in glyphs:
        whole = None
        if waiting is not None:
            whole = _whole(glyph, waiting)
            if whole is not None:
                combined[-1] = whole
        elif glyph.text in _MARKS and combined:
            whole = _whole(combined[-1], glyph)
            if whole is not None:
                combined[-1] = whole
        if whole is None:
            combined.append(glyph)
        waiting = glyph if whole is None and glyph.text in _MARKS else None
    return combined


def _whole(letter: Glyph, accent: Glyph) -> Glyph | None:
    """Return the letter with the accent, if there is such a letter and one is drawn over the other."""
    if letter.quarter != accent.quarter or letter.quarter or not letter.text.isalpha():
        return None
    shared = min(letter.end_x, accent.end_x) - max(letter.x, accent.x)
    if shared < _OVER * (accent.end_x - accent.x) or abs(letter.y - accent.y) > _RAISED * letter.size or shared <= 0:
        return None
    text = unicodedata.normalize("NFC", _DOTTED.get(letter.text, letter.text) + _MARKS[accent.text])
    return replace(letter, text=text) if len(text) == 1 else None
