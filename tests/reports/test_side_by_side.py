from __future__ import annotations

from dataclasses import replace

import pytest

from matcher.domain.judgement import Status, Verdict
from matcher.reports.side_by_side import side_by_side
from tests.reports.builders import a_report, a_result, requirements


def test_what_differs_stands_first_must_haves_before_the_rest() -> None:
    other = tuple(
        replace(one, status=Status.MISSING, verdict=Verdict.ABSENT) if one.id in {"documentation", "security"} else one
        for one in requirements()
    )

    table = side_by_side([("A1", a_report()), ("A2", a_report(results=other))])

    assert [row.id for row in table.rows[:3]] == ["security", "documentation", "relational-databases"]
    assert [row.id for row in table.differing] == ["security", "documentation"]
    assert len(table.alike) == len(requirements()) - 2


def test_each_cell_tells_verdict_reason_and_quote_in_the_order_asked_for() -> None:
    one = a_result(reason="one")
    two = a_result(reason="two", status=Status.MISSING, verdict=Verdict.ABSENT)

    table = side_by_side([("B", a_report(results=(two,))), ("A", a_report(results=(one,)))])

    assert table.names == ("B", "A")
    assert [cell.reason for cell in table.rows[0].cells] == ["two", "one"]
    assert table.rows[0].cells[0].quote is None


def test_the_same_verdict_with_another_status_differs() -> None:
    one, two = a_result(status=Status.MET), a_result(status=Status.PARTIAL)

    assert side_by_side([("A", a_report(results=(one,))), ("B", a_report(results=(two,)))]).rows[0].differs


@pytest.mark.parametrize("count", [0, 1, 5])
def test_two_to_four_stand_beside_each_other(count: int) -> None:
    with pytest.raises(ValueError, match="between 2 and 4"):
        side_by_side([(str(number), a_report()) for number in range(count)])


def test_only_like_is_put_beside_like() -> None:
    with pytest.raises(ValueError, match="same requirements"):
        side_by_side([("A", a_report()), ("B", a_report(results=(a_result(),)))])
