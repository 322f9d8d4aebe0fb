"""The postings of our own that rules were written on are read right; the figures themselves count what they say."""

from __future__ import annotations

import json
from pathlib import Path

from matcher.pipeline import Matcher
from tests.evaluation.postings import ASKED, GATE, Count, measure, measure_asked


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


def test_what_is_asked_beside_products_is_found_too(matcher: Matcher) -> None:
    figures = measure_asked(matcher, ASKED)

    assert figures.ideas.recall >= 0.95
    assert figures.products.recall >= 0.95
    assert figures.misplaced <= 7
    assert figures.noise == 0
    assert figures.years >= figures.read - 2


def test_things_asked_are_counted_by_either_name(matcher: Matcher, tmp_path: Path) -> None:
    path = tmp_path / "asked.yaml"
    path.write_text(
        "- {name: one, required: [languages.java, mentoring], preferred: [languages.go|languages.rust, security],"
        " never: [containers.docker], min_years: 4,"
        ' text: "Developer\\n\\nRequirements\\n- 3 years of Java\\n- Docker\\n- Go\\n- Coaching juniors\\n"}\n',
        "utf-8",
    )

    figures = measure_asked(matcher, path)

    assert (figures.products, figures.ideas) == (Count(found=2), Count(found=1, lacking=1))
    assert (figures.misplaced, figures.noise, figures.years) == (1, 1, 0)
    assert figures.misses == ["one: security"]
