from __future__ import annotations

from matcher.errors import ErrorCode, InputError
from matcher.reports.blind_ranking import blind_screening
from matcher.reports.screening import rank_rows
from tests.reports.builders import AS_OF, ROLE, a_report


def test_a_ranking_names_no_file() -> None:
    error = InputError(ErrorCode.FILE_EMPTY, "jane.pdf is empty.", "Choose it again.", file="jane.pdf")
    ranking = rank_rows([("jane_doe.pdf", a_report()), ("jane.pdf", error)], role=ROLE, as_of=AS_OF)

    masked = blind_screening(ranking, {"A1": a_report()})

    assert [row.label for row in masked.rows] == ["Resume A1", "Resume A2"]
    assert "jane" not in repr(masked)
    assert [(row.rank, row.score) for row in masked.rows] == [(row.rank, row.score) for row in ranking.rows]
