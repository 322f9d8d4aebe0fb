"""What is added to a job: true evidence never lowers a score, and what tells nothing of the work changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.pipeline import Matcher, Upload
from tests.invariance.outcomes import named, outcome, outcome_of_text, resume_names
from tests.invariance.shapes import Line, as_text

quick = settings(derandomize=True, database=None, deadline=None, max_examples=30)
resumes = st.sampled_from(resume_names())
EVIDENCE = {
    "api-design": "Designed the versioned REST API of the order service.",
    "automated-testing": "Wrote unit and integration tests for every module of the service.",
    "ci-cd": "Built the deployment pipeline in GitHub Actions, from commit to production.",
    "cloud-platforms": "Deployed our services to AWS myself, on ECS with RDS and S3.",
    "collaboration": "Worked with product managers, designers and the front-end team every week.",
    "containers": "Packed our services into Docker images and ran them on Kubernetes.",
    "continuous-learning": "Gave a talk on event sourcing at a conference in 2025.",
    "database-design": "Designed the schema and tuned the slowest queries with new indexes.",
    "documentation": "Wrote the design documents and runbooks of the service.",
    "engineering-standards": "Introduced the code review rules and coding guidelines of the team.",
    "mentoring": "Mentored three junior developers.",
    "microservices": "Split the monolith into six microservices, each with its own database.",
    "nosql-stores": "Stored sessions and carts in MongoDB and Redis.",
    "performance": "Profiled the checkout service and cut its p95 latency from 900 ms to 120 ms.",
    "relational-databases": "Modelled and queried PostgreSQL for the order service.",
    "reliability": "Added retries, circuit breakers and automatic failover between two zones.",
    "security": "Implemented login with OAuth 2.0 and encrypted personal data at rest.",
    "system-design": "Designed the architecture of the order platform.",
    "team-leadership": "Led a team of five back-end engineers.",
    "troubleshooting": "Traced a production outage to a connection leak and fixed it.",
    "version-control": "Kept all code in Git with pull requests.",
}
NEUTRAL = (
    "The office moved to a new building in 2022.",
    "Our canteen served lunch at noon.",
    "Cycled to work in all seasons.",
    "The shop sold garden tools and seeds.",
)


def _with_item(lines: tuple[Line, ...], text: str) -> Upload | None:
    """Return a resume with one more item below its first list, None where it has no list."""
    first = next((index for index, line in enumerate(lines) if line.kind == "item"), None)
    if first is None:
        return None
    last = next((i for i in range(first, len(lines)) if lines[i].kind != "item"), len(lines))
    return Upload(as_text([*lines[:last], Line("item", text), *lines[last:]]).encode(), "resume.txt")


def test_true_evidence_never_lowers_a_score(matcher: Matcher) -> None:
    @quick
    @given(resumes, st.sampled_from(sorted(EVIDENCE)))
    def check(resume: str, requirement: str) -> None:
        lines = named(matcher, resume)
        upload = _with_item(lines, EVIDENCE[requirement])
        if upload is None:
            return
        before, after = outcome_of_text(matcher, as_text(lines)), outcome(matcher, upload)

        for role in before:
            assert (after[role].score or 0) >= (before[role].score or 0)
            assert after[role].verdicts.get(requirement, ("met",))[0] != "missing"

    check()


@pytest.mark.parametrize("text", NEUTRAL)
def test_what_tells_nothing_of_the_work_changes_nothing(matcher: Matcher, text: str) -> None:
    @settings(quick, max_examples=8)
    @given(resumes)
    def check(resume: str) -> None:
        lines = named(matcher, resume)
        upload = _with_item(lines, text)
        if upload is not None:
            assert outcome(matcher, upload) == outcome_of_text(matcher, as_text(lines))

    check()
