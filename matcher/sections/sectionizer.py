"""Cuts a document into its sections: contact, summary, experience and so on, whole lines each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matcher.domain.document import Document, Section, SectionKind, Span
from matcher.sections.headings import heading_index
from matcher.sections.lines import LineView, find_range, view_lines
from matcher.sections.opening import Opening
from matcher.sections.outline import find_openings, is_job_description
from matcher.sections.preface import dated_at_edge, split_preface

__all__ = ["split_sections"]

# Headings under which jobs stand where none announces them: "Skills", then in a form the first dates and their job.
_MAY_HOLD_JOBS = frozenset({SectionKind.SUMMARY, SectionKind.CONTACT, SectionKind.SKILLS, SectionKind.LANGUAGES})
_HEAD_LINES = 6
_LEAST_HEAD = 3
# "March 2019 - ": a month before the first year is no part of the range that is found.
_BESIDE_RANGE = 11


def split_sections(
    document: Document,
    headings: Mapping[str, SectionKind],
    words: Mapping[str, Sequence[str]] | None = None,
    *,
    job: bool | None = None,
    views: Sequence[LineView] | None = None,
) -> tuple[Section, ...]:
    """Cut a document into sections that cover all its lines and do not overlap.

    What stands before the first heading of a resume is contact, then summary, then jobs if dates follow; of a job
    description it is the description of the employer. ``words`` are the lexicon's lists; with them "Languages" is
    told apart by what stands under it. ``job`` tells a job description (True) from a resume (False); None has it
    guessed, as for a text of unknown origin. ``views`` are the lines, where the caller has looked at them already.
    """
    views = view_lines(document) if views is None else views
    if not views:
        return ()
    index = heading_index(headings).for_document()
    job = is_job_description(document, views, index) if job is None else job
    openings = find_openings(views, index, words or {}, job=job)
    cuts: list[tuple[int, SectionKind, Opening | None]] = []
    first = openings[0].line if openings else len(views)
    if job:
        cuts = [(0, SectionKind.ABOUT, None)] if first else []
    else:
        cuts = [(line, kind, None) for line, kind in split_preface(views[:first])]
    for number, opening in enumerate(openings):
        cuts.append((opening.line, opening.kind, opening))
        if not job and opening.kind in _MAY_HOLD_JOBS:
            end = openings[number + 1].line if number + 1 < len(openings) else len(views)
            has_jobs = any(kind is SectionKind.EXPERIENCE for _, kind, _ in cuts) or any(
                other.kind is SectionKind.EXPERIENCE for other in openings
            )
            sure = opening.kind in {SectionKind.SUMMARY, SectionKind.CONTACT}
            cuts += [] if has_jobs else _unnamed_jobs(views[opening.line + 1 : end], sure=sure)
    return _sections(document, cuts)


def _unnamed_jobs(views: Sequence[LineView], *, sure: bool) -> list[tuple[int, SectionKind, Opening | None]]:
    """Return where jobs begin under a heading of something else.

    Not ``sure``: only where two lines end or begin with their dates, or at dates alone, above a list.
    """
    parts = split_preface(views, contact=False)
    jobs: list[tuple[int, SectionKind, Opening | None]] = [
        (line, kind, None) for line, kind in parts if kind is SectionKind.EXPERIENCE
    ]
    if jobs and not sure:
        if sum(not view.bullet and _heads_a_job(view.text) for view in views) > 1:
            return jobs
        near = [view for view in views if view.index >= jobs[0][0] and not view.blank][:_HEAD_LINES]
        alone = any(_is_date(view.text) for view in near)
        return jobs if alone and any(view.bullet for view in near) else []
    return jobs


def _heads_a_job(text: str) -> bool:
    """Tell a line that names enough beside its dates for a title and an employer, and not "Java, 2015 - 2019"."""
    dates = find_range(text)
    beside = text.replace(dates.group(), " ") if dates and dated_at_edge(text) else ""
    return sum(word[0].isalpha() for word in beside.split()) >= _LEAST_HEAD


def _is_date(text: str) -> bool:
    dates = find_range(text)
    return dates is not None and len(text) - len(dates.group()) <= _BESIDE_RANGE


def _sections(document: Document, cuts: Sequence[tuple[int, SectionKind, Opening | None]]) -> tuple[Section, ...]:
    sections = []
    for number, (line, kind, opening) in enumerate(cuts):
        start = 0 if number == 0 else document.lines[line].span.start
        last = number + 1 == len(cuts)
        end = len(document.text) if last else document.lines[cuts[number + 1][0]].span.start
        if start < end or last:
            sections.append(Section(kind, Span(start, end), opening.span if opening else None))
    return tuple(sections)
