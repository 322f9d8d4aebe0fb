from __future__ import annotations

import pytest

from matcher.taxonomy.entry_rules import (
    card_faults,
    coverage_faults,
    evidence_faults,
    source_faults,
    weight_faults,
)
from matcher.taxonomy.profile_schema import ProfileQuestion, ProfileRequirement


def asked(**fields: object) -> ProfileRequirement:
    return ProfileRequirement.model_validate({"id": "one", "label": "One", "importance": "required"} | fields)


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"kind": "skills"}, "any_of"),
        ({"kind": "signal"}, "signals"),
        ({"kind": "experience", "min_years": 2, "partial_years": 2}, "partial_years"),
        ({"kind": "experience", "min_years": 0}, "partial_years"),
    ],
)
def test_a_requirement_that_nothing_can_meet_is_told_by_its_key(fields: dict[str, object], key: str) -> None:
    assert [fault[0] for fault in evidence_faults(asked(**fields))] == [key]


@pytest.mark.parametrize(
    "fields",
    [
        {"any_of": ["messaging.kafka"]},
        {"kind": "signal", "any_of": ["messaging.kafka"]},
        {"kind": "experience", "min_years": 2, "partial_years": 1},
        {"kind": "degree"},
    ],
)
def test_one_that_can_be_met_is_left_alone(fields: dict[str, object]) -> None:
    assert list(evidence_faults(asked(**fields))) == []


def test_lists_ask_once_and_with_a_weight() -> None:
    found = list(weight_faults([("a", 1), ("b", 0), ("a", 2), ("c", -1)]))

    assert [(place, fault[0]) for place, fault in found] == [(1, "weight"), (2, "requirement"), (3, "weight")]


def test_questions_of_one_kind_prepare_nobody() -> None:
    assert list(coverage_faults(["technical"] * 9))
    assert list(coverage_faults(["technical", "design"]))
    assert not list(coverage_faults(["technical", "design"] * 2))


def test_a_card_studies_something_and_is_read_in_two_minutes() -> None:
    base = {"id": "q", "prompt": "Why?", "kind": "technical", "answer_points": ["a", "b"]}
    idle = ProfileQuestion.model_validate(base)
    long = ProfileQuestion.model_validate(base | {"requirements": ["one"], "prepare": ["word " * 397]})

    assert [fault[0] for fault in card_faults(idle)] == ["requirements"]
    assert [fault[0] for fault in card_faults(long)] == ["answer_points"]


def test_what_comes_from_nowhere_is_told() -> None:
    assert list(source_faults([]))
    assert not list(source_faults(["own"]))
