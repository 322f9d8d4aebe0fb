"""Shapes in a Word file: what colour a text box has, and which shapes lie behind the text."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from matcher.parsing.docx_inline import Background
from matcher.parsing.docx_styles import Styles

__all__ = ["box_background", "is_backdrop", "is_off_page"]

_ON = frozenset({"1", "true", "on", "t"})
_EMU_PER_POINT = 12_700
# A twentieth of a letter page; smaller shapes are ornaments that cannot carry a banner of light text.
_BACKDROP_SQUARE_POINTS = 612 * 792 / 20
# Farther out than any page is wide or high (A3 is 1,191 points high).
_OFF_PAGE_POINTS = 1_500
_SHIFT = re.compile(r"(?:^|;)\s*(?:margin-)?(?:left|top)\s*:\s*(-?\d{1,9})(?:\.\d*)?(pt|in)?")
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})\b")
_FILLS = ("a-gradFill", "a-blipFill", "a-pattFill", "a-grpFill")


def box_background(shape: Element, styles: Styles, page: Background) -> Background:
    """Return what lies behind the text of a text box: its fill, or what the page has where it has none."""
    if shape.tag.startswith("v-"):
        return _drawn_background(shape, page)
    properties = shape.find("wps-spPr")
    if properties is None or properties.find("a-noFill") is not None:
        return page
    if any(properties.find(fill) is not None for fill in _FILLS):
        return Background(None)
    solid = properties.find("a-solidFill")
    if solid is not None:
        return Background(_solid_color(solid, styles))
    reference = shape.find("wps-style/a-fillRef")
    return page if reference is None or reference.get("idx", "0") == "0" else Background(None)


def is_backdrop(anchor: Element) -> bool:
    """Tell whether a drawing lies behind the text, is large, and holds a picture or a filled shape."""
    if anchor.get("behindDoc", "0") not in _ON:
        return False
    extent = anchor.find("wp-extent")
    if extent is None or _points(extent.get("cx")) * _points(extent.get("cy")) < _BACKDROP_SQUARE_POINTS:
        return False
    if any(part.tag == "a-blip" for part in anchor.iter()):
        return True
    shapes = list(anchor.iter("wps-spPr"))
    return any(part.find(fill) is not None for part in shapes for fill in (*_FILLS, "a-solidFill")) or any(
        reference.get("idx", "0") != "0" for reference in anchor.iter("a-fillRef")
    )


def is_off_page(drawing: Element) -> bool:
    """Tell whether a drawing is set so far to one side that no part of it can be on the page."""
    for offset in drawing.iter("wp-posOffset"):
        text = (offset.text or "").strip()
        if re.fullmatch(r"-?\d{1,12}", text) and abs(int(text)) > _OFF_PAGE_POINTS * _EMU_PER_POINT:
            return True
    shapes = (part for part in drawing.iter() if part.tag.startswith("v-"))
    shifts = (shift for shape in shapes for shift in _SHIFT.findall(shape.get("style", "").lower()))
    return any(abs(int(amount)) * (72 if unit == "in" else 1) > _OFF_PAGE_POINTS for amount, unit in shifts)


def _drawn_background(shape: Element, page: Background) -> Background:
    if shape.get("filled", "t").lower() not in _ON | {""}:
        return page
    fill = shape.get("fillcolor")
    if fill is None:
        # A text box of the older kind is white unless it says otherwise.
        return page
    match = _HEX.match(fill)
    return Background(match[1].upper() if match else {"white": "FFFFFF", "black": "000000"}.get(fill.split(" ")[0]))


def _solid_color(solid: Element, styles: Styles) -> str | None:
    value = next(iter(solid), None)
    if value is None:
        return None
    if value.tag == "a-srgbClr" and not len(value):
        return value.get("val", "").upper() or None
    if value.tag == "a-schemeClr" and not len(value):
        return styles.theme.get({"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}.get(value.get("val", ""), ""))
    return None


def _points(emu: str | None) -> float:
    return int(emu) / _EMU_PER_POINT if emu and emu.isdecimal() and len(emu) < 12 else 0.0
