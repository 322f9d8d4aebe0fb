from __future__ import annotations

import pytest

from matcher.parsing.pdf_words import Word
from matcher.parsing.reading_order_rows import build_rows, is_marker, join_broken_addresses, row_cells


def word(text: str, x: float = 0, base: float = 0, size: float = 10, *, spaced: bool = False) -> Word:
    return Word(text, x, x + 0.5 * size * len(text), base, size, spaced=spaced)


def row_of(letters: str, gap: float, space: float) -> str:
    """Set letters apart by ``gap`` and words by ``space``, without space characters."""
    words, x = [], 0.0
    for letter in letters:
        if letter == " ":
            x += space - gap
            continue
        words.append(word(letter, x))
        x += 5 + gap
    return build_rows(words)[0].text


@pytest.mark.parametrize(
    ("letters", "gap", "space"),
    [("EXPERIENCE", 4, 4), ("WORK HISTORY", 4, 12), ("SKILLS & TOOLS", 3, 9), ("EDUCATION", 9, 9)],
)
def test_letters_set_apart_are_closed_up(letters, gap, space):
    assert row_of(letters, gap, space) == letters


def test_few_single_letters_stay_apart():
    assert row_of("C R", 0, 6) == "C R"


def test_words_are_parted_by_gaps_and_by_space_characters():
    words = [word("in", 0), word("Rust", 13), word("and", 33, spaced=True), word("Go", 48.5)]
    assert build_rows(words)[0].text == "in Rust andGo"


def test_rows_come_from_top_to_bottom_and_words_from_left_to_right():
    rows = build_rows([word("b", 50, 100), word("c", 0, 120), word("a", 0, 101)])
    assert [row.text for row in rows] == ["a b", "c"]


def test_a_small_word_beside_a_large_one_stands_on_its_row():
    rows = build_rows([word("Engineer", 0, 100, 16), word("2021", 300, 97, 9)])
    assert [row.text for row in rows] == ["Engineer 2021"]


@pytest.mark.parametrize("base", [96, 103])
def test_raised_and_lowered_letters_stay_with_the_word_they_touch(base):
    rows = build_rows([word("m", 0, 100), word("2", 5.2, base, 6), word("floor", 12, 100)])
    assert [row.text for row in rows] == ["m2 floor"]


def test_a_small_line_under_a_large_one_is_its_own_row():
    rows = build_rows([word("Ada", 0, 100, 20), word("Engineer", 0, 112, 9)])
    assert [row.text for row in rows] == ["Ada", "Engineer"]


@pytest.mark.parametrize("text", ["\u2022", "-", "\u25e6", "o", "1.", "12)", "*"])
def test_list_signs_are_known(text):
    assert is_marker(text)


@pytest.mark.parametrize("text", ["C", "R", "Go", "2021", "1.5", "I", "C++", "2nd"])
def test_words_are_no_list_signs(text):
    assert not is_marker(text)


ADDRESSES = [
    (["ada.berg@example.co", "m"], ["ada.berg@example.com"]),
    (["ADA@EXAMPLE.CO", "M"], ["ADA@EXAMPLE.COM"]),
    (["ada.berg@exa", "mple.org"], ["ada.berg@example.org"]),
    (["ada.berg-", "holm@example.org"], ["ada.berg-holm@example.org"]),
    (["ada.berg", "@example.org"], ["ada.berg@example.org"]),
    (["ada.berg@example.", "org"], ["ada.berg@example.org"]),
    (["ada@example.org", "Oslo"], ["ada@example.org", "Oslo"]),
    (["ada@example.org", "ada.example"], ["ada@example.org", "ada.example"]),
    (["ada@example.org", "+47"], ["ada@example.org", "+47"]),
    (["ADA@EXAMPLE.ORG", "OSLO"], ["ADA@EXAMPLE.ORG", "OSLO"]),
    (["Oslo", "m"], ["Oslo", "m"]),
    (["Ada", "@ada_berg!"], ["Ada", "@ada_berg!"]),
]


@pytest.mark.parametrize(("broken", "whole"), ADDRESSES)
def test_broken_addresses_are_joined_and_others_stay(broken, whole):
    rows = build_rows(word(text, 0, 12 * n) for n, text in enumerate(broken))
    assert [row.text for row in join_broken_addresses(rows)] == whole


def test_an_address_far_above_is_not_joined():
    rows = build_rows([word("ada@example.co", 0, 0), word("m", 0, 40)])
    assert len(join_broken_addresses(rows)) == 2


def test_a_wide_gap_is_a_tabulator():
    assert row_cells([word("Tern", 10), word("AB", 33), word("Oslo", 120)]) == "Tern AB\tOslo"
