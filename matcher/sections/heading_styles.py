"""How the headings of a document are set: what tells them from its other lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from matcher.domain.document import SectionKind
from matcher.sections.headings import HeadingIndex
from matcher.sections.lines import LineView, Style

__all__ = ["SURE_KINDS", "heading_styles", "is_set_apart", "stands_out"]

# Headings of these kinds are rarely anything else; the others also name a skill, an activity, a label in a job.
SURE_KINDS = frozenset(
    {
        SectionKind.SUMMARY,
        SectionKind.EXPERIENCE,
        SectionKind.EDUCATION,
        SectionKind.SKILLS,
        SectionKind.CERTIFICATIONS,
        SectionKind.REQUIRED,
        SectionKind.PREFERRED,
        SectionKind.RESPONSIBILITIES,
    }
)


def heading_styles(views: Sequence[LineView], index: HeadingIndex) -> dict[Style, float]:
    """Return how the sure headings are set, and the share of known headings among the lines of that style.

    Empty where that tells them from no other line.
    """
    known = [(view.style, kind) for view in views if view.text and (kind := index.exact(view.text))]
    sure = {style for style, kind in known if kind in SURE_KINDS}
    if not sure:
        return {}
    counts = Counter([style for style, _ in known])
    everything = Counter([view.style for view in views if view.text])
    shares = {style: counts[style] / everything[style] for style in sure}
    return {style: share for style, share in shares.items() if share >= 0.25}


def is_set_apart(view: LineView) -> bool:
    """Tell whether a line is set in a way that plain text is not."""
    return view.style.size is not None or view.style.bold or view.style.capitals


def stands_out(views: Sequence[LineView], view: LineView, index: HeadingIndex, styles: Mapping[Style, float]) -> bool:
    """Tell whether an unknown line is set like the headings, and stands where they stand."""
    box = view.line.box
    if view.style.size is None or box is None or len(view.text.split()) > 5 or re.search(r"[.,;:|@\d]", view.text):
        return False
    if len(styles) != 1 or styles.get(view.style, 0.0) < 0.5 or not view.text[0].isupper():
        return False
    return any(
        abs(other.line.box.x0 - box.x0) <= 2 or abs(other.line.box.x0 + other.line.box.x1 - box.x0 - box.x1) <= 6
        for other in views
        if other.line.box is not None and other.style == view.style and index.exact(other.text)
    )
