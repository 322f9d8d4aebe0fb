from __future__ import annotations

import pytest

from matcher.errors import ErrorCode, InputError
from matcher.reports.screening import rank_rows
from matcher.web.ranking import PAGE_ROWS, Ranking, view_ranking
from tests.reports.builders import AS_OF, ROLE, a_report, a_score

ERROR = InputError(ErrorCode.FILE_EMPTY, "x is empty.", "Again.", file="x")


def ranking(count: int, **asked: str) -> Ranking:
    reports = [
        (str(number), a_report(score=a_score(float(number % 50)), met=number % 7, sha256=str(number), text_sha256=""))
        for number in range(count)
    ]
    screening = rank_rows([("x", ERROR), *reports], role=ROLE, as_of=AS_OF)
    return view_ranking(screening, **{"sort": "rank", "must": "", "page": "1", **asked})


def test_a_page_has_so_many_rows_and_the_last_one_the_rest() -> None:
    first, last = ranking(30), ranking(30, page="2")

    assert (len(first.rows), len(last.rows), first.pages) == (PAGE_ROWS, 31 - PAGE_ROWS, 2)
    assert last.rows[-1].error is not None


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999", "", "²", "7"])
def test_a_page_that_is_not_there_is_one_that_is(page: str) -> None:
    assert ranking(3, page=page).page == 1


def test_every_column_sorts() -> None:
    assert [row.alias for row in ranking(3, sort="resume").rows] == ["A1", "A2", "A3", "A4"]
    scores = [row.score.value for row in ranking(9, sort="score").rows if row.score]
    assert scores == sorted(scores, reverse=True)
    met = [row.coverage.required.met for row in ranking(9, sort="must").rows if row.coverage]
    assert met == sorted(met, reverse=True)
    assert ranking(3, sort="score").rows[-1].error is not None


def test_a_filter_counts_what_it_hides() -> None:
    shown = ranking(3, must="relational-databases")

    assert (len(shown.rows), shown.hidden, shown.total) == (3, 1, 4)
    assert ranking(3, must="mentoring").rows == ()
    assert ranking(3, must="nonsense").hidden == 0
