"""Makes what is kept of one comparison, and finds it again by its link."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from flask import abort

from matcher.domain.candidate import Contact
from matcher.domain.document import PagePicture
from matcher.domain.report import Report
from matcher.pipeline import Reading, Target
from matcher.requirements.combining import without
from matcher.web.shared import KeptReport, state, today
from matcher.web.store import Kept
from matcher.web.text_view import view_text

__all__ = ["find_report", "judge_again", "make_report"]


def make_report(
    reading: Reading,
    target: Target,
    *,
    filename: str,
    notes: Iterable[str] = (),
    dropped: frozenset[str] = frozenset(),
    before: Report | None = None,
    pictures: tuple[PagePicture, ...] = (),
) -> KeptReport:
    """Compare a resume that was read with what is asked, and put together what the pages need of it."""
    asked = replace(target, requirements=without(target.requirements, dropped))
    report = state().matcher.judge(reading, asked, as_of=today())
    return KeptReport(
        report=report,
        text=view_text(reading, report),
        filename=filename,
        notes=tuple(notes),
        # Name and ways of contact serve nobody here, so they are not kept beside the text.
        reading=replace(reading, contact=Contact()),
        target=target,
        dropped=dropped,
        before=before,
        pictures=pictures,
    )


def judge_again(kept: KeptReport, target: Target, dropped: frozenset[str]) -> KeptReport:
    """Compare the same resume with a corrected list; pictures and what was ticked off stay."""
    again = make_report(
        kept.reading, target, filename=kept.filename, notes=kept.notes, dropped=dropped, before=kept.before
    )
    return replace(again, done=kept.done, pictures=kept.pictures)


def find_report(token: str) -> Kept[KeptReport]:
    """Return what a link leads to; a link that cannot be ours is answered with 404.

    Raises:
        Gone: it could be ours, and nothing is there.
    """
    kept = state().reports.get(token)
    if kept is None:
        abort(404)
    return kept
