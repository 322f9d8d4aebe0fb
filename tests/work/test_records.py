from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from matcher.pipeline import Matcher, Upload
from matcher.work.records import reading_from, reading_json, target_from, target_json

JOB = "Back-end Engineer\n\nRequirements\n- 5 years of experience\n- Go or Java\n- Degree in computing or equivalent\n"


def test_a_reading_survives_and_is_judged_the_same(matcher: Matcher, sample: Upload, as_of: date) -> None:
    reading, target = matcher.read(sample, as_of=as_of), matcher.role("lead-backend-engineer")

    again = reading_from(reading_json(reading))

    assert again == reading
    assert matcher.judge(again, target, as_of=as_of) == matcher.report(sample, target, as_of=as_of)


def test_targets_survive(matcher: Matcher) -> None:
    for target in (*(matcher.role(role) for role in matcher.taxonomy.roles), matcher.job_text(JOB)):
        assert target_from(target_json(target)) == target


def test_what_is_neither_is_refused() -> None:
    for read in (reading_from, target_from):
        with pytest.raises(ValidationError):
            read('{"x": 1}')
