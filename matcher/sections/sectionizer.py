"""Cuts a document into its sections: contact, summary, experience and so on, whole lines each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matcher.domain.document import Document, Section, SectionKind, Span
from matcher.sections.headings import heading_index
from matcher.sections.lines import LineView, view_lines
from matcher.sections.opening import Opening
from matcher.sections.outline import find_openings, is_job_description
from matcher.sections.preface import split_preface

__all__ = ["split_sections"]


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
        if not job and opening.kind in {SectionKind.SUMMARY, SectionKind.CONTACT}:
            end = openings[number + 1].line if number + 1 < len(openings) else len(views)
            has_jobs = any(other.kind is SectionKind.EXPERIENCE for other in openings)
            cuts += [] if has_jobs else _unnamed_jobs(views[opening.line + 1 : end])
    return _sections(document, cuts)


def _unnamed_jobs(views: Sequence[LineView]) -> list[tuple[int, SectionKind, Opening | None]]:
    parts = split_preface(views, contact=False)
    return [(line, kind, None) for line, kind in parts if kind is SectionKind.EXPERIENCE]


def _sections(document: Document, cuts: Sequence[tuple[int, SectionKind, Opening | None]]) -> tuple[Section, ...]:
    sections = []
    for number, (line, kind, opening) in enumerate(cuts):
        start = 0 if number == 0 else document.lines[line].span.start
        last = number + 1 == len(cuts)
        end = len(document.text) if last else document.lines[cuts[number + 1][0]].span.start
        if start < end or last:
            sections.append(Section(kind, Span(start, end), opening.span if opening else None))
    return tuple(sections)
