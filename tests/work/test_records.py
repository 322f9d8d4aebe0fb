from __future__ import annotations

import json
from datetime import date

from matcher.domain.judgement import Status
from matcher.pipeline import Matcher, Upload
from matcher.work.records import (
    outcome_of,
    pack_reading,
    reading_version,
    target_from_json,
    target_to_json,
    unpack_reading,
)

JOB = "Payments Engineer\n\nRequirements\n- 3+ years of Go or Java\n- A degree in computer science or equivalent\n"


def test_a_reading_comes_back_equal_and_small(matcher: Matcher, sample: Upload, as_of: date) -> None:
    reading = matcher.read(sample, as_of=as_of)
    packed = pack_reading(reading)
    assert unpack_reading(packed) == reading
    assert len(packed) < 20_000


def test_targets_of_roles_and_of_jobs_come_back_equal(matcher: Matcher) -> None:
    for target in (matcher.role("lead-backend-engineer"), matcher.job_text(JOB)):
        assert target_from_json(target_to_json(target)) == target


def test_a_reading_of_another_day_or_taxonomy_has_another_version(matcher: Matcher) -> None:
    assert reading_version(matcher, "2026-11-01") != reading_version(matcher, "2026-11-02")
    assert matcher.taxonomy.hash[:16] in reading_version(matcher, "2026-11-01")


def test_the_columns_of_the_ranking_are_those_of_the_report(matcher: Matcher, sample: Upload, as_of: date) -> None:
    report = matcher.report(sample, matcher.role("lead-backend-engineer"), as_of=as_of)
    outcome = outcome_of(report)
    assert json.loads(outcome.report)["score"]["value"] == outcome.score_value == report.score.value
    assert outcome.required_met == report.coverage.required.met
    weak = {one.id for one in report.requirements if one.status is Status.PARTIAL}
    assert set(outcome.required_weak) <= weak
    assert len(outcome.required_missing) + len(outcome.required_weak) + outcome.required_met == outcome.required_total
