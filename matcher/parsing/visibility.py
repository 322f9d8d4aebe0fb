"""Whether a reader can see a piece of text: by its colour against what lies behind it, its size, its width."""

from __future__ import annotations

import re

__all__ = ["contrast", "why_hidden"]

# The ratio of luminances (WCAG) below which text melts into its background; light grey on white has 1.4 to 1.8.
_MIN_CONTRAST = 1.25
_MIN_POINTS = 2.0
_MIN_SCALE = 20.0
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")


def why_hidden(
    *, color: str | None, background: str | None, points: float | None = None, scale: float | None = None
) -> str | None:
    """Return the technique that hides a text, None if it can be seen.

    Args:
        color: of the letters, six hex digits; None or "" for the automatic one, which always shows.
        background: what lies behind; None where that is not known, which never speaks against the text.
        points: the type's size.
        scale: the letters' width in per cent of the usual.
    """
    if points is not None and points < _MIN_POINTS:
        return "too small to read"
    if scale is not None and scale < _MIN_SCALE:
        return "squeezed"
    # Broken files name colours that are none ("red", "FFF"): they hide nothing.
    told = all(code and _COLOUR.fullmatch(code) for code in (color, background))
    if told and contrast(str(color), str(background)) < _MIN_CONTRAST:
        return "colour of the background"
    return None


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours given as six hex digits: 1 (none) to 21 (black on white).

    The formula is that of WCAG 2, "contrast ratio".
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(code: str) -> float:
    channels = (int(code[i : i + 2], 16) / 255 for i in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
