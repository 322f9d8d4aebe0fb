from __future__ import annotations

from dataclasses import replace

import pytest

from matcher.domain.judgement import ScoreCap
from matcher.domain.report import ReportTip, RoleFacts
from matcher.errors import ErrorCode, InputError
from matcher.reports.render import render
from matcher.reports.screening import rank_rows
from matcher.reports.text import WIDTH, report_text, screening_text
from tests.reports.builders import AS_OF, ROLE, a_report, a_score


def test_the_report_reads_from_the_sentence_to_the_questions() -> None:
    text = report_text(a_report())
    order = ["Lead back-end engineer", "1 of 6 must-haves is shown", "Score 68 of 100", "Worth the most now",
             "[ ] Mentoring", "Page 1, lines 9 to 10", "[x] Relational databases", "What to do next",
             "A good answer covers:", "How well the file could be read", "taxonomy 2026.11"]  # fmt: skip

    places = [text.index(words) for words in order]

    assert places == sorted(places)


def test_no_line_is_wider_than_the_terminal() -> None:
    long = replace(a_report(), role=RoleFacts("x", "Engineer " * 8, "lead"))

    assert max(len(line) for line in report_text(long).splitlines()) <= WIDTH + 24


@pytest.mark.parametrize("form", ["text", "md"])
def test_advice_stands_beside_its_gap_and_that_for_every_interview_at_the_end_of_the_plan(form: str) -> None:
    report = a_report()
    first = replace(report.gaps[0], tips=(ReportTip("star", "Tell it as a story.", "during"),))
    text = render(
        replace(report, gaps=(first, *report.gaps[1:]), tips=(ReportTip("sleep", "Sleep well.", "before"),)), form
    )

    marks = ["No line of the resume shows this.", "Tip: Tell it as a story.", "Tell about somebody who grew",
             "For every interview", "- Sleep well.", "How well the file could be read"]  # fmt: skip
    places = [text.index(mark) for mark in marks]

    assert places == sorted(places)
    assert "Tip" not in render(report, form)


def test_a_limit_on_the_score_is_told() -> None:
    capped = a_score(60.0, caps=(ScoreCap("lead_without_leading", 60, "No leading is shown."),))

    assert "At most 60: No leading is shown." in report_text(a_report(score=capped))


def test_control_characters_do_not_reach_the_terminal() -> None:
    screening = rank_rows([("\x1b[31mred\u202e.pdf", a_report())], role=ROLE, as_of=AS_OF)

    assert "\x1b" not in screening_text(screening)
    assert "\u202e" not in screening_text(screening)


def test_a_ranking_shows_every_file() -> None:
    error = InputError(ErrorCode.FILE_EMPTY, "b.pdf is empty.", "Choose it again.", file="b.pdf")
    results = [("a.pdf", a_report()), ("b.pdf", error), ("c.pdf", a_report())]

    text = screening_text(rank_rows(results, role=ROLE, as_of=AS_OF))

    assert "A1  a.pdf" in text
    assert "not shown: Mentoring and Messaging" in text
    assert "c.pdf: same text as A1" in text
    assert "b.pdf is empty. Choose it again. (file_empty)" in text


def test_strengths_and_what_is_only_listed_stand_before_the_plan() -> None:
    text = report_text(a_report())

    assert text.index("What the resume shows best") < text.index("Listed, not shown") < text.index("What to do next")
    assert "OAuth 2.0 is only listed." in text
