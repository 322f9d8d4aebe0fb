"""Turns a comparison into the report: spans become quotes with page and line, warnings become findings."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date

from matcher.domain.candidate import Proof
from matcher.domain.catalogue import Question, Tip
from matcher.domain.document import Document, ParseWarning, Section, SectionKind
from matcher.domain.judgement import Assessment, Comparison, Gap, StudyItem
from matcher.domain.report import (
    Evidence,
    Finding,
    GapReport,
    InputFacts,
    JobFacts,
    Report,
    ReportQuestion,
    ReportTip,
    ReportWarning,
    RequirementResult,
    RoleFacts,
    TaxonomyFacts,
)
from matcher.reports.quotes import cut_quote
from matcher.reports.words import FINDINGS
from matcher.taxonomy.index import Taxonomy

__all__ = ["build_report", "report_question", "words_sha256"]


def build_report(
    document: Document,
    sections: Sequence[Section],
    comparison: Comparison,
    gaps: Sequence[Gap],
    study: Sequence[StudyItem],
    taxonomy: Taxonomy,
    *,
    as_of: date,
    role: RoleFacts | None = None,
    job: JobFacts | None = None,
) -> Report:
    """Build the report of one resume. Nothing of the contact section enters it."""
    page = _Places(document, sections)
    plan = {item.gap.assessment.requirement.id: item for item in study}
    return Report(
        role=role,
        job=job,
        as_of=as_of,
        score=comparison.score,
        coverage=comparison.coverage,
        requirements=tuple(_result(one, page) for one in comparison.assessments),
        gaps=tuple(_gap(gap, plan.get(gap.assessment.requirement.id)) for gap in gaps),
        readability=_findings(document, comparison),
        warnings=tuple(ReportWarning(one.code, one.message, one.page) for one in document.warnings),
        taxonomy=TaxonomyFacts(taxonomy.version, taxonomy.hash),
        input=InputFacts(document.sha256, document.format.value, document.pages, words_sha256(document.text)),
        tips=tuple(_tip(one) for one in taxonomy.general_tips()) if gaps else (),
    )


def words_sha256(text: str) -> str:
    """Return the hash of a text's words: the same for a PDF and a DOCX that say the same."""
    return hashlib.sha256(" ".join(text.split()).casefold().encode()).hexdigest()


class _Places:
    """Finds line, page and section of offsets."""

    def __init__(self, document: Document, sections: Sequence[Section]) -> None:
        self.document = document
        self._starts = [line.span.start for line in document.lines]
        self._sections = sorted(sections, key=lambda one: one.span)

    def line(self, offset: int) -> int:
        """Return the number of a line, from 1."""
        return max(1, bisect_right(self._starts, offset))

    def page(self, line: int) -> int:
        return self.document.lines[line - 1].page if self.document.lines else 1

    def section(self, offset: int) -> SectionKind | None:
        return next((one.kind for one in self._sections if one.span.start <= offset < one.span.end), None)


def _result(assessment: Assessment, places: _Places) -> RequirementResult:
    requirement = assessment.requirement
    return RequirementResult(
        id=requirement.id,
        label=requirement.label,
        importance=requirement.importance,
        status=assessment.status,
        verdict=assessment.verdict,
        shortfalls=assessment.shortfalls,
        weight=assessment.weight,
        credit=assessment.credit,
        reason=assessment.reason,
        evidence=_evidence(assessment.proofs, places),
        checklist=requirement.checklist,
        criteria={} if requirement.criteria is None else asdict(requirement.criteria),
        quote=requirement.quote,
    )


def _evidence(proofs: Iterable[Proof], places: _Places) -> tuple[Evidence, ...]:
    found: dict[tuple[str, tuple[int, int], int], Evidence] = {}
    for proof in proofs:
        if SectionKind.CONTACT in (proof.section, places.section(proof.statement.start)):
            continue
        quote = cut_quote(places.document, proof.statement, proof.hit)
        first = places.line(quote.span.start)
        found.setdefault(
            (quote.text, quote.hit, quote.span.start),
            Evidence(
                text=quote.text,
                hit=quote.hit,
                page=places.page(first),
                line=first,
                line_end=places.line(max(quote.span.start, quote.span.end - 1)),
                start=quote.span.start,
                end=quote.span.end,
                section=proof.section.value,
                skill=proof.skill,
            ),
        )
    return tuple(found.values())


def _gap(gap: Gap, item: StudyItem | None) -> GapReport:
    requirement = gap.assessment.requirement
    return GapReport(
        requirement=requirement.id,
        label=requirement.label,
        short=gap.short,
        rank=gap.rank,
        why=gap.why,
        gain=gap.gain,
        questions=tuple(report_question(one) for one in item.questions) if item else (),
        tips=tuple(_tip(one) for one in item.tips) if item else (),
    )


def _tip(tip: Tip) -> ReportTip:
    return ReportTip(tip.id, tip.text, tip.when)


def report_question(question: Question) -> ReportQuestion:
    """Return a study card as reports carry it."""
    return ReportQuestion(
        id=question.id,
        prompt=question.prompt,
        kind=question.kind.value,
        answer_points=question.answer_points,
        lead_adds=question.lead_adds,
        pitfalls=question.pitfalls,
        follow_ups=question.follow_ups,
        prepare=question.prepare,
        example=question.example,
        listen_for=question.listen_for,
    )


def _findings(document: Document, comparison: Comparison) -> tuple[Finding, ...]:
    """Return each warning once, and what made the range wider without being a warning of the reader's."""
    found = dict.fromkeys(_finding(one, paged=document.format.paged) for one in document.warnings)
    told = {one.code for one in document.warnings}
    for code in comparison.score.range_because:
        title, message = FINDINGS.get(code, (code, None))
        if code not in told and message is not None:
            found[Finding(code, title, message, None, None)] = None
    return tuple(found)


def _finding(warning: ParseWarning, *, paged: bool) -> Finding:
    title, message = FINDINGS.get(warning.code, (warning.code.replace("_", " ").capitalize(), None))
    lines = None if warning.line is None else (warning.line, warning.line_end or warning.line)
    page = warning.page if paged else None
    return Finding(warning.code, title, message or warning.message, page, lines)
