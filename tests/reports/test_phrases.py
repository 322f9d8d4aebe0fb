from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from matcher.domain.catalogue import Importance
from matcher.domain.judgement import Coverage, CoverageCount, Status, Verdict
from matcher.domain.report import JobFacts
from matcher.reports import phrases
from tests.reports.builders import SENTENCE, a_report, a_result, a_score, an_evidence


@pytest.mark.parametrize(
    ("met", "partial", "total", "said"),
    [
        (7, 3, 12, "7 of 12 must-haves are shown. 3 are shown in part and 2 are not shown yet."),
        (1, 1, 3, "1 of 3 must-haves is shown. 1 is shown in part and 1 is not shown yet."),
        (0, 0, 4, "None of 4 must-haves is shown yet."),
        (5, 2, 7, "5 of 7 must-haves are shown. 2 are shown in part."),
        (12, 0, 12, "All 12 must-haves are shown."),
        (0, 1, 4, "None of 4 must-haves are shown. 1 is shown in part and 3 are not shown yet."),
        (1, 0, 1, "The one must-have is shown."),
        (0, 0, 1, "The one must-have is not shown yet."),
        (0, 0, 0, "Nothing is asked as a must-have."),
    ],
)
def test_the_must_haves_are_told_in_a_sentence(met: int, partial: int, total: int, said: str) -> None:
    coverage = Coverage(CoverageCount(met, partial, total), CoverageCount(0, 0, 0))

    assert phrases.say_must_haves(coverage) == said


@pytest.mark.parametrize(("number", "shown"), [(62.5, "63"), (62.49, "62"), (0.0, "0"), (100.0, "100")])
def test_a_score_is_shown_in_whole_points(number: float, shown: str) -> None:
    assert phrases.whole(number) == shown


@pytest.mark.parametrize(("number", "shown"), [(7.14, "7.1"), (7.0, "7"), (0.04, "0"), (2.85, "2.9"), (100.0, "100")])
def test_points_have_one_decimal_at_most(number: float, shown: str) -> None:
    assert phrases.points(number) == shown


def test_a_day_is_written_out_whatever_the_locale() -> None:
    assert phrases.day(date(2026, 3, 1)) == "1 March 2026"


def test_the_range_has_its_reason() -> None:
    assert phrases.range_sentence(a_score()) == "likely between 63 and 73"
    assert "two columns" in phrases.because_sentence(a_score())
    assert phrases.because_sentence(a_score(68.0, 68.0, 68.0)) == ""


def test_what_is_open_stands_first_and_the_rest_keeps_its_order() -> None:
    results = (
        a_result("a"),
        a_result("b", status=Status.MISSING, verdict=Verdict.ABSENT),
        a_result("c", status=Status.PARTIAL, verdict=Verdict.LISTED),
        a_result("d", status=Status.MISSING, verdict=Verdict.ABSENT),
        a_result("e", importance=Importance.PREFERRED),
    )

    assert [one.id for one in phrases.open_first(results, "required")] == ["b", "d", "c", "a"]


def test_hits_in_one_statement_are_one_quote_with_several_marks() -> None:
    quotes = phrases.quotes_of((an_evidence(), an_evidence(word="40 million"), an_evidence("In Go", "Go")))

    assert [quote.text for quote in quotes] == [SENTENCE, "In Go"]
    assert [piece.text for piece in quotes[0].pieces if piece.marked] == ["40 million", "PostgreSQL"]
    assert "".join(piece.text for piece in quotes[0].pieces) == SENTENCE


def test_hits_that_overlap_are_marked_once() -> None:
    quotes = phrases.quotes_of((an_evidence(word="rows to PostgreSQL"), an_evidence()))

    assert "".join(piece.text for piece in quotes[0].pieces) == SENTENCE


def test_a_place_names_pages_only_where_there_are_any() -> None:
    assert phrases.place(an_evidence(), paged=True) == "Page 1, lines 9 to 10 · Experience"
    assert phrases.place(replace(an_evidence(), line_end=9), paged=False) == "Line 9 · Experience"


def test_no_score_is_shown_where_nothing_is() -> None:
    nothing = a_report(results=(a_result(status=Status.MISSING, verdict=Verdict.ABSENT),))

    assert phrases.withheld_sentence(nothing).startswith("None of the requirements")
    unread = a_report(score=replace(a_score(None), withheld="too_little_read"))
    assert phrases.withheld_sentence(unread) == "Too little text could be read for a score."
    assert phrases.withheld_sentence(a_report()) == ""


def test_a_job_without_a_title_still_has_a_heading() -> None:
    assert phrases.heading(replace(a_report(), role=None, job=JobFacts("", "0"))) == "the job description"


@pytest.mark.parametrize(("items", "said"), [((), ""), (("PDF",), "PDF"), (("PDF", "ODT", "text"), "PDF, ODT or text")])
def test_a_choice_is_told_with_a_last_or(items: tuple[str, ...], said: str) -> None:
    assert phrases.or_list(items) == said
