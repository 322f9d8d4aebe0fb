from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from matcher.domain.judgement import Status
from matcher.domain.report import Report, ReportWarning
from matcher.pipeline import Matcher, Upload
from matcher.reports.flat import MOST_FACTS, flat_facts, score_number


@pytest.fixture(scope="module")
def report(matcher: Matcher, sample: Upload, as_of: date) -> Report:
    return matcher.judge(matcher.read(sample, as_of=as_of), matcher.role("lead-backend-engineer"), as_of=as_of)


def told(report: Report) -> dict[str, str | int]:
    return {one.id: one.value for one in flat_facts(report)}


def test_the_list_is_short_flat_and_says_what_the_report_says(report: Report) -> None:
    facts, required = flat_facts(report), report.coverage.required

    assert len(facts) <= MOST_FACTS
    assert all(one.label and isinstance(one.value, str | int) and one.value != "" for one in facts)
    assert len({one.id for one in facts}) == len({one.label for one in facts}) == len(facts)
    assert told(report)["score"] == score_number(report)
    assert str(told(report)["required"]).startswith(f"{required.met} of {required.total}")
    assert told(report)["compared_with"] == "Lead Back-End Engineer"


def test_many_names_are_counted_and_every_status_has_its_own_line(report: Report) -> None:
    missing = replace(report, requirements=tuple(replace(one, status=Status.MISSING) for one in report.requirements))
    required = [one.label for one in report.requirements if one.importance == "required"]

    facts = told(missing)

    assert facts["required_missing"] == f"{', '.join(required[:5])} and {len(required) - 5} more"
    assert "required_partial" not in facts
    assert "strengths" not in facts


def test_without_a_score_there_is_a_sentence_and_no_number(report: Report) -> None:
    withheld = replace(report, score=replace(report.score, value=None, withheld="too_little_read"))

    assert score_number(withheld) is None
    assert told(withheld)["score"] == "Too little text could be read for a score."
    assert "range" not in told(withheld)


def test_the_score_is_rounded_as_people_do(report: Report) -> None:
    assert score_number(replace(report, score=replace(report.score, value=62.5, withheld=None))) == 63


def test_warnings_of_the_reader_are_told(report: Report) -> None:
    warned = replace(report, warnings=(ReportWarning("scan", "Page 2 holds a picture and no text.", 2),))

    assert told(warned)["reading"] == "Page 2 holds a picture and no text."


def test_no_quote_of_the_resume_is_in_it(report: Report) -> None:
    quotes = {one.text for result in report.requirements for one in result.evidence if len(one.text) > 40}

    assert quotes
    assert not any(quote in str(value) for quote in quotes for value in told(report).values())
