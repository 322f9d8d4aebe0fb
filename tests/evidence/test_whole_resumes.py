"""Every whole resume is read as a person reads it."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.pipeline import Matcher, Upload
from tests.evidence.whole_layouts import LAYOUTS
from tests.evidence.whole_resumes import NOW, WHOLE, Whole

RESUMES = WHOLE | LAYOUTS


@pytest.mark.parametrize("whole", RESUMES.values(), ids=RESUMES)
def test_jobs_degrees_and_certificates_are_read(whole: Whole, matcher: Matcher) -> None:
    upload = Upload(whole.text.strip().encode(), "resume.txt")
    profile = matcher.read(upload, as_of=date(2026, 11, 1)).profile
    jobs = [(one.title, one.company, str(one.start), NOW if one.current else str(one.end)) for one in profile.positions]
    degrees = [
        (one.level.name + ("" if one.finished else " unfinished"), str(one.end) if one.end else None)
        for one in profile.education
    ]
    assert jobs == list(whole.jobs)
    assert degrees == list(whole.degrees)
    if whole.certificates:
        assert [one.name for one in profile.certificates] == list(whole.certificates)
