from __future__ import annotations

from matcher.pipeline import Matcher
from matcher.web.job_view import view_job

JOB = "Payments Engineer\n\nWe have a dog.\n\nRequirements\n- Experience with PostgreSQL\n- 5+ years of Go\n"


def test_the_lines_that_ask_for_something_are_told_apart(matcher: Matcher) -> None:
    target = matcher.job_text(JOB)

    lines = view_job(target.text, target.requirements.requirements)

    assert [one.text for one in lines] == [line for line in JOB.splitlines() if line]
    assert [one.text for one in lines if one.asks] == ["- Experience with PostgreSQL", "- 5+ years of Go"]


def test_a_role_has_no_lines(matcher: Matcher) -> None:
    target = matcher.role("lead-backend-engineer")

    assert view_job(target.text, target.requirements.requirements) == ()
