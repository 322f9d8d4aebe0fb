from __future__ import annotations

from datetime import date

import pytest

from matcher.domain.candidate import Position
from matcher.domain.dates import PartialDate
from matcher.domain.document import Span
from matcher.evidence.duration import last_month, months_between, united_months

AS_OF = date(2026, 11, 1)


def position(start: str | None, end: str | None = None, *, current: bool = False) -> Position:
    return Position("Developer", "Acme", Span(0, 9), Span(0, 9), _date(start), _date(end), current)


def _date(text: str | None) -> PartialDate | None:
    if text is None:
        return None
    year, _, month = text.partition("-")
    return PartialDate(int(year), int(month) if month else None)


@pytest.mark.parametrize(
    ("positions", "months"),
    [
        ([position("2020-01", "2020-12")], 12),
        ([position("2020-01", "2020-12"), position("2020-07", "2021-06")], 18),
        ([position("2018", "2021"), position("2021", current=True)], 101),
        ([position("2018", "2021")], 36),
        ([position("2019", "2019")], 6),
        ([position("2026-10", current=True)], 2),
        ([position("2026-10", "2030-01")], 2),
        ([position("2021-05", "2020-01")], None),
        ([position(None)], None),
        ([], None),
    ],
)
def test_months_are_united_and_never_added_twice(positions: list[Position], months: int | None) -> None:
    assert (united_months(positions, as_of=AS_OF) or None) == months


def test_the_last_month_is_the_latest_known_one() -> None:
    assert last_month([None, PartialDate(2019), PartialDate(2019, 4)]) == PartialDate(2019)
    assert last_month([None]) is None


def test_a_year_without_a_month_counts_as_its_end() -> None:
    assert months_between(PartialDate(2025), AS_OF) == 11
