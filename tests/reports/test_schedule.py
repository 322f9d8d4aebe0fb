from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from matcher.domain.report import Report
from matcher.reports.schedule import cards_of, plan_days
from tests.reports.builders import a_gap, a_question, a_report

TODAY = date(2026, 11, 20)


def with_cards(number: int, kind: str = "technical") -> Report:
    cards = tuple(replace(a_question(f"card.{index}"), kind=kind) for index in range(number))
    return replace(a_report(), gaps=(replace(a_gap(), questions=cards),))


@pytest.mark.parametrize(("days", "minutes", "cards"), [(8, 60, 9), (3, 120, 8), (15, 30, 5), (200, 30, 40)])
def test_no_day_has_more_than_it_has_room_for_and_the_order_stays(days: int, minutes: int, cards: int) -> None:
    report = with_cards(cards)

    plan = plan_days(report, today=TODAY, interview=TODAY + timedelta(days=days), minutes=minutes)

    study = [one for one in plan.days if not one.rehearse]
    assert all(len(one.cards) * 30 <= minutes for one in study)
    assert [one.card.id for day in study for one in day.cards] == [one.card.id for one in cards_of(report)]
    assert all(TODAY <= one.day < plan.interview for one in plan.days)
    assert plan.left_out == ()


def test_what_is_worth_least_is_left_out_when_time_is_short() -> None:
    plan = plan_days(with_cards(7), today=TODAY, interview=TODAY + timedelta(days=2), minutes=60)

    assert [one.card.id for one in plan.days[0].cards] == ["card.0", "card.1"]
    assert [one.card.id for one in plan.left_out] == ["card.2", "card.3", "card.4", "card.5", "card.6"]


def test_the_last_day_rehearses_the_stories() -> None:
    plan = plan_days(with_cards(3, "behavioural"), today=TODAY, interview=TODAY + timedelta(days=5), minutes=60)

    last = plan.days[-1]
    assert (last.day, last.rehearse, len(last.cards)) == (TODAY + timedelta(days=4), True, 3)


@pytest.mark.parametrize("days", [0, 1])
def test_an_interview_today_or_tomorrow_leaves_today(days: int) -> None:
    plan = plan_days(with_cards(4), today=TODAY, interview=TODAY + timedelta(days=days), minutes=60)

    assert [(one.day, len(one.cards), one.rehearse) for one in plan.days] == [(TODAY, 2, False)]


def test_what_is_ticked_off_is_rehearsed_and_not_studied_again() -> None:
    plan = plan_days(
        with_cards(3, "behavioural"), today=TODAY, interview=TODAY + timedelta(days=9), minutes=60, done={"card.1"}
    )

    assert "card.1" not in [one.card.id for day in plan.days if not day.rehearse for one in day.cards]
    assert "card.1" in [one.card.id for one in plan.days[-1].cards]


def test_a_report_without_gaps_has_nothing_to_plan() -> None:
    plan = plan_days(with_cards(0), today=TODAY, interview=TODAY + timedelta(days=9), minutes=60)

    assert [one for one in plan.days if one.cards] == []
