"""Lines whose letter case tells nothing."""

from __future__ import annotations

import pytest

from matcher.extraction.reading import Candidate
from matcher.extraction.titles import is_uniform
from tests.extraction.tiny import make_reading


@pytest.mark.parametrize(
    ("text", "uniform"),
    [
        ("wrote services in falcon", True),
        ("Senior Falcon Consultant For Payment", True),
        ("Ported Quovex to Falcon", False),
        ("Wrote services in Falcon", False),
        ("Falcon Services, Payment, Logistics", False),
    ],
)
def test_capitals_that_are_due_make_no_title(text: str, uniform: bool) -> None:
    reading = make_reading(text)
    at = reading.tokens.lowers.index("falcon")

    assert is_uniform(reading.tokens, reading.units[0], [Candidate(at, at + 1, 0, ())]) is uniform
