from __future__ import annotations

import pytest

from matcher.pipeline import Matcher
from tests.evidence.resumes import entry, job
from tests.matching.judging import verdict_on

SENIOR = "senior-backend-engineer"


@pytest.mark.parametrize(
    ("part", "status"),
    [
        (job("Go services.", dates="01/2020 - present"), "met"),
        (job("Go services.", dates="01/2023 - present"), "partial"),
        (job("Go services.", dates="01/2025 - present"), "missing"),
        (job("Go services.", dates="01/2008 - 12/2016"), "partial"),
        (job("React pages.", title="Frontend Developer"), "missing"),
        (job("Go and REST services for alerts.", title="Site Reliability Engineer"), "partial"),
        (job("Dashboards.", title="Data Engineer"), "missing"),
        ("Education\nMSc Computer Science, 2010 - 2020", "missing"),
    ],
)
def test_years_of_back_end_work_are_counted_by_what_was_done(matcher: Matcher, part: str, status: str) -> None:
    assert verdict_on(matcher, "backend-experience", part).status.value == status


def test_overlapping_contracts_count_once(matcher: Matcher) -> None:
    part = job("Go.", dates="01/2024 - 12/2025") + "\n" + entry("Go.", dates="01/2024 - 12/2025", company="Oakmere")

    assert "2 years of back-end work" in verdict_on(matcher, "backend-experience", part).reason


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("BSc Computer Science, University of Fennmoor, 2014", "met"),
        ("Master of Science in Software Engineering, Fennmoor Institute, 2014", "met"),
        ("BSc Mathematics, University of Fennmoor, 2014", "partial"),
        ("BA History, University of Fennmoor, 2014", "missing"),
    ],
)
def test_degrees_count_by_level_and_field(matcher: Matcher, line: str, status: str) -> None:
    found = verdict_on(matcher, "computing-degree", f"Education\n{line}", role=SENIOR)

    assert found.status.value == status


def test_the_name_of_a_school_changes_nothing(matcher: Matcher) -> None:
    one = verdict_on(
        matcher, "computing-degree", "Education\nBSc Computer Science, Oxbridge College, 2014", role=SENIOR
    )
    two = verdict_on(
        matcher, "computing-degree", "Education\nBSc Computer Science, Mudwater College, 2014", role=SENIOR
    )

    assert (one.status, one.reason, one.credit) == (two.status, two.reason, two.credit)
