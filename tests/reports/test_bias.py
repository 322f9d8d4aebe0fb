"""Worked examples whose results are known."""

from __future__ import annotations

import pytest

from matcher.reports.bias import BiasAudit, GroupResult, Outcome, Subject, audit_bias


def people(*groups: tuple[str, str | None, int, int]) -> BiasAudit:
    """Audit groups of (sex, race or ethnicity, selected, all); the selected have the higher scores."""
    outcomes, subjects = [], []
    for sex, race, selected, total in groups:
        for number in range(total):
            name = f"{sex}-{race}-{number}"
            outcomes.append(Outcome(name, number < selected, 90.0 if number < selected else 40.0))
            subjects.append(Subject(name, sex, race))
    return audit_bias(outcomes, subjects)


def group(audit: BiasAudit, category: str) -> GroupResult:
    return next(one for one in audit.groups if one.category == category)


def test_48_of_80_against_21_of_50_is_an_impact_ratio_of_0_70() -> None:
    audit = people(("Male", None, 48, 80), ("Female", None, 21, 50))

    assert group(audit, "Male").selection.rate == 0.6
    assert group(audit, "Female").selection.rate == 0.42
    assert group(audit, "Female").selection.impact_ratio == 0.7
    assert group(audit, "Male").selection.impact_ratio == 1.0
    assert group(audit, "Female").selection.below_four_fifths
    assert not group(audit, "Male").selection.below_four_fifths
    # What scipy 1.16's fisher_exact gives for the same table.
    assert group(audit, "Female").selection.p_value == pytest.approx(0.0495426535215911, rel=1e-12)
    assert group(audit, "Male").selection.p_value is None


def test_the_example_of_the_uniform_guidelines_comes_out() -> None:
    # Questions and answers on the Guidelines, 1979, question 12: 48 of 80 whites and 12 of 40 blacks, 50 %.
    audit = people(("Male", "White", 48, 80), ("Male", "Black", 12, 40))

    assert group(audit, "Black").selection.impact_ratio == 0.5


def test_exactly_four_fifths_is_not_below() -> None:
    audit = people(("Male", None, 50, 100), ("Female", None, 40, 100))

    assert group(audit, "Female").selection.impact_ratio == 0.8
    assert not group(audit, "Female").selection.below_four_fifths


def test_the_scoring_rate_is_the_share_above_the_median() -> None:
    scores = {"a": 10, "b": 20, "c": 30, "d": 40, "e": 50}
    outcomes = [Outcome(name, None, float(score)) for name, score in scores.items()]
    subjects = [Subject(name, "F" if name in "ab" else "M") for name in scores]

    audit = audit_bias(outcomes, subjects)

    assert audit.median_score == 30
    assert (group(audit, "M").scoring.positive, group(audit, "M").scoring.counted) == (2, 3)
    assert group(audit, "M").scoring.rate == 0.6667
    assert group(audit, "F").scoring.impact_ratio == 0
    assert group(audit, "F").selection.counted == 0
    assert audit.undecided == 5


def test_both_dimensions_cross() -> None:
    audit = people(
        ("Male", "White", 20, 40), ("Female", "White", 15, 40), ("Male", "Asian", 18, 40), ("Female", "Asian", 8, 40)
    )

    assert group(audit, "Female").selection.positive == 23
    assert group(audit, "White").selection.positive == 35
    assert group(audit, "Female, Asian").selection.impact_ratio == 0.4


def test_the_unknown_are_counted_and_left_out() -> None:
    outcomes = [Outcome(str(number), True, 50.0) for number in range(10)]
    subjects = [Subject("0", "Male", None), Subject("1", None, "White"), Subject("99", "Male", "White")]

    audit = audit_bias(outcomes, subjects)

    assert audit.unknown == {"sex": 9, "race_ethnicity": 9, "intersection": 10}
    assert group(audit, "Male").people == 1
    assert audit.unmatched == 1


def test_a_category_under_two_percent_has_rates_and_no_ratio_and_is_not_the_measure() -> None:
    audit = people(("Male", None, 98, 197), ("Other", None, 3, 3))
    under = group(audit, "Other")

    assert under.notes == ("under_2_percent", "small_group")
    assert under.selection.rate == 1.0
    assert under.selection.impact_ratio is None
    assert group(audit, "Male").selection.impact_ratio == 1.0


def test_exactly_two_percent_is_compared() -> None:
    audit = people(("Male", None, 98, 196), ("Other", None, 1, 4))

    assert group(audit, "Other").notes == ("small_group",)
    assert group(audit, "Other").selection.impact_ratio == 0.5


def test_small_groups_are_marked_and_a_ratio_that_turns_on_one_person_too() -> None:
    audit = people(("Male", None, 50, 100), ("Female", None, 3, 8))

    assert group(audit, "Female").notes == ("small_group",)
    assert group(audit, "Female").selection.below_four_fifths
    assert group(audit, "Female").selection.turns_on_one
    assert group(audit, "Male").notes == ()


def test_nobody_selected_divides_by_nothing() -> None:
    audit = people(("Male", None, 0, 40), ("Female", None, 0, 40))

    assert group(audit, "Male").selection.impact_ratio is None
    assert not group(audit, "Male").selection.below_four_fifths


def test_an_empty_audit_is_empty() -> None:
    audit = audit_bias([], [])

    assert (audit.people, audit.median_score, audit.groups) == (0, None, ())
