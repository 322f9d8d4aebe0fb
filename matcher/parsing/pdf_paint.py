"""What paint leaves on a page: blending, patterns, shadings and pictures of one colour, empty drawings."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1

from matcher.parsing.pdf_glyphs import Colour, Ink

__all__ = ["BLANK", "drawn_colour", "flat_picture", "flat_shading", "is_seen_on", "pattern_colour", "spot_colour"]

# Stands for a drawing that paints nothing.
BLANK = "blank"

# Channels that differ by less than this look alike; light grey print (#dddddd on white) differs by more.
_ALIKE = 0.08

# ISO 32000-1 11.3.5.2, for one channel of the ground and of the ink.
_BLENDS: dict[str, Callable[[float, float], float]] = {
    "Normal": lambda _, ink: ink,
    "Compatible": lambda _, ink: ink,
    "Multiply": lambda ground, ink: ground * ink,
    "Screen": lambda ground, ink: ground + ink - ground * ink,
    "Overlay": lambda ground, ink: 2 * ground * ink if ground <= 0.5 else 1 - 2 * (1 - ground) * (1 - ink),
    "HardLight": lambda ground, ink: 2 * ground * ink if ink <= 0.5 else 1 - 2 * (1 - ground) * (1 - ink),
    "SoftLight": lambda ground, ink: ground - (1 - 2 * ink) * ground * (1 - ground),
    "Darken": min,
    "Lighten": max,
    "ColorDodge": lambda ground, ink: 0.0 if not ground else min(1.0, ground / (1 - ink)) if ink < 1 else 1.0,
    "ColorBurn": lambda ground, ink: 1.0 if ground >= 1 else 1 - min(1.0, (1 - ground) / ink) if ink > 0 else 0.0,
    "Difference": lambda ground, ink: abs(ground - ink),
    "Exclusion": lambda ground, ink: ground + ink - 2 * ground * ink,
}

_PAINTS = re.compile(rb"(?:^|[\s\]>)])(?:f\*?|F|B\*?|b\*?|S|s|Do|sh|Tj|TJ|EI|'|\")(?=\s|$)")
_UNTOLD = re.compile(rb"(?:^|[\s\]>)])(?:Do|sh|Tj|TJ|EI|'|\"|cs|scn?|k|K|CS|SCN?)(?=\s|$)")
_GREY = re.compile(rb"(?:^|\s)(\d*\.?\d+)\s+[gG](?=\s|$)")
_RGB = re.compile(rb"(?:^|\s)(\d*\.?\d+)\s+(\d*\.?\d+)\s+(\d*\.?\d+)\s+(?:rg|RG)(?=\s|$)")
_FUNCTION_DEPTH = 4
_MOST_FUNCTIONS = 20
_CHANNELS = {"DeviceGray": 1, "CalGray": 1, "DeviceRGB": 3, "CalRGB": 3}
# A picture of one colour packs a thousand to one, one with anything on it hardly a hundred; larger ones are not opened.
_PACKED = 200
_SMALL = 4_096
_LARGEST = 5_000_000


def is_seen_on(ink: Ink, ground: Colour) -> bool:
    """Tell whether ink differs from the ground it lies on, in any of the ways in which it may be blended with it."""
    if ink.colour is None:
        return True
    for mode in ink.modes:
        blend = _BLENDS.get(mode)
        if blend is None:
            return True
        if all(abs(ink.alpha * (blend(g, c) - g)) < _ALIKE for g, c in zip(ground, ink.colour, strict=True)):
            continue
        return True
    return False


def drawn_colour(content: bytes) -> Colour | str | None:
    """Return the one colour of a small drawing (a tile, a glyph): "" if it sets none, ``BLANK`` if it paints nothing.

    None: it has several colours or ones that cannot be told.
    """
    if not _PAINTS.search(content):
        return BLANK
    colours = {(float(grey),) * 3 for grey in _GREY.findall(content)}
    colours |= {(float(red), float(green), float(blue)) for red, green, blue in _RGB.findall(content)}
    if _UNTOLD.search(content) or len(colours) > 1:
        return None
    return colours.pop() if colours else ""


def pattern_colour(pattern: Any, base: Colour | None) -> Colour | str | None:
    """Return the colour that a pattern fills with, ``BLANK`` for one that paints nothing; ``base`` colours tiles.

    None: it has several colours or ones that cannot be told.
    """
    entries = pattern.attrs if isinstance(pattern, PDFStream) else dict_value(pattern)
    if resolve1(entries.get("PatternType")) == 2:
        return flat_shading(entries.get("Shading"))
    if not isinstance(pattern, PDFStream):
        return None
    drawn = drawn_colour(pattern.get_data())
    if drawn == BLANK:
        return BLANK
    if resolve1(entries.get("PaintType")) == 2:
        return base
    return (0.0, 0.0, 0.0) if drawn == "" else drawn


def flat_shading(shading: Any) -> Colour | None:
    """Return the colour of a shading whose function always gives the same one."""
    shading = resolve1(shading)
    entries = shading.attrs if isinstance(shading, PDFStream) else dict_value(shading)
    space = getattr(resolve1(entries.get("ColorSpace")), "name", "")
    colours = set(_function_colours(entries.get("Function"), _FUNCTION_DEPTH))
    if space not in _CHANNELS or len(colours) != 1:
        return None
    (colour,) = colours
    channels = _CHANNELS[space]
    if len(colour) != channels:
        return None
    return (colour[0], colour[1], colour[2]) if channels == 3 else (colour[0],) * 3


def spot_colour(space: Any, tint: float) -> Colour | None:
    """Return the colour that stands in for an ink of its own (ISO 32000-1 8.6.6.4), where it is told by two ends."""
    parts = resolve1(space)
    if not isinstance(parts, list) or len(parts) < 4:
        return None
    function = resolve1(parts[3])
    name = getattr(resolve1(parts[2]), "name", "")
    exponent = resolve1(function.get("N")) if isinstance(function, dict) else None
    ends = _function_colours(function, 1)
    if len(ends) != 2 or not isinstance(exponent, int | float) or exponent <= 0 or len(ends[0]) != len(ends[1]):
        return None
    share = min(1.0, max(0.0, tint)) ** exponent
    mixed = tuple(start + share * (end - start) for start, end in zip(*ends, strict=True))
    if name == "DeviceCMYK" and len(mixed) == 4:
        red, green, blue = ((1 - ink) * (1 - mixed[3]) for ink in mixed[:3])
        return (red, green, blue)
    if len(mixed) != _CHANNELS.get(name):
        return None
    return (mixed[0], mixed[1], mixed[2]) if len(mixed) == 3 else (mixed[0],) * 3


def _function_colours(function: Any, depth: int) -> list[tuple[float, ...]]:
    """Return the ends of interpolations (types 2 and 3 of ISO 32000-1 7.10); an empty tuple for anything else."""
    function = resolve1(function)
    if not isinstance(function, dict) or not depth:
        return [()]
    if resolve1(function.get("FunctionType")) == 3:
        parts = list_value(function.get("Functions"))[:_MOST_FUNCTIONS]
        return [colour for part in parts for colour in _function_colours(part, depth - 1)]
    ends = (list_value(function.get(key, default)) for key, default in (("C0", [0.0]), ("C1", [1.0])))
    return [tuple(float(resolve1(number)) for number in end) for end in ends]


def flat_picture(image: PDFStream) -> float | None:
    """Return the brightness, 0 to 1, of a grey or red-green-blue picture that is of one black, grey or white.

    None: it is not, or is packed as a photograph, or what is in it would have to be looked up in tables.
    """
    space = getattr(resolve1(image.get_any(("ColorSpace", "CS"))), "name", "")
    channels = _CHANNELS.get({"G": "DeviceGray", "RGB": "DeviceRGB"}.get(space, space))
    sizes = [resolve1(image.get_any(names)) for names in (("Width", "W"), ("Height", "H"), ("BitsPerComponent", "BPC"))]
    if channels is None or "Decode" in image or not all(isinstance(size, int) and size > 0 for size in sizes):
        return None
    width, height, bits = sizes
    size = width * height * channels * bits // 8
    packed = len(image.rawdata or image.data or b"")
    if size > _LARGEST or not (size <= _SMALL or packed * _PACKED < size):
        return None
    data = image.get_data()[:size]
    if not data or getattr(image, "pictured", False) or data.count(data[:1]) != len(data):
        return None
    return data[0] / 255 if bits == 8 or data[0] in (0, 255) else None
