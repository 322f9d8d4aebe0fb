from __future__ import annotations

import pytest

from matcher.domain.document import Span
from matcher.domain.report import Evidence
from matcher.parsing.reader import parse_text
from matcher.web.text_marks import MarkedPiece, Marks, cut_line, hit_span, join_marks


def _spans(*pairs: tuple[int, int]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)


def test_marks_of_one_kind_are_joined() -> None:
    marks = join_marks(_spans((2, 5), (0, 3)), _spans((7, 9), (7, 9)))

    assert marks == Marks(_spans((0, 5)), _spans((7, 9)))


def test_a_line_is_cut_where_marks_begin_and_end() -> None:
    document = parse_text("Ran Quovex on Linux\nand Go")
    marks = join_marks(_spans((14, 23)), _spans((4, 10)))

    first, second = (list(cut_line(document, line.span, marks)) for line in document.lines)

    assert first == [
        MarkedPiece("Ran "), MarkedPiece("Quovex", unknown=True), MarkedPiece(" on "),
        MarkedPiece("Linux", counted=True),
    ]  # fmt: skip
    assert second == [MarkedPiece("and", counted=True), MarkedPiece(" Go")]


def test_a_name_that_is_not_known_is_marked_inside_of_what_counted_too() -> None:
    document = parse_text("Ran Quovex")

    pieces = list(cut_line(document, Span(0, 10), join_marks(_spans((0, 10)), _spans((4, 10)))))

    assert pieces == [MarkedPiece("Ran ", counted=True), MarkedPiece("Quovex", counted=True, unknown=True)]


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
