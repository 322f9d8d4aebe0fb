"""Finds the lines of a document that are headings, and what each of them opens."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from matcher.domain.document import Document, Format, SectionKind, Span
from matcher.sections.heading_styles import SURE_KINDS, heading_styles, is_set_apart
from matcher.sections.headings import HeadingIndex, heading_key
from matcher.sections.lines import LineView, Style, has_contact_token
from matcher.sections.opening import Opening
from matcher.sections.spoken import names_spoken_languages
from matcher.sections.unlisted import may_be_unlisted, styled, unlisted

__all__ = ["find_openings", "is_job_description"]

_JOB_KINDS = frozenset(
    {
        SectionKind.REQUIRED,
        SectionKind.PREFERRED,
        SectionKind.RESPONSIBILITIES,
        SectionKind.ABOUT,
        SectionKind.BENEFITS,
    }
)
# What a resume means by a heading that belongs to job descriptions.
_RESUME_MEANING = {SectionKind.ABOUT: SectionKind.SUMMARY, SectionKind.REQUIRED: SectionKind.SUMMARY}
# What a job description means by a heading that belongs to resumes.
_JOB_MEANING = {
    SectionKind.EXPERIENCE: SectionKind.REQUIRED,
    SectionKind.SKILLS: SectionKind.REQUIRED,
    SectionKind.EDUCATION: SectionKind.REQUIRED,
    SectionKind.CERTIFICATIONS: SectionKind.REQUIRED,
    SectionKind.LANGUAGES: SectionKind.REQUIRED,
    SectionKind.SUMMARY: SectionKind.ABOUT,
    SectionKind.CONTACT: SectionKind.ABOUT,
}
_JOB_ENTRY_LABELS = frozenset(
    {SectionKind.SKILLS, SectionKind.PROJECTS, SectionKind.AWARDS, SectionKind.SUMMARY, SectionKind.COURSES}
)


_PARTED = re.compile(r"[,;:|\u00b7\u2013\u2014]| - ")


def is_job_description(document: Document, views: Sequence[LineView], index: HeadingIndex) -> bool:
    """Tell a job description from a resume by its headings, its dates and whether anybody can be reached by it."""
    if document.format is Format.JOB_POSTING:
        return True
    if document.format is Format.JSON_RESUME:
        return False
    found = [kind for view in _beginning(views, index) if (kind := _any_heading(view, index)) is not None]
    asks = sum(kind in _JOB_KINDS - {SectionKind.ABOUT} for kind in found)
    tells = sum(kind in {SectionKind.EXPERIENCE, SectionKind.EDUCATION} for kind in found)
    return asks > 0 and asks >= tells and sum(view.dated for view in views) < 2


def _any_heading(view: LineView, index: HeadingIndex) -> SectionKind | None:
    if len(view.text) > 300:
        return None
    inline = index.inline(view.text)
    return index.exact(view.text) or (inline.kind if inline else None)


def _beginning(views: Sequence[LineView], index: HeadingIndex) -> list[LineView]:
    """Return the lines that may begin with a known heading, a few among many."""
    return [view for view in views if view.text and index.may_begin(view.text)]


def find_openings(
    views: Sequence[LineView], index: HeadingIndex, words: Mapping[str, Sequence[str]], *, job: bool
) -> tuple[Opening, ...]:
    """Return the headings of a document in order. ``job`` tells that it is a job description."""
    styles = heading_styles(views, index)
    rails = _rails(views, index)
    small = _writes_small(views, index)
    openings: list[Opening] = []
    for view in views:
        if view.blank or not (index.may_begin(view.text) or may_be_unlisted(view, styles)):
            continue
        current = openings[-1].kind if openings else SectionKind.CONTACT
        opening = (
            _standing(views, view, index, styles, current, openings[-1].line if openings else 0, small=small)
            or _inline(views, view, index, current, openings, job=job)
            or rails.get(view.index)
            or styled(views, view, index, styles, current)
            or unlisted(views, view, index, current)
        )
        if opening is None:
            continue
        opening = _interpret(opening, views, current, words, job=job)
        if opening is not None:
            openings.append(opening)
    return tuple(openings)


def _is_label_in_list(views: Sequence[LineView], view: LineView) -> bool:
    """Tell whether a line stands among other short lines of its own style: a chip such as "Writing" among skills."""
    near = [views[i] for i in (view.index - 1, view.index + 1) if 0 <= i < len(views)]
    return len(near) == 2 and all(
        not other.blank
        and (other.style == view.style or len(other.text) <= 5)
        and len(other.text.split()) <= 3
        and not _PARTED.search(other.text)
        for other in near
    )


def _standing(
    views: Sequence[LineView],
    view: LineView,
    index: HeadingIndex,
    styles: Mapping[Style, float],
    current: SectionKind,
    since: int,
    *,
    small: bool,
) -> Opening | None:
    decorated = view.bullet > 0 and not view.text[-1].isalnum() and view.text[-1] == view.text[0]
    kind = index.exact(view.text) or (index.joined(view.text) if view.parted or view.style.capitals else None)
    if kind is None or (view.bullet and not decorated and view.text[0] in "-*+•▪●○◦·–—>"):
        return None
    if view.text[-1] in ".,;" or (view.text[0].islower() and not _set_small(view, kind, styles, small=small)):
        return None
    sure = kind in SURE_KINDS or len(view.text.split()) > 1
    agrees = not styles or view.style in styles
    if not agrees and (not sure or kind is current) and not (view.style.capitals or view.style.bold):
        return None
    if not sure and current is SectionKind.SKILLS and _is_label_in_list(views, view):
        return None
    if current is SectionKind.EXPERIENCE and _labels_a_job(
        views[since:], view, kind, index, told=agrees and is_set_apart(view)
    ):
        return None
    return Opening(view.index, kind, view.span if decorated else Span(view.start, view.end))


def _writes_small(views: Sequence[LineView], index: HeadingIndex) -> bool:
    """Tell whether all sure headings of a text are written small, and there are two or more."""
    sure = [view for view in views if view.parted and view.text and index.exact(view.text) in SURE_KINDS]
    return len(sure) > 1 and all(view.text[0].islower() for view in sure)


def _set_small(view: LineView, kind: SectionKind, styles: Mapping[Style, float], *, small: bool) -> bool:
    """Tell whether a heading may be written small: where others are, or below a blank line in a plain text."""
    if styles and not any(style.capitals for style in styles):
        return True
    return not styles and view.parted and (small or kind in SURE_KINDS)


def _labels_a_job(
    views: Sequence[LineView], view: LineView, kind: SectionKind, index: HeadingIndex, *, told: bool
) -> bool:
    """Tell whether a heading word below a job is a label inside it: "Key achievements:", "Technologies".

    It is where the same label stands below other jobs too, and in plain text where another job follows.
    """
    if kind in _JOB_KINDS:
        return True
    if kind not in _JOB_ENTRY_LABELS:
        return False
    key = heading_key(view.text)
    if sum(heading_key(other.text) == key for other in views if not other.blank) > 1:
        return True
    if told or (kind is SectionKind.PROJECTS and not view.text.endswith(":")):
        return False
    for later in views:
        if later.index <= view.index:
            continue
        if later.text and index.exact(later.text) not in {None, *_JOB_ENTRY_LABELS, *_JOB_KINDS}:
            return False
        if later.dated:
            return True
    return False


def _inline(
    views: Sequence[LineView],
    view: LineView,
    index: HeadingIndex,
    current: SectionKind,
    openings: Sequence[Opening],
    *,
    job: bool,
) -> Opening | None:
    found = None if view.bullet else index.inline(view.text)
    if found is None or found.name[0].islower():
        return None
    opening = Opening(view.index, found.kind, Span(view.start, view.start + len(found.name)), inline=True)
    if job:
        return opening
    if current in {SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.EDUCATION, SectionKind.VOLUNTEERING}:
        return opening if _ends_the_jobs(views, view, found.kind, openings, index) else None
    if current is SectionKind.SKILLS and found.kind is SectionKind.SKILLS:
        return None
    return opening


def _ends_the_jobs(
    views: Sequence[LineView], view: LineView, kind: SectionKind, openings: Sequence[Opening], index: HeadingIndex
) -> bool:
    """Tell whether an inline heading below jobs opens a section: "Skills: Go" at the end, not "Skills: Go" in a job."""
    if kind in {SectionKind.EDUCATION, SectionKind.LANGUAGES, SectionKind.INTERESTS, SectionKind.REFERENCES}:
        return True
    if kind in {SectionKind.CERTIFICATIONS, SectionKind.PUBLICATIONS, SectionKind.VOLUNTEERING}:
        return True
    if kind not in {SectionKind.SKILLS, SectionKind.PROJECTS, SectionKind.AWARDS, SectionKind.COURSES}:
        return False
    if any(opening.kind is kind for opening in openings) and not view.parted:
        return False
    since = openings[-1].line if openings else 0
    above = (index.inline(earlier.text) for earlier in views[since + 1 : view.index])
    if any(label is not None and label.kind is kind for label in above):
        return False
    below = next((later for later in views[view.index + 1 :] if not later.blank), None)
    label = index.inline(below.text) if below else None
    if label is not None and label.kind in {SectionKind.EXPERIENCE, SectionKind.RESPONSIBILITIES}:
        # "Technologies: Java" above "Responsibilities: ...": both belong to the job.
        return False
    return not any(later.dated for later in views[view.index + 1 :])


def _rails(views: Sequence[LineView], index: HeadingIndex) -> dict[int, Opening]:
    """Find headings that stand at the left of the first line of their section.

    In capitals before mixed case, one is enough; else there must be three kinds of them, and hardly a heading that
    stands alone, since "Projects delivered on time" begins with a heading word too.
    """
    capital: dict[int, Opening] = {}
    plain: dict[int, Opening] = {}
    beginning = _beginning(views, index)
    for view in beginning:
        found = None if view.bullet else index.rail(view.text)
        if found is None or index.exact(view.text) or index.joined(view.text):
            continue
        rest = view.text[found.length :]
        opening = Opening(view.index, found.kind, Span(view.start, view.start + len(found.name)), inline=True)
        if found.name.isupper() and len(found.name) > 3 and any(char.islower() for char in rest):
            capital[view.index] = opening
        elif found.name[0].isupper() and (rest[0].isupper() or rest[0].isdigit() or has_contact_token(rest)):
            plain[view.index] = opening
    alone = sum(index.exact(view.text) in SURE_KINDS for view in beginning)
    if len({opening.kind for opening in plain.values()}) >= 3 and alone < 2:
        return capital | plain
    return capital


def _interpret(
    opening: Opening,
    views: Sequence[LineView],
    current: SectionKind,
    words: Mapping[str, Sequence[str]],
    *,
    job: bool,
) -> Opening | None:
    """Give a heading the meaning it has in this kind of document; None where it opens nothing."""
    if job:
        if opening.kind is SectionKind.EXPERIENCE and current is SectionKind.ABOUT and opening.inline:
            return replace(opening, kind=SectionKind.REQUIRED)
        return replace(opening, kind=_JOB_MEANING.get(opening.kind, opening.kind))
    if opening.kind is SectionKind.LANGUAGES and not names_spoken_languages(opening.line, opening.span, views, words):
        return None if current is SectionKind.SKILLS else replace(opening, kind=SectionKind.SKILLS)
    if opening.kind in _JOB_KINDS:
        meaning = _RESUME_MEANING.get(opening.kind)
        if meaning is None or current in {SectionKind.EXPERIENCE, SectionKind.PROJECTS}:
            return None
        return replace(opening, kind=meaning)
    return opening
