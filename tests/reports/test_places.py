from __future__ import annotations

import pytest

from matcher.reports.places import Standing, rank_places


def places(*standings: tuple[int, float | None, float, float]) -> list[tuple[int, int, bool]]:
    rows = [Standing(*figures, number) for number, figures in enumerate(standings, start=1)]
    return [(place.index + 1, place.rank, place.tied) for place in rank_places(rows)]


def test_must_haves_go_before_the_score() -> None:
    assert places((2, 90.0, 90.0, 90.0), (3, 40.0, 40.0, 40.0)) == [(2, 1, False), (1, 2, False)]


def test_overlapping_ranges_share_the_rank_of_the_first_and_ties_are_not_passed_on() -> None:
    found = places((3, 80.0, 75.0, 85.0), (3, 74.0, 70.0, 78.0), (3, 69.0, 65.0, 72.0))

    assert found == [(1, 1, True), (2, 1, True), (3, 3, False)]


def test_overlap_does_not_tie_over_another_count_of_must_haves() -> None:
    assert places((3, 50.0, 40.0, 60.0), (2, 50.0, 40.0, 60.0)) == [(1, 1, False), (2, 2, False)]


@pytest.mark.parametrize("values", [(50.0, 50.0), (None, None)])
def test_what_is_equal_stays_in_the_order_it_came_in(values: tuple[float | None, float | None]) -> None:
    assert [index for index, _, _ in places(*((1, value, 50.0, 50.0) for value in values))] == [1, 2]


def test_without_a_score_one_stands_behind_those_with_the_same_must_haves() -> None:
    assert [index for index, _, _ in places((1, None, 0.0, 100.0), (1, 0.0, 0.0, 0.0))] == [2, 1]
