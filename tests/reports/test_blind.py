from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from matcher.domain.report import Evidence, Report
from matcher.pipeline import Matcher, Upload
from matcher.recruiting import blinder_of
from matcher.reports.blind import LEFT_OUT, Blinder, best_quote

DAY = date(2026, 11, 1)
RESUME = """Ruby Jackson
Backend Engineer
12 Java Street, Derby | ruby.jackson@example.org | github.com/rjx

Experience

Lead Backend Engineer, Jackson Freight
January 2019 - present
- Ruby designed the booking API in Ruby on Rails; she ran it alone from Derby.
- As Jackson, Ruby is the maintainer of github.com/rjx/queue, used by the Riverside Rowing Club.
- {long}

Developer, Oldbridge Telecom
May 1999 - June 2004
- Wrote stored procedures in Oracle.

Education
BSc Computer Science, Northern College of Derby, 1996 - 1999
- Thesis: a compiler in Python, supervised at Northern College of Derby

Volunteering
- Taught Python at Code Sisters

Languages
Welsh, English, Python

References
Prof. Vera Quill taught her Kafka.
"""
LONG = (
    "Moved the monolith to Kubernetes in four steps over two years with a team of five, each of them planned, "
    "measured, written down and shown to everybody who had to run it afterwards, and then told the story to the "
    "students of the Northern College of Derby, where the room was full"
)


@pytest.fixture(scope="module")
def both(matcher: Matcher) -> tuple[Report, Report, Blinder]:
    upload = Upload(RESUME.format(long=LONG).encode(), "Ruby_Jackson.txt")
    reading = matcher.read(upload, as_of=DAY)
    report = matcher.judge(reading, matcher.role("lead-backend-engineer"), as_of=DAY)
    blinder = blinder_of(matcher, reading, as_of=DAY, filename=upload.filename)
    return report, blinder.report(report), blinder


def quotes(report: Report) -> list[Evidence]:
    return [one for result in report.requirements for one in result.evidence]


def test_only_quotes_and_reasons_differ(both: tuple[Report, Report, Blinder]) -> None:
    report, masked, _ = both
    bare = tuple(replace(one, evidence=(), reason="") for one in report.requirements)

    assert tuple(replace(one, evidence=(), reason="") for one in masked.requirements) == bare
    assert replace(masked, requirements=()) == replace(report, requirements=())
    assert [len(one.evidence) for one in masked.requirements] == [len(one.evidence) for one in report.requirements]


def test_every_hit_still_stands_in_its_quote(both: tuple[Report, Report, Blinder]) -> None:
    for one in quotes(both[1]):
        assert 0 <= one.hit[0] < one.hit[1] <= len(one.text), one


def test_nothing_of_the_person_is_left(both: tuple[Report, Report, Blinder]) -> None:
    told = " ".join(one.text for one in quotes(both[1]))

    for words in (
        "Jackson",
        "she",
        "her ",
        "rjx",
        "Derby",
        "Rowing",
        "Northern",
        "1999",
        "Sisters",
        "Quill",
        "Oldbridge",
    ):
        assert words not in told, words
    assert "[name] designed the booking API in Ruby on Rails; they ran it alone from [place]." in told


def test_the_skill_that_is_shown_stays_where_it_is_part_of_the_name(both: tuple[Report, Report, Blinder]) -> None:
    shown = {one.text[slice(*one.hit)] for one in quotes(both[1]) if one.skill}

    assert any("Rails" in one for one in shown)


def test_a_name_that_is_cut_at_the_end_of_a_quote_is_masked_too(both: tuple[Report, Report, Blinder]) -> None:
    report, masked, _ = both
    cut = [
        (before, after)
        for before, after in zip(quotes(report), quotes(masked), strict=True)
        if before.text.endswith("\u2026") and "Moved the monolith" in before.text
    ]

    assert cut
    for _, after in cut:
        assert after.text.endswith("\u2026")
        assert "Northern" not in after.text


def test_work_of_long_ago_spoken_languages_and_referees_are_left_out(both: tuple[Report, Report, Blinder]) -> None:
    report, masked, _ = both
    for before, after in zip(quotes(report), quotes(masked), strict=True):
        if "Oracle" in before.text or before.section in {"languages", "references"}:
            assert after.text.startswith(LEFT_OUT)


def test_any_other_text_is_masked_the_same_way(both: tuple[Report, Report, Blinder]) -> None:
    assert both[2].text("Ruby Jackson, ruby.jackson@example.org") == "[name], [e-mail]"


def test_the_best_quote_is_one_that_is_shown(both: tuple[Report, Report, Blinder]) -> None:
    first = quotes(both[1])[0]
    hidden = replace(first, text=f"{LEFT_OUT}referees]", start=0, end=1)

    assert best_quote([hidden, first]).text == first.text  # type: ignore[union-attr]
    assert best_quote([hidden]).text == hidden.text  # type: ignore[union-attr]
    assert best_quote([]) is None
