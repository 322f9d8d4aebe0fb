"""The report and the ranking in plain text, for a terminal of 88 columns, readable without colour."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable

from matcher.domain.document import Format
from matcher.domain.judgement import Score
from matcher.domain.report import GapReport, Report, ReportQuestion, RequirementResult, Screening, ScreeningRow
from matcher.reports import phrases
from matcher.reports.advice import listed_not_shown, strengths
from matcher.reports.words import KINDS, UNREADABLE, badge

__all__ = ["report_text", "screening_text"]

WIDTH = 88
_BAR = 50
_QUOTES = 2
_WORTH_MOST = 3


def report_text(report: Report) -> str:
    """Return the gap report for a terminal."""
    lines = [*_head(report), *_summary(report)]
    for importance, title in (("required", "Must-haves"), ("preferred", "Nice-to-haves")):
        chosen = phrases.open_first(report.requirements, importance)
        if chosen:
            lines += ["", f"{title} ({len(chosen)})", "-" * WIDTH]
            lines += [line for one in chosen for line in _requirement(one, report)]
    lines += [*_strengths(report), *_listed(report), *_plan(report), *_reading(report), *_foot(report)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def screening_text(screening: Screening) -> str:
    """Return a ranking for a terminal."""
    title = screening.role.title if screening.role else (screening.job.title if screening.job else "")
    files = phrases.count(len(screening.rows), "file")
    readable = sum(row.rank is not None for row in screening.rows)
    lines = [
        _plain(title),
        "=" * min(WIDTH, max(len(title), 8)),
        f"{files}, {readable} ranked. The order is a reading order, not a decision.",
        "",
        "Rank    Must-haves   Score (range)   Resume",
        "-" * WIDTH,
    ]
    lines += [line for row in screening.rows for line in _row(row)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _head(report: Report) -> list[str]:
    title = _plain(phrases.heading(report))
    pages = f", {phrases.count(report.input.pages, 'page')}" if _paged(report) else ""
    return [
        f"Resume compared with: {title}",
        "=" * min(WIDTH, len(title) + 22),
        f"{report.input.format.upper()}{pages}, read on {phrases.day(report.as_of)}",
        "",
    ]


def _summary(report: Report) -> list[str]:
    lines = [*_wrap(phrases.say_must_haves(report.coverage)), phrases.say_nice_to_haves(report.coverage), ""]
    withheld = phrases.withheld_sentence(report)
    if withheld:
        lines += _wrap(f"No score. {withheld}")
    else:
        lines += _score(report.score)
    worth = [gap for gap in report.gaps if float(phrases.points(gap.gain)) > 0][:_WORTH_MOST]
    if worth and not withheld:
        lines += ["", "Worth the most now"]
        lines += [f"  {gap.rank}. {_plain(gap.short)}  (up to +{phrases.points(gap.gain)})" for gap in worth]
    lines += _wrap(phrases.limit_sentence(report)) if not withheld else []
    return lines


def _score(score: Score) -> list[str]:
    if score.value is None:
        return []
    lines = [f"Score {phrases.whole(score.value)} of 100, {phrases.range_sentence(score)}", f"  {_bar(score)}"]
    lines += _wrap(phrases.because_sentence(score), "  ")
    for cap in score.caps:
        lines += _wrap(f"At most {phrases.points(cap.limit)}: {cap.reason}", "  ")
    return lines


def _bar(score: Score) -> str:
    """Draw the range as "=" and the value as "#" on a line of fifty steps."""
    cells = ["."] * _BAR
    for index in range(_step(score.low), _step(score.high) + 1):
        cells[index] = "="
    cells[_step(score.value or 0.0)] = "#"
    return f"0 {''.join(cells)} 100"


def _step(points: float) -> int:
    return min(_BAR - 1, max(0, int(points * _BAR / 100)))


def _requirement(result: RequirementResult, report: Report) -> list[str]:
    told = badge(result.status, result.verdict)
    left = f"{told.mark} {_plain(result.label)}"
    right = f"{told.word}, {phrases.points(result.credit)} of {phrases.points(result.weight)}"
    lines = [f"{left} {'.' * max(2, WIDTH - len(left) - len(right) - 2)} {right}"]
    lines += _wrap(result.reason, "    ")
    for quote in phrases.quotes_of(result.evidence)[:_QUOTES]:
        lines += _wrap(f"“{quote.text}”", "      ", "      ")
        lines.append(f"      {phrases.place(quote.evidence, paged=_paged(report))}")
    return lines


def _strengths(report: Report) -> list[str]:
    found = strengths(report)
    if not found:
        return []
    lines = ["", "What the resume shows best", "-" * WIDTH]
    for one in found:
        lines += _wrap(f"{one.result.label}: “{one.quote.text}”", "  - ", "    ")
    return lines


def _listed(report: Report) -> list[str]:
    found = listed_not_shown(report)
    if not found:
        return []
    lines = ["", "Listed, not shown", "-" * WIDTH]
    for one in found:
        gain = phrases.points(one.gain)
        worth = f" (up to +{gain})" if gain != "0" else ""
        lines += _wrap(f"{one.result.label}{worth}: {one.advice}", "  - ", "    ")
        lines += _wrap(one.frame, "      ", "      ")
    return lines


def _plan(report: Report) -> list[str]:
    if not report.gaps:
        return []
    lines = ["", "What to do next", "-" * WIDTH]
    for gap in report.gaps:
        lines += _gap(gap)
    if report.tips:
        lines += ["", "For every interview", *(line for tip in report.tips for line in _wrap(tip.text, "  - ", "    "))]
    return lines


def _gap(gap: GapReport) -> list[str]:
    gain = phrases.points(gap.gain)
    worth = f" (up to +{gain})" if gain != "0" else ""
    lines = ["", f"{gap.rank}. {_plain(gap.label)}{worth}", *_wrap(gap.why, "   ")]
    for tip in gap.tips:
        lines += _wrap(f"Tip: {tip.text}", "   ")
    for question in gap.questions:
        lines += _question(question)
    return lines


def _question(question: ReportQuestion) -> list[str]:
    lines = _wrap(f"{KINDS.get(question.kind, question.kind)}: {question.prompt}", "   ? ", "     ")
    lines += _points("A good answer covers", question.answer_points)
    lines += _points("A lead adds", question.lead_adds)
    lines += _points("Make ready", question.prepare)
    lines += _points("Watch out for", question.pitfalls)
    return lines


def _points(title: str, entries: Iterable[str]) -> list[str]:
    lines = [line for entry in entries for line in _wrap(entry, "       - ", "         ")]
    return [f"     {title}:", *lines] if lines else []


def _reading(report: Report) -> list[str]:
    if not report.readability:
        return []
    lines = ["", "How well the file could be read", "-" * WIDTH]
    lines += _wrap("This is about the file, not about the person. It never lowers the score; it makes the range wider.")
    for finding in report.readability:
        where = f" (page {finding.page})" if finding.page else ""
        lines += _wrap(f"{finding.title}{where}: {finding.message}", "  - ", "    ")
    return lines


def _foot(report: Report) -> list[str]:
    made = (
        f"Made by fixed rules: score {report.score.version}, taxonomy {report.taxonomy.version} "
        f"({report.taxonomy.hash[:12]}), file {report.input.sha256[:12]}, as of {report.as_of.isoformat()}."
    )
    sums = "The points above add up to the score" + (", up to its limit." if report.score.caps else ".")
    return ["", "-" * WIDTH, *_wrap(made), *_wrap(f"{sums} It says how much of this list the text shows, no more.")]


def _row(row: ScreeningRow) -> list[str]:
    label = _plain(row.label)
    if row.error is not None:
        return [f"{UNREADABLE.mark}     {label}: {UNREADABLE.word.lower()}",
                *_wrap(f"{row.error.message} {row.error.remedy} ({row.error.code})", " " * 8)]  # fmt: skip
    if row.duplicate_of is not None:
        return [f"        {label}: same text as {row.duplicate_of}; counted once, there"]
    required = row.coverage.required if row.coverage else None
    shown = f"{required.met} of {required.total}" if required else ""
    rank = f"{row.rank}{' tied' if row.tied else ''}"
    lines = [f"{rank:<8}{shown:<13}{_score_cell(row):<16}{row.alias}  {label}"]
    missing = phrases.and_list([one.label for one in row.missing_required])
    return lines + (_wrap(f"not shown: {missing}", " " * 8) if missing else [])


def _score_cell(row: ScreeningRow) -> str:
    if row.score is None or row.score.value is None or row.match is None or phrases.withheld_sentence(row.match):
        return "no score"
    spread = phrases.range_cell(row.score)
    return phrases.whole(row.score.value) + (f" ({spread})" if spread else "")


def _paged(report: Report) -> bool:
    return report.input.format == Format.PDF.value


def _wrap(text: str, indent: str = "", later: str | None = None) -> list[str]:
    if not text:
        return []
    return textwrap.wrap(
        _plain(text),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=(" " * len(indent)) if later is None else later,
        break_on_hyphens=False,
    )


def _plain(text: str) -> str:
    """Drop control and direction characters: a file name must not move the cursor or recolour the terminal."""
    return "".join(char for char in text if char == " " or unicodedata.category(char) not in {"Cc", "Cf", "Zl", "Zp"})
