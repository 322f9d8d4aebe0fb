"""Statements and loose lines as ranges of words."""

from __future__ import annotations

from matcher.domain.document import SectionKind, StatementKind
from tests.extraction.tiny import make_reading, make_statement

TEXT = "Jo Doe\nBuilt it in Go\nand Rust. SHIPPED IT TWICE"


def test_each_statement_is_a_unit_and_so_is_each_loose_line() -> None:
    bullet = make_statement(TEXT, "Built it in Go\nand Rust.", StatementKind.BULLET, SectionKind.EXPERIENCE)
    reading = make_reading(TEXT, bullet)

    assert [reading.tokens.words[u.start : u.end] for u in reading.units] == [
        ("Jo", "Doe"),
        ("Built", "it", "in", "Go", "and", "Rust", "."),
        ("SHIPPED", "IT", "TWICE"),
    ]
    assert [u.section for u in reading.units] == [SectionKind.OTHER, SectionKind.EXPERIENCE, SectionKind.OTHER]
    assert [u.capitals for u in reading.units] == [False, False, True]


def test_without_statements_every_line_is_a_unit() -> None:
    assert len(make_reading(TEXT).units) == 3


def test_folding_that_moves_offsets_does_not_move_the_units() -> None:
    text = "ﬁrst ofﬁce\nPost\u200bgreSQL here"
    statement = make_statement(text, "Post\u200bgreSQL here", StatementKind.BULLET, SectionKind.EXPERIENCE)
    reading = make_reading(text, statement)

    assert reading.tokens.words[reading.units[1].start : reading.units[1].end] == ("PostgreSQL", "here")
