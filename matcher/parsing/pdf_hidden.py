"""Tells the glyphs of a page that a reader sees from those that are hidden, with the technique that hides them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from matcher.parsing.pdf_geometry import Rect
from matcher.parsing.pdf_glyphs import Area, Colour, Glyph, Ink
from matcher.parsing.pdf_guards import limit_passed
from matcher.parsing.pdf_paint import is_seen_on

__all__ = ["Sight", "look_at"]

_WHITE: Colour = (1.0, 1.0, 1.0)
_PAINTED_MODES = (0, 1, 2, 4, 5, 6)
_TRANSPARENT = 0.1
# Nobody reads type lower than this, in points; the finest print in use is about 4.
_TINY = 2.0
# An advance under this share of the height: the letters are squeezed into a hairline.
_SQUEEZED = 0.06
_SCAN = 0.6
_MOST_AREAS = 4_000
_MOST_CHECKS = 4_000_000
_AT_AN_EDGE = frozenset({"off_page", "clipped", "same_colour"})
_MOST_RESCUED = 6
# How programs hide the recognized text under the picture of a page.
_UNDER_SCANS = ("invisible", "covered", "transparent")


@dataclass(frozen=True, slots=True)
class Sight:
    """The glyphs of a page parted: ``seen``, and hidden ones by technique; ``scan``: the hidden text lies on a scan."""

    seen: list[Glyph]
    hidden: dict[str, list[Glyph]]
    scan: bool = False


def look_at(glyphs: Sequence[Glyph], areas: Sequence[Area], page: Rect) -> Sight:
    """Part the glyphs of a page by whether a reader sees them.

    Invisible text on a page that is one picture is what text recognition leaves: it counts as seen, with ``scan`` set.
    """
    areas = _largest(areas)
    covered = _covered(glyphs, areas)
    suspects = _suspect_inks(glyphs, areas)
    seen: list[Glyph] = []
    hidden: dict[str, list[Glyph]] = {}
    by_ink: dict[int, str] = {}
    rescued = 0
    for glyph in glyphs:
        technique = by_ink.get(id(glyph.ink))
        if technique is None:
            technique = by_ink[id(glyph.ink)] = _ink_technique(glyph.ink)
        if not technique:
            technique = _place_technique(glyph, page)
        if not technique:
            if glyph.order in covered:
                technique = "covered"
            elif id(glyph.ink) in suspects and _on_own_colour(glyph, areas):
                technique = "same_colour"
        if technique in _AT_AN_EDGE and seen and rescued < _MOST_RESCUED and _goes_on(seen[-1], glyph):
            # The end of a word that runs over an edge, as a long address over the end of a dark sidebar.
            rescued += 1
            seen.append(glyph)
        elif technique:
            hidden.setdefault(technique, []).append(glyph)
        else:
            rescued = 0
            seen.append(glyph)
    if _is_scan(hidden, seen, areas, page):
        kept = {id(glyph) for technique in _UNDER_SCANS for glyph in hidden.pop(technique, [])} | set(map(id, seen))
        return Sight([glyph for glyph in glyphs if id(glyph) in kept], hidden, scan=True)
    return Sight(seen, hidden)


def _ink_technique(ink: Ink) -> str:
    if not ink.layer_on:
        return "layer_off"
    if ink.render in (3, 7):
        return "invisible"
    return "transparent" if ink.alpha < _TRANSPARENT else ""


def _place_technique(glyph: Glyph, page: Rect) -> str:
    """Return what hides a glyph by where, how large and under which mask it stands."""
    x, y = _middle(glyph)
    clip = glyph.ink.clip
    if not (page[0] <= x <= page[2] and page[1] <= y <= page[3]):
        return "off_page"
    if not (clip[0] <= x <= clip[2] and clip[1] <= y <= clip[3]):
        return "clipped"
    if glyph.size < _TINY or _is_squeezed(glyph):
        return "tiny"
    return "masked" if glyph.ink.masks and any(mask.hides(x, y) for mask in glyph.ink.masks) else ""


def _middle(glyph: Glyph) -> tuple[float, float]:
    """Return the middle of a glyph: half way along its advance, a third of its size above the baseline."""
    x, y = (glyph.x + glyph.end_x) / 2, (glyph.y + glyph.end_y) / 2
    rise = glyph.size / 3
    quarter = glyph.quarter
    if quarter == 0:
        return x, y + rise
    if quarter == 1:
        return x - rise, y
    return (x, y - rise) if quarter == 2 else (x + rise, y)


def _goes_on(before: Glyph, glyph: Glyph) -> bool:
    """Tell whether a glyph was drawn right behind another one, in the same word."""
    near = 0.15 * glyph.size
    return (
        before.order == glyph.order - 1
        and before.ink is glyph.ink
        and not before.text.isspace()
        and not glyph.text.isspace()
        and abs(glyph.x - before.end_x) < near
        and abs(glyph.y - before.end_y) < near
    )


def _is_squeezed(glyph: Glyph) -> bool:
    advance = abs(glyph.end_x - glyph.x) + abs(glyph.end_y - glyph.y)
    return 0 < advance < _SQUEEZED * glyph.size and (glyph.text.isalnum() or glyph.text.isspace())


def _largest(areas: Sequence[Area]) -> Sequence[Area]:
    """Keep the work bounded on pages of thousands of areas: the smallest ones hide the least."""
    if len(areas) <= _MOST_AREAS:
        return areas
    by_size = sorted(areas, key=lambda a: (a.box[0] - a.box[2]) * (a.box[3] - a.box[1]))
    return sorted(by_size[:_MOST_AREAS], key=lambda a: a.order)


def _covered(glyphs: Sequence[Glyph], areas: Sequence[Area]) -> set[int]:
    """Return the numbers of glyphs that an opaque box or image was drawn over."""
    covers = [a for a in areas if a.order and a.solid and (a.image or a.colour is not None)]
    covered: set[int] = set()
    if not covers or not glyphs:
        return covered
    placed = sorted((_middle(glyph)[1], glyph.order) for glyph in glyphs)
    heights = [y for y, _ in placed]
    checks = 0
    for area in covers:
        left, bottom, right, top = area.box
        first, last = bisect_left(heights, bottom), bisect_right(heights, top)
        checks += last - first
        if checks > _MOST_CHECKS:
            raise limit_passed("painted areas over its text", len(covers))
        before = len(covered)
        for _, order in placed[first:last]:
            if order < area.order and order not in covered:
                glyph = glyphs[order]
                x0, x1 = sorted((glyph.x, glyph.end_x))
                if left - 0.2 <= x0 and x1 <= right + 0.2:
                    covered.add(order)
        if len(covered) - before > 0.2 * len(placed):
            placed = [place for place in placed if place[1] not in covered]
            heights = [y for y, _ in placed]
    return covered


def _suspect_inks(glyphs: Sequence[Glyph], areas: Sequence[Area]) -> set[int]:
    """Return the inks whose colour is that of the paper or of some area: only their glyphs need a closer look."""
    grounds = {_WHITE, *(area.colour for area in areas if area.colour is not None)}
    inks = {id(glyph.ink): glyph.ink for glyph in glyphs}
    return {
        key
        for key, ink in inks.items()
        if ink.render in _PAINTED_MODES and not all(is_seen_on(ink, ground) for ground in grounds)
    }


def _on_own_colour(glyph: Glyph, areas: Sequence[Area]) -> bool:
    """Tell whether all that may lie under a glyph has its colour; an unknown ground is taken to show it."""
    x, y = _middle(glyph)
    for area in reversed(areas):
        if area.order > glyph.order:
            continue
        left, bottom, right, top = area.box
        if not (left <= x <= right and bottom <= y <= top):
            continue
        if area.colour is None or is_seen_on(glyph.ink, area.colour):
            return False
        if area.solid:
            return True
    return not is_seen_on(glyph.ink, _WHITE)


def _is_scan(hidden: dict[str, list[Glyph]], seen: Sequence[Glyph], areas: Sequence[Area], page: Rect) -> bool:
    under = [glyph for technique in _UNDER_SCANS for glyph in hidden.get(technique, ())]
    shown = sum(not glyph.text.isspace() for glyph in seen)
    if not under or shown > 0.1 * len(under):
        return False
    whole = (page[2] - page[0]) * (page[3] - page[1])
    pictured = sum(max(0.0, a.box[2] - a.box[0]) * max(0.0, a.box[3] - a.box[1]) for a in areas if a.image)
    return pictured >= _SCAN * whole or (not shown and _SCAN * len(under) <= sum(_is_pictured(g, areas) for g in under))


def _is_pictured(glyph: Glyph, areas: Sequence[Area]) -> bool:
    x, y = _middle(glyph)
    boxes = (area.box for area in areas if area.image)
    return any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in boxes)
