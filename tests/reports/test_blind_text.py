from __future__ import annotations

import pytest

from matcher.reports.blind_text import Mark, cover, settle

TEXT = "Ada Byte led the Ada project in Go."


@pytest.mark.parametrize(
    ("marks", "protected", "expected"),
    [
        ([Mark(0, 8, "[name]")], [], "[name] led the Ada project in Go."),
        ([Mark(0, 3, "[name]"), Mark(4, 8, "[name]")], [], "[name] led the Ada project in Go."),
        ([Mark(0, 3, "[name]"), Mark(0, 12, "[club]")], [], "[name] [club] the Ada project in Go."),
        ([Mark(17, 28, "[club]", soft=True)], [(17, 20)], "Ada Byte led the Ada [club] in Go."),
        ([Mark(17, 28, "[club]")], [(17, 20)], "Ada Byte led the [club] in Go."),
        ([Mark(32, 35, "[club]", soft=True)], [(32, 34)], "Ada Byte led the Ada project in Go."),
    ],
    ids=["one", "neighbours are one", "the rest of a later one", "protected", "hard", "signs alone"],
)
def test_marks_cover_what_is_free(marks: list[Mark], protected: list[tuple[int, int]], expected: str) -> None:
    assert cover(TEXT, settle(marks, protected))[0] == expected


@pytest.mark.parametrize(
    ("hit", "words"),
    [((32, 34), "Go"), ((9, 28), "led the [name] project"), ((4, 12), "[name] led"), ((17, 20), "[name]")],
)
def test_the_hit_moves_with_the_text(hit: tuple[int, int], words: str) -> None:
    text, (start, end) = cover(TEXT, settle([Mark(0, 8, "[name]"), Mark(17, 20, "[name]")]), hit)

    assert text[start:end] == words


def test_without_marks_nothing_changes() -> None:
    assert cover(TEXT, [], (9, 12)) == (TEXT, (9, 12))
