from __future__ import annotations

import pytest

from matcher.reports.fisher import fisher_exact


@pytest.mark.parametrize(
    ("first", "second", "p"),
    [
        # Fisher's lady tasting tea, The Design of Experiments (1935): two-sided 34/70.
        ((3, 1), (1, 3), 34 / 70),
        # The tables of the manual of scipy.stats.fisher_exact, as it prints them.
        ((6, 2), (1, 4), 0.10256410256410257),
        ((8, 2), (1, 5), 0.03496503496503495),
        # Dieting by men and women, the example of many textbooks.
        ((1, 9), (11, 3), 0.002759456185220083),
        # Convictions of twins, Fisher (1935), as in the manual of R's fisher.test.
        ((2, 15), (10, 3), 0.0005367241),
    ],
)
def test_published_values_come_out(first: tuple[int, int], second: tuple[int, int], p: float) -> None:
    assert fisher_exact(first, second) == pytest.approx(p, rel=1e-6)


def test_the_order_of_groups_and_of_outcomes_makes_no_difference() -> None:
    p = fisher_exact((48, 32), (21, 29))

    assert fisher_exact((21, 29), (48, 32)) == p
    assert fisher_exact((32, 48), (29, 21)) == p


def test_equal_groups_show_nothing() -> None:
    assert fisher_exact((10, 10), (10, 10)) == 1.0


@pytest.mark.parametrize(("first", "second"), [((0, 0), (3, 4)), ((5, 0), (7, 0)), ((0, 5), (0, 7))])
def test_a_table_without_a_contrast_shows_nothing(first: tuple[int, int], second: tuple[int, int]) -> None:
    assert fisher_exact(first, second) == 1.0


def test_large_tables_stay_exact() -> None:
    assert 0.0 < fisher_exact((4800, 3200), (2100, 2900)) < 1e-60


def test_negative_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        fisher_exact((-1, 2), (3, 4))
