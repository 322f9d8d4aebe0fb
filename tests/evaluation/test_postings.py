"""The postings of our own that rules were written on are read right; the figures themselves count what they say."""

from __future__ import annotations

import json
from pathlib import Path

from matcher.pipeline import Matcher
from tests.evaluation.postings import GATE, Count, measure


def test_the_gate_is_read_almost_without_a_miss(matcher: Matcher) -> None:
    figures = measure(matcher, GATE)
    assert figures.skills["required"].f1 >= 0.98
    assert figures.skills["preferred"].f1 >= 0.98
    assert (figures.noise, figures.years) == (0, figures.read)


def test_misses_noise_and_years_are_counted(matcher: Matcher, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Developer\n\nRequirements\n- 3 years of Java\n- Docker\n", "utf-8")
    gold = {"required": [["languages.java"], ["languages.sql"]], "preferred": [], "never": ["containers.docker"]}
    (tmp_path / "one.json").write_text(json.dumps({**gold, "min_years": 4}), "utf-8")

    figures = measure(matcher, tmp_path)

    assert figures.skills["required"] == Count(found=1, extra=1, lacking=1)
    assert figures.skills["required"].f1 == 0.5
    assert (figures.noise, figures.years, figures.read) == (1, 0, 1)
    assert len(figures.misses) == 1
