"""Single letters."""

from __future__ import annotations

import pytest

from matcher.extraction.context import Context
from matcher.extraction.formulas import letter_in_formula
from matcher.extraction.layout import Layout
from matcher.extraction.reading import Candidate
from tests.extraction.tiny import make_reading


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("R & D", True),
        ("m/R/d", True),
        ("Toys R's", True),
        ("Toys R Us & R. Us", False),
        ("Plots in R", False),
        ("R, Java", False),
    ],
)
def test_a_letter_of_a_formula_is_no_language(text: str, within: bool) -> None:
    reading = make_reading(text)
    at = reading.tokens.words.index("R")
    candidate = Candidate(at, at + 1, 0, ())
    reading.candidates = [candidate]

    assert letter_in_formula(candidate, Layout(reading, Context({}))) is within
