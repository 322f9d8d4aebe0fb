from __future__ import annotations

import pytest

from matcher.domain.document import Document, Format, Line, Span
from matcher.reports.quotes import LONGEST, Quote, cut_quote


def cut(text: str, word: str, statement: str | None = None) -> Quote:
    document = Document(text, (Line(Span(0, len(text)), 1),), Format.TEXT, 1, "0")
    start = text.index(statement) if statement else 0
    at = text.index(word, start)
    return cut_quote(document, Span(start, start + len(statement or text)), Span(at, at + len(word)))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Ran Kafka\nin production", "Kafka", "Ran Kafka in production"),
        ("Ran Kafka  \n   in production", "Kafka", "Ran Kafka in production"),
        ("Built event-\ndriven services", "services", "Built event-driven services"),
        ("PostgreSQL\nTuned Post-\ngreSQL", "Tuned", "PostgreSQL Tuned PostgreSQL"),
        ("Pre-\nSales tools in Go", "Go", "Pre- Sales tools in Go"),
        ("2019 -\nnow: Go", "Go", "2019 - now: Go"),
    ],
)
def test_a_statement_is_joined_over_its_lines(text: str, word: str, expected: str) -> None:
    quote = cut(text, word)

    assert quote.text == expected
    assert quote.text[slice(*quote.hit)] == word


def test_a_word_parted_at_the_lines_end_is_marked_whole() -> None:
    quote = cut("Moved to Postgre-\nsql in 2020. Postgresql again.", "Postgre-\nsql")

    assert quote.text[slice(*quote.hit)] == "Postgresql"


@pytest.mark.parametrize("before", [0, 50, 300, 900])
def test_a_long_statement_is_cut_around_the_hit(before: int) -> None:
    text = "a word " * (before // 7) + "then PostgreSQL came " + "and more " * 60

    quote = cut(text.strip(), "PostgreSQL")

    assert len(quote.text) <= LONGEST
    assert quote.text[slice(*quote.hit)] == "PostgreSQL"
    assert quote.text.endswith("…")
    assert quote.text.startswith("…") == (before > 100)
    assert quote.text.strip("…") == text[quote.span.start : quote.span.end]


def test_a_hit_at_the_end_of_a_long_statement_is_shown() -> None:
    quote = cut("word " * 200 + "PostgreSQL", "PostgreSQL")

    assert quote.text.endswith("word PostgreSQL")
    assert len(quote.text) <= LONGEST


def test_a_long_text_without_spaces_is_cut_all_the_same() -> None:
    quote = cut("x" * 500 + "Go" + "y" * 500, "Go")

    assert len(quote.text) <= LONGEST
    assert quote.text[slice(*quote.hit)] == "Go"


@pytest.mark.parametrize(
    "reach",
    ["ada@example.org", "+49 170 1234567", "(030) 1234567", "555-123-4567", "ada.byte+cv@mail.example.co.uk"],
)
def test_how_to_reach_the_person_is_left_out(reach: str) -> None:
    quote = cut(f"Ada, {reach}, wrote services in Go", "Go")

    assert reach not in quote.text
    assert quote.text[slice(*quote.hit)] == "Go"


@pytest.mark.parametrize("kept", ["2019 - 2022", "200 000 000 rows", "1.2.3", "@Transactional", "10,000,000", "C++ 17"])
def test_numbers_of_other_kinds_stay(kept: str) -> None:
    assert kept in cut(f"Used {kept} with Go", "Go").text


@pytest.mark.parametrize("before", [0, 40, 400])
def test_a_hit_longer_than_a_quote_is_cut_at_a_word(before: int) -> None:
    hit = "moved the freight ledger out of the old mainframe " * 8

    quote = cut("a word " * (before // 7) + hit + "at last", hit.strip())

    shown = quote.text[slice(*quote.hit)]
    assert len(quote.text) <= LONGEST
    assert hit.startswith(shown)
    assert hit[len(shown)] == " "
    assert quote.text.endswith("…")


def test_a_long_hit_without_spaces_is_cut_all_the_same() -> None:
    quote = cut("x" * 700, "x" * 600)

    assert len(quote.text) <= LONGEST
    assert set(quote.text[slice(*quote.hit)]) == {"x"}
