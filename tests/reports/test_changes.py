from __future__ import annotations

from dataclasses import replace

import pytest

from matcher.domain.judgement import Status, Verdict
from matcher.reports.changes import compare_reports, say_changes
from tests.reports.builders import a_report, a_result, a_score

LISTED = a_result(status=Status.PARTIAL, verdict=Verdict.LISTED, credit=3.0)
SHOWN = a_result(credit=10.0)
ABSENT = a_result(status=Status.MISSING, verdict=Verdict.ABSENT, credit=0.0)


@pytest.mark.parametrize(
    ("before", "after", "up", "down", "said"),
    [
        (LISTED, SHOWN, 1, 0, "1 requirement moved up, none moved down."),
        (SHOWN, ABSENT, 0, 1, "No requirements moved up, 1 moved down."),
        (LISTED, LISTED, 0, 0, "No requirement moved."),
        (LISTED, replace(LISTED, credit=3.001), 0, 0, "No requirement moved."),
    ],
)
def test_moves_are_counted_and_told(before, after, up: int, down: int, said: str) -> None:
    changes = compare_reports(a_report(results=(before,)), a_report(results=(after,)))

    assert (len(changes.up), len(changes.down), changes.same) == (up, down, 1 - up - down)
    assert say_changes(changes) == said


def test_what_brings_most_stands_first() -> None:
    small = (replace(ABSENT, id="a", weight=2.0), replace(SHOWN, id="a", weight=2.0, credit=2.0))
    large = (replace(ABSENT, id="b", weight=9.0), replace(SHOWN, id="b", weight=9.0, credit=9.0))

    changes = compare_reports(a_report(results=(small[0], large[0])), a_report(results=(small[1], large[1])))

    assert [one.after.id for one in changes.up] == ["b", "a"]


def test_scores_are_set_side_by_side_only_for_the_same_list_and_rules() -> None:
    one = a_report(results=(SHOWN,))
    other_weight = a_report(results=(replace(SHOWN, weight=11.0),))
    other_rules = a_report(results=(SHOWN,), score=replace(a_score(), version="2.0"))
    other_data = replace(one, taxonomy=replace(one.taxonomy, hash="f" * 64))

    assert compare_reports(one, one).comparable
    for other in (other_weight, other_rules, other_data):
        assert not compare_reports(one, other).comparable


def test_overlapping_ranges_are_told() -> None:
    low, near, far = a_score(50.0, 45.0, 55.0), a_score(58.0, 54.0, 62.0), a_score(70.0, 66.0, 74.0)

    assert compare_reports(a_report(score=low), a_report(score=near)).overlap
    assert not compare_reports(a_report(score=low), a_report(score=far)).overlap


def test_what_hindered_reading_is_compared_by_its_kind() -> None:
    clean = a_report(readability=())

    changes = compare_reports(a_report(), clean)

    assert [one.code for one in changes.gone] == ["columns_uncertain"]
    assert changes.new == ()
    assert compare_reports(clean, a_report()).new == changes.gone
