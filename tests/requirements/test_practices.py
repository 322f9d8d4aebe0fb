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
        ("Review designs of other teams", "system-design"),
        ("REST API design", "api-design"),
        ("Design stable interfaces for partners", "api-design"),
        ("You write unit tests as a matter of course", "automated-testing"),
        ("Secure coding practices", "security"),
        ("Fault tolerance and high availability", "reliability"),
        ("Optimisation of database queries", "database-design"),
        ("Performance tuning of our services", "performance"),
        ("Experience with the public cloud", "cloud-platforms"),
        ("You know your way around relational databases", "relational-databases"),
        ("Break the ledger out into services", "microservices"),
        ("Build our deployment pipelines", "ci-cd"),
        ("Good communication, also with tellers", "collaboration"),
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
    [
        "Work on the leading shop",
        "You follow the team's lead",
        "Documented taste for tea",
        "Code that teams can run",
        "A security clearance is needed",
        "High standards of service",
    ],
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


def test_products_that_our_requirement_takes_are_not_asked_for(read: Callable[[str], JobReading]) -> None:
    target = read("Developer\n\nRequirements\n- Haskell\n- REST API design\n").target

    own = next(entry for entry in target.requirements if entry.id == "api-design")

    assert "apis.graphql" not in own.any_of
    assert {"apis.graphql", "apis.grpc"} <= set(own.related)
    assert own.signals == ("api-design",)


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Set the technical direction of three teams", "people.technical_leadership"),
        ("Lead a team of engineers", "people.team_leadership"),
    ],
)
def test_a_phrase_stands_for_the_skill_that_it_names(line: str, skill: str, read: Callable[[str], JobReading]) -> None:
    target = read(f"Developer\n\nTasks\n- Write Haskell\n- {line}\n").target

    assert skill in next(entry.any_of for entry in target.requirements if entry.id == "team-leadership")


def test_a_phrase_for_a_family_says_nothing_beside_its_members(read: Callable[[str], JobReading]) -> None:
    alone = read("Developer\n\nRequirements\n- Haskell\n- Cloud experience\n").target
    beside = read("Developer\n\nRequirements\n- Haskell\n- Cloud experience, ideally AWS\n").target

    assert "cloud-platforms" in {entry.id for entry in alone.requirements}
    assert [entry.id for entry in beside.requirements] == ["haskell", "aws"]


def test_years_and_a_nodding_acquaintance_hold_for_our_own_requirements(read: Callable[[str], JobReading]) -> None:
    text = "Developer\n\nRequirements\n- Haskell\n- 3 years of microservices\n- Basic knowledge of containers\n"

    asked = {entry.id: entry for entry in read(text).target.requirements}

    assert asked["microservices"].min_years == 3
    assert asked["containers"].level == "listed"
