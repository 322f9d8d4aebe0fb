"""The setting of a posting's lines tells paragraphs and items without signs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matcher.domain.document import Document, SectionKind, Span, Statement, StatementKind
from matcher.parsing.reader import parse_text
from matcher.requirements.posting_lines import PostingLines


def lines_of(text: str, *names: str) -> PostingLines:
    return PostingLines(parse_text(text), [Span(text.index(n), text.index(n) + len(n)) for n in names])


def statement(text: str, part: str) -> Statement:
    start = text.index(part)
    return Statement(Span(start, start + len(part)), StatementKind.SENTENCE, SectionKind.OTHER)


def test_a_paragraph_begins_below_a_blank_line_and_where_the_reader_of_a_file_noted_one() -> None:
    text = "Kettle\n\nXindice\nZed"
    lines = lines_of(text)
    assert lines.opens_paragraph(text.index("Xindice") + 2)
    assert not lines.opens_paragraph(text.index("Zed"))
    assert lines.parts(0, len(text))

    kept = parse_text("Kettle\nXindice")
    noted = Document(
        kept.text, (kept.lines[0], replace(kept.lines[1], parted=True, bold=True)), kept.format, 1, kept.sha256
    )
    assert PostingLines(noted, ()).opens_paragraph(7)
    assert PostingLines(noted, ()).is_bold(9)
    assert not PostingLines(noted, ()).is_bold(0)


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("Xindice\nZed", "Xindice", True),
        ("Some Xindice\nTea", "Some Xindice", True),
        ("Xindice.\nZed", "Xindice.", False),
        ("Xindice\nWe need somebody who knows it and many other things besides.", "Xindice", False),
        ("Tea\nXindice", "Tea", False),
    ],
)
def test_a_short_line_with_a_name_among_short_ones_is_an_item(text: str, part: str, expected: bool) -> None:
    assert lines_of(text, "Xindice").is_item(statement(text, part)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Xindice, Zed.", True), ("Xindice", False), ("Xindice is what our old friends use for Zed", False)],
)
def test_a_row_is_little_more_than_names(text: str, expected: bool) -> None:
    names = [name for name in ("Xindice", "Zed") if name in text]
    assert lines_of(text, *names).is_row(statement(text, text)) is expected


def test_a_line_far_shorter_than_the_widest_was_ended_by_its_writer() -> None:
    text = "Short\nA line that is as wide as the page of its writer allows\n"
    assert lines_of(text).breaks(5)
    assert not lines_of(text).breaks(len(text) - 1)


def test_a_letter_and_a_number_count_lines_where_others_are_counted_so() -> None:
    text = "Criteria\nD1 Azure\nD2 Experience of teaching\nE5 alone"
    lines = lines_of(text)

    counted = [lines.is_counted(lines.line_at(text.index(part))) for part in ("Criteria", "D1", "D2", "E5")]

    assert counted == [False, True, True, False]
