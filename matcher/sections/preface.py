"""Cuts what stands before the first heading: the contact block, a summary, jobs that no heading announces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.domain.document import SectionKind
from matcher.sections.lines import LineView, find_range, has_contact_token

__all__ = ["dated_at_edge", "split_preface"]

_SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019)]?$")
_HEAD_END = re.compile(r"\s*[):.]")
_PARTED = re.compile(r"\s*[|\t\u00b7]|\s{2,}")
_SHORT_WORDS = 9
_ENTRY_WORDS = 18
# A month may stand before the year that begins a range, a bracket or a dot behind it.
_MONTH = 11


def split_preface(views: Sequence[LineView], *, contact: bool = True) -> list[tuple[int, SectionKind]]:
    """Return the first line of each part and its kind.

    The contact block is name, headline and contact lines: short lines and lines with an address. It ends with the
    first sentence. Jobs begin at the head of the first line that holds a range of dates.
    """
    if not views:
        return []
    parts: list[tuple[int, SectionKind]] = []
    jobs = _first_job(views, skip=1 if contact else 0)
    prose = [view for view in views if jobs is None or view.index < jobs]
    if contact:
        parts.append((views[0].index, SectionKind.CONTACT))
        summary = next((view.index for view in prose[1:] if _is_prose(view)), None)
        if summary is not None:
            parts.append((summary, SectionKind.SUMMARY))
    else:
        parts.append((views[0].index, SectionKind.SUMMARY))
    if jobs is not None:
        parts = [part for part in parts if part[0] < jobs]
        parts.append((jobs, SectionKind.EXPERIENCE))
    return parts


def _is_prose(view: LineView) -> bool:
    if view.blank or has_contact_token(view.text) or "|" in view.text:
        return False
    count = len(view.text.split())
    if view.bullet or count >= _SHORT_WORDS:
        return True
    # "Tern Freight Systems Pvt. Ltd." ends with a dot and is a name.
    small = any(word[0].islower() for word in view.text.split())
    return count >= 3 and small and bool(_SENTENCE_END.search(view.text))


def _first_job(views: Sequence[LineView], *, skip: int) -> int | None:
    bulleted = sum(bool(view.bullet) and dated_at_edge(view.text, view.bullet) for view in views) > 1
    for number, view in enumerate(views):
        if (
            number < skip
            or not view.dated
            or (view.bullet and not bulleted)
            or (len(view.text.split()) > _ENTRY_WORDS and not _heads_prose(view))
            or has_contact_token(view.text)
        ):
            continue
        if view.bullet or len(view.text.split()) > _ENTRY_WORDS:
            return view.index
        start = number
        while start - 1 >= skip + 1 and number - start < 2 and _may_head(views[start - 1]):
            start -= 1
        return views[start].index
    return None


def dated_at_edge(text: str, bullet: int = 0) -> bool:
    """Tell a line that begins or ends with its dates: a job, where its neighbours do so too."""
    dates = find_range(text)
    if dates is None or len(text.split()) > _ENTRY_WORDS:
        return False
    return dates.start() <= bullet + _MONTH or len(text) - dates.end() <= _MONTH


def _heads_prose(view: LineView) -> bool:
    """Tell a job told on one long line with its head at the front: "May 2019 to June 2021: Developer, Tern. Built".

    What follows the dates ends the head: a colon, a bracket, a full stop.
    """
    dates = find_range(view.text)
    if dates is None or len(view.text[: dates.end()].split()) > _ENTRY_WORDS:
        return False
    before, after = view.text[: dates.start()], view.text[dates.end() :]
    if dates.start() <= view.bullet + _MONTH and _PARTED.match(after):
        # "Oct 2025 - today | Tern | ...": a row of a table whose last cell tells of the work.
        return True
    return bool(_HEAD_END.match(after)) and not re.search(r"[.!?]\s", before) and (":" in after[:2] or "(" in before)


def _may_head(view: LineView) -> bool:
    return not (view.blank or view.bullet or _is_prose(view) or has_contact_token(view.text))
