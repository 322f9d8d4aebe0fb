from __future__ import annotations

import pytest

from matcher.domain.report import Report, Screening
from matcher.errors import ErrorCode, InputError
from matcher.reports.screening import rank_rows
from tests.reports.builders import AS_OF, ROLE, a_report, a_score

EMPTY = InputError(ErrorCode.FILE_EMPTY, "x.pdf is empty.", "Choose the file again.", file="x.pdf")


def a_file(name: str, met: int, value: float | None, low: float, high: float) -> tuple[str, Report]:
    score = a_score(value, low, high)
    return name, a_report(score=score, met=met, sha256=name, text_sha256=name)


def rank(*results: tuple[str, Report | InputError]) -> Screening:
    return rank_rows(results, role=ROLE, as_of=AS_OF)


def ranks(screening: Screening) -> list[tuple[str, int | None, bool]]:
    return [(row.label, row.rank, row.tied) for row in screening.rows]


def test_must_haves_come_before_the_score() -> None:
    screening = rank(a_file("b", 3, 90, 90, 90), a_file("a", 4, 50, 50, 50))

    assert ranks(screening) == [("a", 1, False), ("b", 2, False)]


def test_overlapping_ranges_tie_within_the_same_must_haves_only() -> None:
    screening = rank(
        a_file("a", 4, 80, 75, 85),
        a_file("b", 4, 76, 72, 80),
        a_file("c", 4, 70, 65, 74),
        a_file("d", 3, 72, 60, 90),
    )

    assert ranks(screening) == [("a", 1, True), ("b", 1, True), ("c", 3, False), ("d", 4, False)]


def test_a_tie_is_with_the_first_of_the_group_not_along_a_chain() -> None:
    screening = rank(a_file("a", 4, 80, 78, 82), a_file("b", 4, 77, 74, 79), a_file("c", 4, 73, 70, 76))

    assert ranks(screening) == [("a", 1, True), ("b", 1, True), ("c", 3, False)]


def test_equals_keep_the_order_they_were_handed_in() -> None:
    screening = rank(a_file("z", 4, 80, 80, 80), a_file("a", 4, 80, 80, 80))

    assert [row.label for row in screening.rows] == ["z", "a"]


def test_a_file_without_a_score_is_ranked_and_not_dropped() -> None:
    screening = rank(a_file("a", 0, None, 0, 100), a_file("b", 0, 5, 5, 5))

    assert [row.label for row in screening.rows] == ["b", "a"]
    assert all(row.rank for row in screening.rows)


def test_aliases_follow_the_order_of_the_files() -> None:
    screening = rank(a_file("a", 1, 10, 10, 10), ("x.pdf", EMPTY), a_file("b", 2, 10, 10, 10))

    assert [(row.label, row.alias) for row in screening.rows] == [("b", "A3"), ("a", "A1"), ("x.pdf", "A2")]


@pytest.mark.parametrize(("sha", "text"), [("one", "other"), ("other", "one")])
def test_the_same_bytes_or_the_same_words_are_a_duplicate(sha: str, text: str) -> None:
    first = a_report(sha256="one", text_sha256="one")

    screening = rank(("a", first), ("b", a_report(sha256=sha, text_sha256=text)))

    assert [(row.rank, row.duplicate_of) for row in screening.rows] == [(1, None), (None, "A1")]
    assert screening.rows[1].warnings[-1].code == "duplicate"
    assert screening.rows[1].match is not None


def test_a_file_that_cannot_be_read_is_a_row_with_its_error() -> None:
    screening = rank(("x.pdf", EMPTY))

    assert screening.rows[0].error is not None
    assert (screening.rows[0].error.code, screening.rows[0].rank) == ("file_empty", None)


def test_missing_must_haves_carry_their_reason() -> None:
    row = rank(a_file("a", 1, 10, 10, 10)).rows[0]

    assert [(one.id, one.reason) for one in row.missing_required] == [
        ("mentoring", "Nothing shows mentoring."),
        ("messaging", "Kafka is only planned."),
    ]
