from __future__ import annotations

import pytest

from matcher.domain.document import Box
from matcher.parsing.pdf_glyphs import UNMAPPED, Glyph, Ink
from matcher.parsing.pdf_words import build_words, page_words

INK = Ink()


def glyphs(letters: str, x: float = 0, y: float = 0, *, step: float = 5, size: float = 10) -> list[Glyph]:
    """Set letters five points wide, ``step`` points apart; a space takes a step without a glyph."""
    return [
        Glyph(letter, x + n * step, y, x + n * step + 5, y, size, 0, INK, n)
        for n, letter in enumerate(letters)
        if letter != "_"
    ]


def words(letters: list[Glyph]) -> list[str]:
    return [word.text for word in build_words(letters, 0)]


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("Rust", ["Rust"]),
        ("in Rust", ["in", "Rust"]),
        ("in_Rust", ["in", "Rust"]),
        ("\ue012 Oslo", ["Oslo"]),
        ("\uf0b7_Oslo", ["•", "Oslo"]),
        (f"{UNMAPPED}Oslo", ["Oslo"]),
        ("C++", ["C++"]),
        ("book", ["book"]),
        (" ", []),
        ("", []),
    ],
)
def test_letters_are_joined_up_to_gaps(letters, expected):
    assert words(glyphs(letters)) == expected


def test_a_word_drawn_twice_for_a_shadow_is_kept_once():
    assert words([*glyphs("Ada"), *glyphs("Ada", x=0.4, y=-0.3)]) == ["Ada"]


def test_the_same_word_elsewhere_is_kept():
    assert words([*glyphs("Go"), *glyphs("Go", x=60), *glyphs("Go", y=-20)]) == ["Go", "Go", "Go"]


def test_letters_each_drawn_twice_are_kept_once():
    doubled = [glyph for letter in glyphs("Ada") for glyph in (letter, letter)]
    assert words(doubled) == ["Ada"]


def test_baselines_count_downward():
    first, second = build_words([*glyphs("up", y=700), *glyphs("down", y=600)], 0)
    assert first.base < second.base


def test_text_written_upward_is_turned():
    letters = [Glyph(c, 100, 50 + 5 * n, 100, 55 + 5 * n, 10, 1, INK, n) for n, c in enumerate("Ada")]
    page = page_words(1, letters, (0, 0, 200, 300), 1)
    (word,) = page.words
    assert (word.text, page.quarter, page.top, page.height) == ("Ada", 1, 0, 200)
    assert page.box(word.x0, word.top, word.x1, word.bottom) == Box(92, 235, 102, 250)


def test_words_in_other_directions_are_set_aside():
    sideways = [Glyph("x", 100, 50, 100, 55, 10, 1, INK, 9)]
    page = page_words(1, [*glyphs("Ada"), *sideways], (0, 0, 200, 300), 1)
    assert [w.text for w in page.words] == ["Ada"]
    assert [[w.text for w in group] for group in page.aside] == [["x"]]


def test_an_empty_page_has_no_words():
    page = page_words(1, [], (0, 0, 200, 300), 1)
    assert (list(page.words), list(page.aside), page.quarter) == ([], [], 0)
