from __future__ import annotations

from datetime import UTC, datetime

import pytest

from matcher.domain.screenings import Choice, Decision, ItemStatus, ScreeningItem
from matcher.web.screenings.ranking import PAGE_ROWS, rank_items, view_ranking

ASKED = (("kafka", "Kafka"), ("sql", "SQL"))


def item(number: int, met: int = 1, score: float | None = 50.0, **more: object) -> ScreeningItem:
    fields = {
        "score_value": score, "score_low": score or 0.0, "score_high": score or 100.0, "required_met": met,
        "required_missing": ("kafka",) if met < 2 else (),
    }  # fmt: skip
    return ScreeningItem(
        f"itm_{number}", "scr", "team", f"doc_{number}", number, more.pop("status", ItemStatus.DONE), 1, **fields | more
    )


def unread(number: int, status: ItemStatus) -> ScreeningItem:
    return ScreeningItem(f"itm_{number}", "scr", "team", f"doc_{number}", number, status, 1)


def decision(number: int, choice: Choice) -> Decision:
    return Decision("dec", "team", f"itm_{number}", choice, "sql", "x", "usr", datetime(2026, 11, 20, tzinfo=UTC))


MIXED = (
    unread(1, ItemStatus.FAILED),
    item(2, met=1, score=90.0),
    item(3, met=2, score=40.0),
    item(4, met=2, score=40.0, duplicate_of="itm_3"),
    item(5, met=1, score=70.0, near_duplicate_of="itm_2"),
    unread(6, ItemStatus.QUEUED),
    unread(7, ItemStatus.CANCELLED),
)


def aliases(query: dict[str, str], decisions: dict[str, Decision] | None = None) -> list[str]:
    return [row.alias for row in view_ranking(rank_items(MIXED, decisions or {}), query, ASKED).rows]


def test_ranked_ones_come_first_and_every_file_has_its_row() -> None:
    rows = rank_items(MIXED, {})

    assert [(row.alias, row.rank) for row in rows] == [
        ("A3", 1), ("A2", 2), ("A5", 3), ("A4", None), ("A1", None), ("A7", None), ("A6", None),
    ]  # fmt: skip
    assert (rows[3].copy_of, rows[2].near) == ("A3", "A2")


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"sort": "resume"}, ["A1", "A2", "A3", "A4", "A5", "A6", "A7"]),
        ({"sort": "score"}, ["A2", "A5", "A3", "A4", "A1", "A7", "A6"]),
        ({"sort": "must"}, ["A3", "A2", "A5", "A4", "A1", "A7", "A6"]),
        ({"must": "kafka"}, ["A3", "A4"]),
        ({"must": "kafka", "copies": "no"}, ["A3"]),
        ({"copies": "no"}, ["A3", "A2", "A1", "A7", "A6"]),
        ({"decided": "decline"}, ["A2"]),
        ({"decided": "none", "copies": "no"}, ["A3", "A1", "A7", "A6"]),
        ({"sort": "decision"}, ["A2", "A3", "A5", "A4", "A1", "A7", "A6"]),
        ({"sort": "x", "must": "x", "decided": "x", "page": "x"}, ["A3", "A2", "A5", "A4", "A1", "A7", "A6"]),
    ],
)
def test_sorting_and_filters(query: dict[str, str], shown: list[str]) -> None:
    assert aliases(query, {"itm_2": decision(2, Choice.DECLINE)}) == shown


def test_a_filter_counts_what_it_leaves_out() -> None:
    ranking = view_ranking(rank_items(MIXED, {}), {"must": "kafka"}, ASKED)

    assert (ranking.total, ranking.hidden) == (7, 5)
    assert ranking.counts == {
        "ranked": 3, "copies": 1, "near": 1, "unreadable": 1, "cancelled": 1, "waiting": 1, "decided": 0,
    }  # fmt: skip


def test_pages_hold_so_many_rows() -> None:
    rows = rank_items([item(number) for number in range(1, PAGE_ROWS + 3)], {})
    ranking = view_ranking(rows, {"page": "2"}, ASKED)

    assert (ranking.page, ranking.pages, len(ranking.rows)) == (2, 2, 2)
