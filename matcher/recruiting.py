"""What the recruiter's side adds to the way of the data: masked reports and rankings, and interview kits."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from matcher.domain.report import Report, Screening
from matcher.errors import InputError
from matcher.pipeline import Matcher, Reading, Target, Upload
from matcher.reports.blind import Blinder
from matcher.reports.blind_ranking import blind_screening
from matcher.reports.kit import Kit, build_kit
from matcher.reports.screening import alias_of, rank_rows
from matcher.study.assessment import plan_assessment, plan_behavioural

__all__ = ["blinder_of", "kit_of", "screen_both"]


def blinder_of(matcher: Matcher, reading: Reading, *, as_of: date, filename: str = "") -> Blinder:
    """Return what masks everything that is shown of a resume; ``filename`` often names the person."""
    parts = reading.parts
    return Blinder(
        parts.document,
        parts.sections,
        reading.contact,
        reading.profile,
        parts.mentions,
        matcher.taxonomy.lexicon.words,
        as_of=as_of,
        filename=filename,
    )


def screen_both(
    matcher: Matcher, uploads: Iterable[Upload], target: Target, *, as_of: date
) -> tuple[Screening, Screening]:
    """Rank resumes as ``Matcher.screen`` does; return the ranking as it is, and the same one masked."""
    results: list[tuple[str, Report | InputError]] = []
    masked: dict[str, Report] = {}
    for number, upload in enumerate(uploads, start=1):
        try:
            reading = matcher.read(upload, as_of=as_of)
        except InputError as error:
            results.append((upload.filename, error))
            continue
        report = matcher.judge(reading, target, as_of=as_of)
        results.append((upload.filename, report))
        masked[alias_of(number)] = blinder_of(matcher, reading, as_of=as_of, filename=upload.filename).report(report)
    ranking = rank_rows(results, role=target.role, job=target.job, as_of=as_of)
    return ranking, blind_screening(ranking, masked)


def kit_of(
    matcher: Matcher,
    target: Target,
    *,
    report: Report | None = None,
    candidate: str = "",
    chosen: Collection[str] = (),
) -> Kit:
    """Return the interview kit of a role, or of one candidate by a report that is masked if the kit is to be.

    ``chosen`` are the ids of the requirements that everybody is asked about; none means the usual ones.
    """
    asked, taxonomy = target.requirements, matcher.taxonomy
    own, left_out = target.questions, target.left_out
    core = plan_assessment(asked, taxonomy, chosen=chosen, own=own, left_out=left_out)
    taken = {item.questions[0].id for item in core if item.questions} | left_out
    return build_kit(
        core,
        plan_behavioural(asked, taxonomy, without=taken, own=own),
        title=asked.title,
        level=asked.level,
        made_with=f"Questions of taxonomy {taxonomy.version} ({taxonomy.hash[:12]}).",
        report=report,
        candidate=candidate,
    )
