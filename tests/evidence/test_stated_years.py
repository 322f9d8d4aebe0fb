from __future__ import annotations

import pytest

from matcher.pipeline import Matcher
from tests.evidence.resumes import AS_OF, job, resume


@pytest.mark.parametrize(
    ("line", "months"),
    [
        ("Nine years of PHP and MySQL.", 108),
        ("12+ years as a developer of server software.", 144),
        ("Freelance programmer since 2013.", 156),
        ("Freelance programmer since the spring of 2013.", 156),
        ("Freelance programmer since late May 2013.", 156),
        ("A house that is nine years old.", None),
        ("PHP and MySQL for small shops.", None),
        ("Freelance programmer since 1890.", None),
    ],
)
def test_years_in_words_stand_in_where_no_job_is_dated(matcher: Matcher, line: str, months: int | None) -> None:
    profile = matcher.read(resume(f"Summary\n{line}"), as_of=AS_OF).profile

    assert profile.stated_months == months
    assert (profile.stated_proof is None) is (months is None)


def test_dated_jobs_count_and_words_do_not(matcher: Matcher) -> None:
    profile = matcher.read(resume("Summary\nNine years of PHP.", job("Wrote a shop in PHP.")), as_of=AS_OF).profile

    assert profile.stated_months is None
