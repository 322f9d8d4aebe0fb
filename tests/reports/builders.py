"""Records made by hand for the tests of reports and pages."""

from __future__ import annotations

from datetime import date

from matcher.domain.catalogue import Importance, Policy
from matcher.domain.judgement import Coverage, CoverageCount, Score, Shortfall, Status, Verdict
from matcher.domain.report import (
    Evidence,
    Finding,
    GapReport,
    InputFacts,
    Report,
    ReportQuestion,
    ReportWarning,
    RequirementResult,
    RoleFacts,
    TaxonomyFacts,
)
from matcher.taxonomy.index import Lexicon, Taxonomy

TAXONOMY = Taxonomy("2026.11", "c" * 64, {}, {}, {}, {}, {}, {}, (), Policy(), Lexicon({}, (), (), {}, {}))
AS_OF = date(2026, 11, 20)
SENTENCE = "Moved 40 million rows to PostgreSQL without downtime."
ROLE = RoleFacts("lead-backend-engineer", "Lead back-end engineer", "lead")


def an_evidence(text: str = SENTENCE, word: str = "PostgreSQL") -> Evidence:
    at = text.index(word)
    return Evidence(text, (at, at + len(word)), 1, 9, 10, 120, 120 + len(text), "experience", "databases.postgresql")


def a_result(
    identifier: str = "relational-databases",
    *,
    label: str = "Relational databases",
    status: Status = Status.MET,
    verdict: Verdict = Verdict.DEMONSTRATED,
    importance: Importance = Importance.REQUIRED,
    evidence: tuple[Evidence, ...] = (),
    shortfalls: tuple[Shortfall, ...] = (),
    weight: float = 10.0,
    credit: float = 10.0,
    reason: str = "PostgreSQL is used in paid work.",
) -> RequirementResult:
    criteria = {"met": "A job line shows it.", "partial": "It is named.", "missing": "It is not named."}
    return RequirementResult(
        identifier, label, importance, status, verdict, shortfalls, weight, credit, reason, evidence, ("RQ-SQL",),
        criteria, None,
    )  # fmt: skip


def a_question(identifier: str = "people.first_mentee") -> ReportQuestion:
    return ReportQuestion(
        id=identifier,
        prompt="Tell about somebody who grew with your help.",
        kind="behavioural",
        answer_points=("the start and the goal", "what was done each week"),
        lead_adds=("how it was made a habit of the team",),
        pitfalls=("a story without an outcome",),
        follow_ups=("What would you do differently?",),
        prepare=("one name, one figure",),
        example=None,
    )


def a_gap(requirement: str = "mentoring", *, rank: int = 1, gain: float = 7.14) -> GapReport:
    return GapReport(
        requirement, "Mentoring", "Mentoring: not shown", rank, "No line of the resume shows this.", gain,
        (a_question(),),
    )  # fmt: skip


def a_score(value: float | None = 68.2, low: float = 63.0, high: float = 73.4, **more: object) -> Score:
    because = ("columns_uncertain",) if low != high else ()
    return Score(value, low, high, because, None, "1.0", **more)  # type: ignore[arg-type]


def requirements() -> tuple[RequirementResult, ...]:
    """One requirement for each badge."""
    listed = an_evidence("Kubernetes, Terraform, OAuth 2.0", "OAuth 2.0")
    missing = {"status": Status.MISSING, "credit": 0.0}
    partial = {"status": Status.PARTIAL, "credit": 5.0}
    return (
        a_result(evidence=(an_evidence(), an_evidence(word="40 million"))),
        a_result("security", label="Security", verdict=Verdict.LISTED, evidence=(listed,),
                 shortfalls=(Shortfall.LISTED_ONLY,), reason="OAuth 2.0: named, with no work described.", **partial),
        a_result("nosql-stores", label="NoSQL stores", verdict=Verdict.RELATED, **partial),
        a_result("team-leadership", label="Team leadership", verdict=Verdict.DEMONSTRATED, **partial),
        a_result("mentoring", label="Mentoring", verdict=Verdict.ABSENT, reason="Nothing shows mentoring.", **missing),
        a_result("messaging", label="Messaging", verdict=Verdict.DISCLAIMED, reason="Kafka is only planned.",
                 **missing),
        a_result("documentation", label="Documentation", importance=Importance.PREFERRED),
    )  # fmt: skip


def a_report(
    *,
    score: Score | None = None,
    results: tuple[RequirementResult, ...] | None = None,
    met: int = 1,
    sha256: str = "a" * 64,
    text_sha256: str = "b" * 64,
    readability: tuple[Finding, ...] | None = None,
) -> Report:
    chosen = requirements() if results is None else results
    total = sum(one.importance is Importance.REQUIRED for one in chosen)
    partial = sum(one.importance is Importance.REQUIRED and one.status is Status.PARTIAL for one in chosen)
    columns = Finding("columns_uncertain", "Columns", "Page 1 may have two columns.", 1, (3, 9))
    return Report(
        role=ROLE,
        job=None,
        as_of=AS_OF,
        score=score or a_score(),
        coverage=Coverage(CoverageCount(met, partial, total), CoverageCount(1, 0, 1)),
        requirements=chosen,
        gaps=(a_gap(), a_gap("security", rank=2, gain=0.0)),
        readability=(columns,) if readability is None else readability,
        warnings=(ReportWarning("columns_uncertain", "Page 1 may have two columns.", 1),),
        taxonomy=TaxonomyFacts("2026.11", "c" * 64),
        input=InputFacts(sha256, "pdf", 2, text_sha256),
    )
