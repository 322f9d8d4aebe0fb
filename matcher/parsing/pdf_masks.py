"""Soft masks: where a mask lets nothing through, what is drawn under it is not seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1

from matcher.parsing.pdf_glyphs import Area, GlyphDevice
from matcher.parsing.pdf_repair import BROKEN

__all__ = ["SoftMask", "mask_of"]

_NOTHING = 0.1
_MOST_AREAS = 200


class SoftMask:
    """A mask of a parameter dictionary (ISO 32000-1 11.6.5.3); it is drawn only if text lies under it.

    Args:
        entries: the mask's dictionary.
        draw: draws a form by itself, in the space in which the mask was set.
    """

    def __init__(self, entries: dict[str, Any], draw: Callable[[PDFStream], GlyphDevice]) -> None:
        self._entries = entries
        self._draw = draw
        self._areas: list[Area] | None = None
        self._told = True

    def hides(self, x: float, y: float) -> bool:
        """Tell whether the mask is known to let nothing through at a point of the page."""
        if self._areas is None:
            self._areas = self._drawn()
        if not self._told:
            return False
        by_light = _name(self._entries.get("S")) == "Luminosity"
        for area in reversed(self._areas):
            left, bottom, right, top = area.box
            if left <= x <= right and bottom <= y <= top:
                if not by_light or area.colour is None or _light(area.colour) >= _NOTHING:
                    return False
                if area.solid:
                    return True
        around = [float(resolve1(number)) for number in list_value(self._entries.get("BC", ()))]
        return not by_light or (len(around) in (0, 1, 3) and _light(around) < _NOTHING)

    def _drawn(self) -> list[Area]:
        form = resolve1(self._entries.get("G"))
        transfer = self._entries.get("TR")
        if not isinstance(form, PDFStream) or (transfer is not None and _name(transfer) != "Identity"):
            self._told = False
            return []
        try:
            device = self._draw(form)
        except BROKEN:
            self._told = False
            return []
        # Letters of a mask are drawn as shapes, which are not known here.
        self._told = not device.glyphs and len(device.areas) <= _MOST_AREAS
        return device.areas


def mask_of(value: Any, draw: Callable[[PDFStream], GlyphDevice]) -> SoftMask | None:
    """Return the mask that an entry of a parameter dictionary sets; None where it sets none."""
    entries = dict_value(resolve1(value)) if isinstance(resolve1(value), dict) else {}
    return SoftMask(entries, draw) if entries else None


def _light(colour: Any) -> float:
    return float(sum(colour) / len(colour)) if len(colour) else 0.0


def _name(value: Any) -> str:
    return str(getattr(resolve1(value), "name", ""))
