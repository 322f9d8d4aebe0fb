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


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Ada Moor\nExperience\nBackend Developer, Tern Ltd (3 years 2 months)\nGo, PostgreSQL.", 38),
        ("Ada Moor\nExperience\nBackend Developer, Tern (2 years)\nGo.\nBackend Developer, Lark (1 year)\nGo.", 36),
    ],
)  # fmt: skip
def test_lengths_tell_of_time_where_jobs_have_no_dates(matcher: Matcher, text: str, months: int | None) -> None:
    assert matcher.read(resume(text), as_of=AS_OF).profile.stated_months == months


def test_a_sentence_about_today_goes_on_from_dated_jobs(matcher: Matcher) -> None:
    text = (
        "Ada Moor\nBackend engineer\n\nSince May 2022 I have written server software at Tern in Go and PostgreSQL.\n\n"
        "Earlier jobs\nJava Developer, Lark Ltd, May 2019 - April 2022\nSpring services, Oracle."
    )
    profile = matcher.read(resume(text), as_of=AS_OF).profile

    assert profile.backend_months == 36
    assert profile.stated_months is not None
    assert profile.stated_months > 80
