from __future__ import annotations

from datetime import date

import pytest

from matcher.pipeline import Matcher
from matcher.reports.method import NOT_ASSESSED, business_days_after, method_of, notice_text


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 11, 16), 10, date(2026, 11, 30)),
        (date(2026, 11, 20), 10, date(2026, 12, 4)),
        (date(2026, 11, 21), 10, date(2026, 12, 4)),
        (date(2026, 11, 22), 1, date(2026, 11, 23)),
        (date(2026, 11, 20), 0, date(2026, 11, 20)),
    ],
    ids=["monday", "friday", "saturday", "sunday", "none"],
)
def test_weekends_are_no_business_days(start: date, count: int, end: date) -> None:
    assert business_days_after(start, count) == end


def test_holidays_that_are_given_are_left_out_too() -> None:
    assert business_days_after(date(2026, 11, 20), 10, holidays=[date(2026, 11, 26)]) == date(2026, 12, 7)


def test_the_shares_are_those_of_the_judgement_and_sum_to_the_whole(matcher: Matcher) -> None:
    target = matcher.role("lead-backend-engineer").requirements
    factor = matcher.taxonomy.policy["preferred-factor"]

    method = method_of(target, preferred_factor=factor)

    assert [one.label for one in method.asked] == [one.label for one in target.requirements]
    assert sum(one.share for one in method.asked) == pytest.approx(100)
    assert all(one.met for one in method.asked)


def test_a_share_is_the_weight_that_a_report_gives(matcher: Matcher, sample, as_of) -> None:
    target = matcher.role("lead-backend-engineer")
    report = matcher.report(sample, target, as_of=as_of)
    method = method_of(target.requirements, preferred_factor=matcher.taxonomy.policy["preferred-factor"])

    assert [one.share for one in method.asked] == [pytest.approx(one.weight, abs=0.01) for one in report.requirements]


def test_the_notice_tells_what_from_where_what_not_how_else_and_when(matcher: Matcher) -> None:
    method = method_of(matcher.role("lead-backend-engineer").requirements, preferred_factor=0.5)

    text = notice_text(method, told_on=date(2026, 11, 20), contact="jobs@example.org")

    for words in ("From 4 December 2026 on", "Team leadership", "Continuous learning", "resume", "another way",
                  "jobs@example.org", "20 November 2026", "a person reads the resume", NOT_ASSESSED[1]):  # fmt: skip
        assert words in text, words


def test_a_list_without_nice_to_haves_says_nothing_of_them(matcher: Matcher) -> None:
    target = matcher.job_text("Backend Engineer\n\nRequirements\n- Experience with PostgreSQL\n").requirements

    assert "Welcome" not in notice_text(method_of(target, preferred_factor=0.5), told_on=date(2026, 11, 20))
