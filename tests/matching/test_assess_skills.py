from __future__ import annotations

import pytest

from matcher.pipeline import Matcher
from tests.evidence.resumes import job
from tests.matching.judging import verdict_on

OLD = "01/2008 - 12/2012"


@pytest.mark.parametrize(
    ("requirement", "part", "status", "shortfalls"),
    [
        ("relational-databases", job("Stored orders in MySQL."), "met", ()),
        ("relational-databases", job("Amazon Aurora for the ledger."), "met", ()),
        ("relational-databases", "Skills\nMySQL, Java, Go", "partial", ("listed_only",)),
        ("relational-databases", "Projects\n- A recipe bot with MySQL.", "partial", ("hobby_only",)),
        ("relational-databases", job("Stored orders in MySQL.", title="Backend Intern"), "partial", ("supervised",)),
        ("relational-databases", job("Assisted with the MySQL upgrade."), "partial", ("supervised",)),
        ("relational-databases", job("Stored orders in MySQL.", dates=OLD), "partial", ("stale",)),
        ("relational-databases", job("SQL against Oracle to check nightly jobs."), "partial", ("limited",)),
        ("relational-databases", job("Wrote services in Go."), "missing", ("absent",)),
        ("nosql-stores", job("DynamoDB tables for carts."), "met", ()),
        ("nosql-stores", job("Elasticsearch behind the search."), "met", ()),
        ("nosql-stores", "Skills\nMongoDB, Java, Go", "partial", ("listed_only",)),
        ("nosql-stores", job("Stored orders in MySQL."), "missing", ("absent",)),
        ("containers", job("Services on EKS."), "met", ()),
        ("containers", job("Terraform for all networks."), "partial", ("related_only",)),
        ("containers", job("Docker Compose environments for tests."), "partial", ("limited",)),
        ("containers", "Summary\nNo experience with Docker.", "missing", ("denied",)),
        ("backend-language", job("Wrote services in Go."), "met", ()),
        ("backend-language", job("Spring Boot services."), "met", ()),
        ("backend-language", job("Wrote services in Go.", dates="01/2026 - present"), "partial", ("too_few_years",)),
        ("backend-language", job("Python checks of the shop.", title="QA Engineer"), "partial", ("limited",)),
        ("backend-framework", job("Django views and admin."), "met", ()),
        ("backend-framework", job("Small Go server with the chi router."), "partial", ("related_only",)),
    ],
)
def test_a_skill_counts_by_where_and_how_it_was_used(
    matcher: Matcher, requirement: str, part: str, status: str, shortfalls: tuple[str, ...]
) -> None:
    found = verdict_on(matcher, requirement, part)

    assert (found.status.value, tuple(one.value for one in found.shortfalls)) == (status, shortfalls)


@pytest.mark.parametrize(
    ("requirement", "line", "status"),
    [
        ("api-design", "Designed the REST API for partner banks.", "met"),
        ("api-design", "Automated tests for 90 API endpoints.", "partial"),
        ("ci-cd", "Built the delivery pipeline in Jenkins.", "met"),
        ("ci-cd", "Deployed by a pipeline our platform team owns.", "partial"),
        ("performance", "Redis cache, response time from 900 ms to 120 ms.", "met"),
        ("performance", "Load tests with JMeter.", "partial"),
        ("performance", "Redis for sessions.", "missing"),
        ("microservices", "Broke the monolith into six services.", "met"),
        ("microservices", "Wrote the meter service in Go.", "missing"),
        ("team-leadership", "Lead a team of six engineers.", "met"),
        ("team-leadership", "Lead two testers.", "partial"),
        ("team-leadership", "Worked in a team of six engineers.", "missing"),
    ],
)
def test_a_cue_tells_more_than_a_name(matcher: Matcher, requirement: str, line: str, status: str) -> None:
    assert verdict_on(matcher, requirement, job(line)).status.value == status


def test_leading_outside_software_counts_in_part(matcher: Matcher) -> None:
    part = job("Led audit teams of up to ten people.", title="Audit Manager")

    assert verdict_on(matcher, "team-leadership", part).status.value == "partial"
