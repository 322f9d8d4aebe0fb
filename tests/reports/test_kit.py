from __future__ import annotations

from datetime import date

import pytest

from matcher.domain.report import Report
from matcher.pipeline import Matcher, Target, Upload
from matcher.recruiting import blinder_of, kit_of
from matcher.reports.kit import MOST_PROBES, RATINGS, Kit

DAY = date(2026, 11, 1)
TEXT = """Ada Byte
ada@example.org

Experience

Back-end Engineer, Quillmere
January 2018 - present
- Built services in Go; Ada tuned PostgreSQL.

Skills
Go, PostgreSQL, Kubernetes, OAuth 2.0
"""
THIN = Upload(TEXT.encode(), "ada.txt")


@pytest.fixture(scope="module")
def target(matcher: Matcher) -> Target:
    return matcher.role("lead-backend-engineer")


@pytest.fixture(scope="module")
def masked(matcher: Matcher, target: Target) -> Report:
    reading = matcher.read(THIN, as_of=DAY)
    return blinder_of(matcher, reading, as_of=DAY, filename="ada.txt").report(matcher.judge(reading, target, as_of=DAY))


@pytest.fixture(scope="module")
def kit(matcher: Matcher, target: Target, masked: Report) -> Kit:
    return kit_of(matcher, target, report=masked, candidate="Resume A1")


def test_the_kit_of_a_role_is_the_same_part_of_every_candidates_kit(matcher: Matcher, target: Target, kit: Kit) -> None:
    role = kit_of(matcher, target)

    assert (role.core, role.stories) == (kit.core, kit.stories)
    assert role.probes == ()
    assert [part[0] for part in role.parts] == ["The same for everybody", "Own stories"]


def test_at_most_six_probes_begin_with_what_is_not_there(kit: Kit) -> None:
    assert len(kit.probes) == MOST_PROBES
    assert kit.probes[0].why.startswith("No line of the resume shows it.")
    assert all(ask.reason and ask.points for ask in kit.probes)


def test_what_is_only_listed_is_probed_from_its_line(matcher: Matcher, target: Target, masked: Report) -> None:
    listed = [one for one in masked.requirements if one.id in {"containers", "security"}]
    few = Report(**{**{name: getattr(masked, name) for name in masked.__slots__}, "requirements": tuple(listed)})

    probes = kit_of(matcher, target, report=few).probes

    assert [ask.label for ask in probes] == ["Security and data protection", "Containers"]
    assert all(ask.quote and "Kubernetes, OAuth 2.0" in ask.quote.text for ask in probes)
    assert probes[0].why == "The resume names it, and no line says what was done with it."


def test_no_question_is_asked_twice(kit: Kit) -> None:
    prompts = [ask.prompt for _, _, asks in kit.parts for ask in asks]

    assert len(set(prompts)) == len(prompts)


def test_points_are_told_by_level(matcher: Matcher, kit: Kit) -> None:
    heads = {head for ask in kit.core for head, _ in ask.points}
    junior = {head for ask in kit_of(matcher, matcher.role("junior-backend-engineer")).core for head, _ in ask.points}

    assert {"Good signs", "At every level", "A lead adds"} <= heads
    assert "A lead adds" not in junior


def test_a_choice_decides_what_everybody_is_asked(matcher: Matcher, target: Target, masked: Report) -> None:
    kit = kit_of(matcher, target, report=masked, chosen=["api-design"])

    assert [ask.label for ask in kit.core] == ["API design"]


def test_quotes_are_those_of_the_report_that_was_handed_in(kit: Kit) -> None:
    assert "Ada" not in " ".join(ask.quote.text for ask in kit.probes if ask.quote)


def test_ratings_end_with_own_experience() -> None:
    assert (RATINGS[0], RATINGS[-1]) == ("Not asked", "All, with own experience")
