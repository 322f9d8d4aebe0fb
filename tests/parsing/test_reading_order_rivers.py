from __future__ import annotations

from matcher.parsing.pdf_words import Word
from matcher.parsing.reading_order_rivers import find_rivers, without_date_rows
from matcher.parsing.reading_order_rows import Row


def rows(*shapes: list[tuple[float, float]]) -> list[Row]:
    """Make one row for each shape: the words' left and right edges, rows twelve points apart."""
    return [Row([Word("word", x0, x1, 12.0 * n, 10) for x0, x1 in shape], 12.0 * n) for n, shape in enumerate(shapes)]


BOTH = [(0, 100), (120, 300)]
WHOLE = [(0, 300)]
LEFT = [(0, 90)]


def found(*shapes: list[tuple[float, float]], width: float = 8) -> list[tuple[float, float, int, int]]:
    return [(r.x0, r.x1, r.first, r.last) for r in find_rivers(rows(*shapes), width)]


def test_an_empty_band_between_two_sides_is_a_river():
    assert found(BOTH, BOTH, BOTH)[0] == (100, 120, 0, 3)


def test_a_row_that_crosses_parts_rivers():
    assert found(BOTH, BOTH, BOTH, WHOLE, BOTH, BOTH, BOTH)[:2] == [(100, 120, 0, 3), (100, 120, 4, 7)]


def test_rows_on_one_side_only_do_not_end_a_river():
    assert found(LEFT, BOTH, BOTH, LEFT, BOTH)[0] == (100, 120, 0, 5)


def test_a_band_narrower_than_asked_is_none():
    assert found(BOTH, BOTH, BOTH, width=21) == []


def test_a_page_margin_is_none():
    assert found(LEFT, LEFT, LEFT, LEFT) == []


def test_the_gap_behind_a_bullet_sign_is_none():
    items = rows(*[[(0, 4), (20, 300)]] * 4)
    for row in items:
        row.words[0].text = "\u2022"
    assert find_rivers(items, 8) == []


def test_a_river_with_few_lines_on_one_side_is_thin():
    assert find_rivers(rows(BOTH, LEFT, LEFT, LEFT), 8)[0].thin
    assert not find_rivers(rows(BOTH, BOTH, BOTH), 8)[0].thin


def test_a_river_ends_above_entries_with_dates():
    table = [(0, 60), (150, 200)]
    entry = [(0, 100), (270, 300)]
    page = rows(table, table, table, [(0, 50)], entry, LEFT, entry)
    for row in page[3:]:
        row.base += 20
        row.words[0].base += 20
    river = find_rivers(page, 8)[0]
    assert (river.first, river.last) == (0, 7)
    assert without_date_rows(page, river).last == 3


def test_a_letter_without_width_on_the_bank_is_beside_the_river():
    page = rows(*[[(0, 0), (40, 40)]] * 4)
    river = find_rivers(page, 8)[0]
    assert without_date_rows(page, river).last == 4


def test_a_river_between_columns_is_left_whole():
    page = rows(BOTH, BOTH, LEFT, BOTH)
    river = find_rivers(page, 8)[0]
    assert without_date_rows(page, river) == river
