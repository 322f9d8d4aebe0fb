from __future__ import annotations

from matcher.pipeline import Matcher
from tests.evaluation.verdicts import GATE, measure


def test_judgement_agrees_with_a_careful_reader(matcher: Matcher) -> None:
    figures = measure(matcher, GATE)

    assert figures.accuracy >= 0.94
    assert figures.swapped / figures.scored <= 0.015
    # Two authors graded; they differ about strong engineers who lead nobody in a role that leads.
    assert figures.ranked_right / figures.ranked >= 0.91
