"""What comes out: the report and the screening, whose fields are the JSON contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from matcher.domain.catalogue import Importance, QuoteSpan
from matcher.domain.judgement import Coverage, Score, Shortfall, Status, Verdict

__all__ = [
    "Evidence",
    "Finding",
    "GapReport",
    "InputFacts",
    "JobFacts",
    "MissingRequirement",
    "Report",
    "ReportQuestion",
    "ReportTip",
    "ReportWarning",
    "RequirementResult",
    "RoleFacts",
    "RowError",
    "Screening",
    "ScreeningRow",
    "TaxonomyFacts",
]


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """The role profile that was compared with."""

    id: str
    title: str
    seniority: str


@dataclass(frozen=True, slots=True)
class JobFacts:
    """The job description that was compared with."""

    title: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One quote: the whole statement joined over its lines, and where in it the hit stands."""

    text: str
    hit: tuple[int, int]
    page: int
    line: int
    line_end: int
    start: int
    end: int
    section: str
    skill: str | None


@dataclass(frozen=True, slots=True)
class RequirementResult:
    """One line of the report."""

    id: str
    label: str
    importance: Importance
    status: Status
    verdict: Verdict
    shortfalls: tuple[Shortfall, ...]
    weight: float
    credit: float
    reason: str
    evidence: tuple[Evidence, ...]
    checklist: tuple[str, ...]
    criteria: Mapping[str, str]
    quote: QuoteSpan | None


@dataclass(frozen=True, slots=True)
class ReportQuestion:
    """A study card as the report carries it."""

    id: str
    prompt: str
    kind: str
    answer_points: tuple[str, ...]
    lead_adds: tuple[str, ...]
    pitfalls: tuple[str, ...]
    follow_ups: tuple[str, ...]
    prepare: tuple[str, ...]
    example: str | None
    listen_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportTip:
    """A piece of advice as the report carries it; ``when`` is before, resume, during or after."""

    id: str
    text: str
    when: str


@dataclass(frozen=True, slots=True)
class GapReport:
    """A gap with what to study for it."""

    requirement: str
    label: str
    short: str
    rank: int
    why: str
    gain: float
    questions: tuple[ReportQuestion, ...]
    tips: tuple[ReportTip, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about how well the file could be read; apart from the fit."""

    code: str
    title: str
    message: str
    page: int | None
    lines: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class ReportWarning:
    """A parse warning in the report."""

    code: str
    message: str
    page: int | None


@dataclass(frozen=True, slots=True)
class TaxonomyFacts:
    """Which data the judgement was made with."""

    version: str
    hash: str


@dataclass(frozen=True, slots=True)
class InputFacts:
    """Which file was judged. ``text_sha256`` is of its words alone, so that a copy in another format is known."""

    sha256: str
    format: str
    pages: int
    text_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The gap report, whole. ``tips`` help with every interview; those for one gap stand with it."""

    role: RoleFacts | None
    job: JobFacts | None
    as_of: date
    score: Score
    coverage: Coverage
    requirements: tuple[RequirementResult, ...]
    gaps: tuple[GapReport, ...]
    readability: tuple[Finding, ...]
    warnings: tuple[ReportWarning, ...]
    taxonomy: TaxonomyFacts
    input: InputFacts
    tips: tuple[ReportTip, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingRequirement:
    """A must-have that a resume does not show, as the ranking names it."""

    id: str
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class RowError:
    """Why a file could not be read."""

    code: str
    message: str
    remedy: str
    file: str | None


@dataclass(frozen=True, slots=True)
class ScreeningRow:
    """One file of a screening: a match, or the error that prevented it."""

    label: str
    alias: str
    rank: int | None
    tied: bool
    score: Score | None
    coverage: Coverage | None
    missing_required: tuple[MissingRequirement, ...]
    warnings: tuple[ReportWarning, ...]
    match: Report | None
    error: RowError | None
    duplicate_of: str | None


@dataclass(frozen=True, slots=True)
class Screening:
    """Many resumes against one target, in reading order."""

    role: RoleFacts | None
    job: JobFacts | None
    as_of: date
    rows: tuple[ScreeningRow, ...]
