from __future__ import annotations

import pytest

from matcher.domain.document import Span
from matcher.domain.report import Evidence
from matcher.parsing.reader import parse_text
from matcher.web.text_marks import Mark, MarkedPiece, cut_line, hit_span, join_marks

COUNTED, UNKNOWN, NONE = Mark.COUNTED, Mark.UNKNOWN, Mark.NONE


@pytest.mark.parametrize(
    ("hits", "unknown", "marks"),
    [
        ([(0, 3), (2, 5)], [], [(0, 5, COUNTED)]),
        ([(4, 6)], [(0, 2)], [(0, 2, UNKNOWN), (4, 6, COUNTED)]),
        # Where words counted, that is told and nothing else.
        ([(0, 4)], [(2, 6)], [(0, 4, COUNTED)]),
        ([], [(0, 2), (0, 2)], [(0, 2, UNKNOWN)]),
    ],
)
def test_marks_are_joined_and_do_not_overlap(
    hits: list[tuple[int, int]], unknown: list[tuple[int, int]], marks: list[tuple[int, int, Mark]]
) -> None:
    joined = join_marks((Span(*one) for one in hits), (Span(*one) for one in unknown))

    assert [(span.start, span.end, mark) for span, mark in joined] == marks


def test_a_line_is_cut_where_marks_begin_and_end() -> None:
    document = parse_text("Ran Quovex on Linux\nand Go")
    marks = join_marks([Span(14, 23)], [Span(4, 10)])

    first, second = (list(cut_line(document, line.span, marks)) for line in document.lines)

    assert first == [
        MarkedPiece("Ran ", NONE), MarkedPiece("Quovex", UNKNOWN), MarkedPiece(" on ", NONE),
        MarkedPiece("Linux", COUNTED),
    ]  # fmt: skip
    assert second == [MarkedPiece("and", COUNTED), MarkedPiece(" Go", NONE)]


@pytest.mark.parametrize(
    ("text", "quote", "hit", "found"),
    [
        ("- Ran load\n  tests daily", "Ran load tests daily", (4, 14), "load\n  tests"),
        ("Uses micro-\nservices now", "Uses microservices now", (5, 18), "micro-\nservices"),
        ("Go, then Go again", "Go, then Go again", (9, 11), "Go"),
    ],
)
def test_the_hit_of_a_quote_is_found_in_the_text_it_came_from(
    text: str, quote: str, hit: tuple[int, int], found: str
) -> None:
    document = parse_text(text)
    evidence = Evidence(quote, hit, 1, 1, 1, 0, len(text), "experience", None)

    span = hit_span(document, evidence)

    assert document.quote(span) == found
    assert span.start == text.rindex(found)


def test_a_hit_that_is_nowhere_marks_nothing() -> None:
    evidence = Evidence("Ran Kafka", (4, 9), 1, 1, 1, 0, 6, "experience", None)

    assert hit_span(parse_text("Ran Go"), evidence) == Span(0, 0)
