from __future__ import annotations

import pytest

from matcher.parsing.pdf_accents import combine_accents
from matcher.parsing.pdf_glyphs import Glyph, Ink

INK = Ink()


def drawn(*pieces: tuple[str, float, float]) -> str:
    """Combine glyphs given as text, left edge and right edge."""
    glyphs = [Glyph(text, x0, 0, x1, 0, 10, 0, INK, n) for n, (text, x0, x1) in enumerate(pieces)]
    return "".join(glyph.text for glyph in combine_accents(glyphs))


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([("f", 0, 5), ("´", 6, 9), ("e", 5, 10)], "fé"),
        ([("f", 0, 5), ("e", 5, 10), ("´", 6, 9), ("s", 10, 14)], "fés"),
        ([("M", 0, 8), ("¨", 9, 12), ("u", 8, 13), ("l", 13, 15)], "Mül"),
        ([("´", 0, 3), ("ı", 0, 3)], "í"),
        ([("c", 0, 5), ("¸", 1, 4)], "ç"),
        ([("~", 0, 5), ("n", 0, 5), ("o", 5, 10)], "ño"),
    ],
)
def test_an_accent_over_a_letter_becomes_one_with_it(pieces, expected):
    assert drawn(*pieces) == expected


@pytest.mark.parametrize(
    "pieces",
    [
        [("a", 0, 5), ("^", 5, 10), ("b", 10, 15)],
        [("~", 0, 5), ("5", 0, 5)],
        [("`", 0, 3), ("l", 3, 5), ("s", 5, 9), ("`", 9, 12)],
        [("´", 0, 3), ("x", 20, 25)],
        [("q", 0, 5), ("¨", 0, 4)],
        [("´", 0, 3)],
    ],
)
def test_signs_in_their_own_place_stay(pieces):
    assert drawn(*pieces) == "".join(text for text, _, _ in pieces)
