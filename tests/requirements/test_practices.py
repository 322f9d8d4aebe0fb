"""Ways of working become our own requirements, with their rules."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matcher.requirements.job_description import JobReading
from matcher.taxonomy.index import Taxonomy


@pytest.mark.parametrize(
    ("line", "requirement"),
    [
        ("Lead a team of five engineers", "team-leadership"),
        ("People management experience", "team-leadership"),
        ("Mentor the juniors", "mentoring"),
        ("Coaching junior developers", "mentoring"),
        ("Work closely with product managers", "collaboration"),
        ("Write technical documentation", "documentation"),
        ("Take part in the on-call rotation", "troubleshooting"),
        ("Own the architecture of our ledger", "system-design"),
    ],
)
def test_a_way_of_working_is_our_own_requirement(
    line: str, requirement: str, read: Callable[[str], JobReading], taxonomy: Taxonomy
) -> None:
    asked = {entry.id: entry for entry in read(f"Developer\n\nTasks\n- Write Haskell\n- {line}\n").target.requirements}
    assert requirement in asked
    assert asked[requirement].criteria == taxonomy.requirements[asked[requirement].id].criteria


@pytest.mark.parametrize(
    "line",
    ["Work on the leading shop", "You follow the team's lead", "Documented taste for tea", "Code that teams can run"],
)
def test_a_similar_word_is_no_way_of_working(line: str, read: Callable[[str], JobReading], taxonomy: Taxonomy) -> None:
    asked = read(f"Developer\n\nTasks\n- Write Haskell\n- {line}\n").target.requirements
    assert not [entry.id for entry in asked if entry.id in taxonomy.requirements]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Work with product and front end", False),
        ("Work closely with the machine learning and design teams", False),
        ("Work with product on machine learning", True),
        ("Experience with machine learning", True),
    ],
)
def test_the_trade_of_colleagues_is_not_asked_for(line: str, asked: bool, read: Callable[[str], JobReading]) -> None:
    target = read(f"Developer\n\nTasks\n- Write Haskell\n- {line}\n").target
    named = {skill for requirement in target.requirements for skill in requirement.any_of}
    assert bool(named & {"data.machine_learning", "frontend.frontend_development"}) is asked
