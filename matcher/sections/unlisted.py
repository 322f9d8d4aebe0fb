"""Finds headings that stand in no list: by how they are set, or by the blank line above them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from matcher.domain.document import SectionKind, Span
from matcher.sections.heading_styles import is_set_apart, stands_out
from matcher.sections.headings import HeadingIndex
from matcher.sections.lines import LineView, Style
from matcher.sections.opening import Opening

__all__ = ["may_be_unlisted", "styled", "unlisted"]

# What stands at the end of a resume, where loose remarks follow.
_BEHIND_JOBS = frozenset(
    {SectionKind.EDUCATION, SectionKind.CERTIFICATIONS, SectionKind.LANGUAGES, SectionKind.COURSES, SectionKind.AWARDS}
)
_PARTED = re.compile(r"[,;:|\u00b7\u2013\u2014]| - ")


def may_be_unlisted(view: LineView, styles: Mapping[Style, float]) -> bool:
    """Tell cheaply that a line is set like no heading; a line in capitals may be one in two languages."""
    return view.parted or view.marked or view.style.capitals or view.style in styles


def styled(
    views: Sequence[LineView], view: LineView, index: HeadingIndex, styles: Mapping[Style, float], current: SectionKind
) -> Opening | None:
    """Find a heading by how it is set: one made of known words, or an unknown one that looks like all the others."""
    if view.style not in styles or view.bullet or (current is SectionKind.CONTACT and view.index < 3):
        return None
    if not is_set_apart(view):
        return None
    kind = index.compound(view.text)
    # "BSc, Computer Science, Eastmoor University", set bold below "Education", is an entry.
    if kind is not None and kind is not current:
        return Opening(view.index, kind, Span(view.start, view.end))
    if stands_out(views, view, index, styles) and not _heads_dates(views, view, current):
        return Opening(view.index, SectionKind.OTHER, Span(view.start, view.end))
    return None


def unlisted(views: Sequence[LineView], view: LineView, index: HeadingIndex, current: SectionKind) -> Opening | None:
    """Find a heading in plain text that nobody has listed, by the blank line above it.

    One that is a letter off a known one is that. A lone line above dated lines and a blank one parts the jobs by trade
    ("NURSING"); a lone line behind the jobs, above prose, opens something else ("Loose ends").
    """
    if not (view.parted or view.marked) or view.bullet or view.style.size is not None or len(view.text.split()) > 6:
        return None
    slip = index.misspelt(view.text)
    if slip is not None:
        return Opening(view.index, slip, Span(view.start, view.end))
    if _PARTED.search(view.text) or re.search(r"[.!?\d@]", view.text) or not view.text[0].isupper():
        return None
    below = [later for later in views[view.index + 1 : view.index + 6] if not later.blank][:2]
    dated = any(later.dated for later in below)
    alone = len(below) == 2 and below[0].parted
    if current is SectionKind.EXPERIENCE and dated and alone and view.style.capitals and len(view.text.split()) <= 3:
        return Opening(view.index, SectionKind.EXPERIENCE, Span(view.start, view.end))
    behind = current in _BEHIND_JOBS and not dated and len(view.text.split()) <= 4
    if behind and below and not below[0].bullet and _tells(below[0].text):
        return Opening(view.index, SectionKind.OTHER, Span(view.start, view.end))
    return None


def _tells(text: str) -> bool:
    """Tell a sentence from names: it ends as one and has four words or more that begin small."""
    return text[-1] in ".!?" and sum(word[0].islower() for word in text.split()) >= 4


def _heads_dates(views: Sequence[LineView], view: LineView, current: SectionKind) -> bool:
    """Tell whether dates follow closely: then a line among jobs is an employer, however large it is set."""
    if current not in {SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.PROJECTS, SectionKind.VOLUNTEERING}:
        return False
    return any(other.dated for other in views[view.index : view.index + 4])
