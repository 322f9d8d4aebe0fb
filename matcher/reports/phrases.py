"""The sentences of reports: what the counts, the score and the dates say, in plain words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from matcher.domain.judgement import Coverage, Score, Status
from matcher.domain.report import Evidence, GapReport, Report, RequirementResult
from matcher.reports.language import gettext, ngettext
from matcher.reports.words import RANGE_BECAUSE, SECTIONS, WITHHELD

__all__ = [
    "MONTHS",
    "NOUNS",
    "WEEKDAYS",
    "Piece",
    "Quoted",
    "and_list",
    "because_sentence",
    "count",
    "day",
    "gap_line",
    "heading",
    "hundredths",
    "limit_sentence",
    "nothing_shown",
    "open_first",
    "or_list",
    "place",
    "points",
    "quotes_of",
    "range_cell",
    "range_sentence",
    "say_must_haves",
    "say_nice_to_haves",
    "weekday",
    "whole",
    "withheld_sentence",
    "years",
]

# Each is told with its number; a language may have other forms than one and many.
NOUNS: Mapping[str, tuple[str, str]] = {
    noun: (f"{{number}} {noun}", f"{{number}} {noun}s")
    for noun in (
        *("duplicate", "file", "minute", "month", "must-have", "name", "nice-to-have", "resume"),
        *("page", "question", "requirement", "role profile", "year"),
    )
}
# Not from the machine's locale: the same input gives the same output everywhere.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OPEN_FIRST = {Status.MISSING: 0, Status.PARTIAL: 1, Status.MET: 2}


def whole(number: float) -> str:
    """Round half up, as people do: 62.5 is 63."""
    return str(math.floor(number + 0.5))


def points(number: float) -> str:
    """Return points with at most one decimal, without a useless zero."""
    rounded = math.floor(number * 10 + 0.5) / 10
    return f"{rounded:.1f}".removesuffix(".0")


def hundredths(number: float) -> str:
    """Return points to the hundredth, as they are added up."""
    return f"{number:.2f}"


def count(number: int, noun: str) -> str:
    """Return a number with its noun; one that is not among ``NOUNS`` is told in English.

    Example: "1 page", "3 pages".
    """
    forms = NOUNS.get(noun, (f"{{number}} {noun}", f"{{number}} {noun}s"))
    return ngettext(*forms, number).format(number=number)


def years(number: float) -> str:
    """Return a number of years that may be broken.

    Example: "1 year", "2.5 years".
    """
    return ngettext(*NOUNS["year"], 1 if number == 1 else 2).format(number=f"{number:g}")


def day(when: date) -> str:
    """Write a date out: "20 November 2026"."""
    return gettext("{day} {month} {year}").format(day=when.day, month=gettext(MONTHS[when.month - 1]), year=when.year)


def weekday(when: date) -> str:
    """Return the name of a day of the week."""
    return gettext(WEEKDAYS[when.weekday()])


def and_list(items: Sequence[str]) -> str:
    """Join with commas and a last "and"."""
    if len(items) < 2:
        return "".join(items)
    return gettext("{first} and {last}").format(first=", ".join(items[:-1]), last=items[-1])


def or_list(items: Sequence[str]) -> str:
    """Join with commas and a last "or"."""
    if len(items) < 2:
        return "".join(items)
    return gettext("{first} or {last}").format(first=", ".join(items[:-1]), last=items[-1])


def heading(report: Report) -> str:
    """Return what the resume was compared with, as a title inside a sentence.

    Example: "Lead Back-End Engineer", or with a job beside it "Lead Back-End Engineer and the job Payments Engineer".
    """
    job = report.job.title if report.job is not None else ""
    if report.role is None:
        return job or gettext("the job description")
    role = report.role.title
    if report.job is None:
        return role
    if not job:
        return gettext("{role} and the job description").format(role=role)
    return gettext("{role} and the job {job}").format(role=role, job=job)


def say_must_haves(coverage: Coverage) -> str:
    """Tell the must-haves in a sentence, before any number of points.

    Example: "7 of 12 must-haves are shown. 3 are shown in part and 2 are not shown yet."
    """
    required = coverage.required
    if not required.total:
        return gettext("Nothing is asked as a must-have.")
    met, partial, total = required.met, required.partial, required.total
    if met == total:
        if total == 1:
            return gettext("The one must-have is shown.")
        every = ngettext("All {total} must-have is shown.", "All {total} must-haves are shown.", total)
        return every.format(total=total)
    if not met and not partial:
        none = ngettext("The one must-have is not shown yet.", "None of {total} must-haves is shown yet.", total)
        return none.format(total=total)
    if met:
        first = ngettext("{met} of {total} must-haves is shown.", "{met} of {total} must-haves are shown.", met)
    else:
        first = gettext("None of {total} must-haves are shown.")
    missing = total - met - partial
    rest = []
    if partial:
        told = ngettext("{number} is shown in part", "{number} are shown in part", partial)
        rest.append(told.format(number=partial))
    if missing:
        told = ngettext("{number} is not shown yet", "{number} are not shown yet", missing)
        rest.append(told.format(number=missing))
    return f"{first.format(met=met, total=total)} {and_list(rest)}."


def say_nice_to_haves(coverage: Coverage) -> str:
    """Tell the nice-to-haves in a short sentence; empty where there are none."""
    preferred = coverage.preferred
    if not preferred.total:
        return ""
    told = ngettext("And {met} of {total} nice-to-have.", "And {met} of {total} nice-to-haves.", preferred.total)
    return told.format(met=preferred.met, total=preferred.total)


def range_sentence(score: Score) -> str:
    """Tell how sure the score is.

    Example: "likely between 63 and 73".
    """
    low, high = whole(score.low), whole(score.high)
    if low == high:
        return gettext("no range, as nothing was hard to read")
    return gettext("likely between {low} and {high}").format(low=low, high=high)


def range_cell(score: Score) -> str:
    """Return the range for a table; empty where there is none.

    Example: "63\u201373".
    """
    low, high = whole(score.low), whole(score.high)
    return f"{low}\u2013{high}" if low != high else ""


def limit_sentence(report: Report) -> str:
    """Tell why most gaps are worth nothing while a limit holds; empty where none does."""
    if not report.score.caps or all(gap.gain > 0 for gap in report.gaps):
        return ""
    return gettext("While a limit holds, closing other gaps does not raise the score.")


def because_sentence(score: Score) -> str:
    """Tell why there is a range; empty where there is none."""
    reasons = [gettext(RANGE_BECAUSE.get(code, code.replace("_", " "))) for code in score.range_because]
    return gettext("The range is there because {reasons}.").format(reasons=and_list(reasons)) if reasons else ""


def gap_line(gap: GapReport) -> str:
    """Return a gap in a few words, with its whole name: ``short`` is cut where little room is.

    Example: "Security and data protection: listed only".
    """
    return f"{gap.label}: {gap.short.rpartition(': ')[2]}"


def nothing_shown(report: Report) -> bool:
    """Tell whether not one requirement is shown, even in part: then a score would mislead."""
    return bool(report.requirements) and all(one.status is Status.MISSING for one in report.requirements)


def withheld_sentence(report: Report) -> str:
    """Tell why there is no score; empty where there is one."""
    if report.score.withheld is not None:
        return gettext(WITHHELD.get(report.score.withheld, WITHHELD["other"]))
    if report.score.value is None or nothing_shown(report):
        return gettext(WITHHELD["nothing_shown"])
    return ""


def open_first(results: Iterable[RequirementResult], importance: str) -> tuple[RequirementResult, ...]:
    """Return the requirements of one importance: not shown, in part, shown; else in the order of the target."""
    chosen = (one for one in results if one.importance == importance)
    return tuple(sorted(chosen, key=lambda one: _OPEN_FIRST[one.status]))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quote, marked where the hit stands."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quote with all the hits in it."""

    pieces: tuple[Piece, ...]
    text: str
    evidence: Evidence


def quotes_of(evidence: Iterable[Evidence]) -> tuple[Quoted, ...]:
    """Put the hits of the same quote together, in the order of the evidence."""
    groups: dict[tuple[int, int, str], list[Evidence]] = {}
    for one in evidence:
        groups.setdefault((one.start, one.end, one.text), []).append(one)
    return tuple(
        Quoted(_pieces(text, [one.hit for one in found]), text, found[0]) for (_, _, text), found in groups.items()
    )


def _pieces(text: str, hits: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    pieces = []
    at = 0
    for start, end in sorted(hits):
        begin = max(start, at)
        if begin >= end:
            continue
        if begin > at:
            pieces.append(Piece(text[at:begin], marked=False))
        pieces.append(Piece(text[begin:end], marked=True))
        at = end
    if at < len(text):
        pieces.append(Piece(text[at:], marked=False))
    return tuple(pieces)


def place(evidence: Evidence, *, paged: bool) -> str:
    """Tell where a quote stands.

    Example: "Page 2, lines 31 to 32 · Skills".
    """
    first, last = evidence.line, evidence.line_end
    if paged and first == last:
        told = gettext("Page {page}, line {first}")
    elif paged:
        told = gettext("Page {page}, lines {first} to {last}")
    else:
        told = gettext("Line {first}") if first == last else gettext("Lines {first} to {last}")
    where = told.format(page=evidence.page, first=first, last=last)
    section = gettext(SECTIONS.get(evidence.section, ""))
    return f"{where} · {section}" if section else where
