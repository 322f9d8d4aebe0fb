from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from matcher.pipeline import Matcher, Upload
from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.profile import (
    profile_faults,
    profile_from_data,
    profile_from_json,
    profile_questions,
    profile_requirements,
    profile_to_json,
)
from matcher.taxonomy.profile_schema import ProfileFile
from matcher.taxonomy.profile_sources import profile_from_role

KAFKA: dict[str, Any] = {
    "id": "kafka", "label": "Kafka", "importance": "required", "any_of": ["messaging.kafka"]
}  # fmt: skip
QUESTION: dict[str, Any] = {
    "id": "our-kafka", "prompt": "Tell of our topics.", "kind": "behavioural", "requirements": ["kafka"],
    "answer_points": ["names them", "knows why"],
}  # fmt: skip


def profile(**fields: Any) -> ProfileFile:
    return ProfileFile.model_validate({"title": "Streams", "requirements": [KAFKA]} | fields)


def test_a_profile_survives_being_stored_and_equal_ones_are_the_same_text() -> None:
    one = profile(questions=[QUESTION], seniority="lead")

    assert profile_from_json(profile_to_json(one)) == one
    assert profile_to_json(one) == profile_to_json(
        ProfileFile.model_validate(
            {"requirements": [KAFKA | {"weight": 1}], "questions": [QUESTION], "seniority": "lead", "title": "Streams"}
        )
    )


@pytest.mark.parametrize(
    ("fields", "path", "says"),
    [
        ({"requirements": []}, ("requirements",), "asks for nothing"),
        ({"requirements": [KAFKA, KAFKA]}, ("requirements", 1, "requirement"), "twice"),
        ({"requirements": [KAFKA | {"weight": 0}]}, ("requirements", 0, "weight"), "weight of kafka"),
        ({"requirements": [KAFKA | {"any_of": []}]}, ("requirements", 0, "any_of"), "Nothing can show it"),
        ({"requirements": [KAFKA | {"any_of": ["messaging.kafkaa"]}]}, ("requirements", 0, "any_of"), "no 'messaging"),
        ({"requirements": [KAFKA | {"related": ["x.y"]}]}, ("requirements", 0, "related"), "no 'x.y'"),
        ({"requirements": [KAFKA | {"signals": ["juggling"]}]}, ("requirements", 0, "signals"), "no 'juggling'"),
        (
            {"requirements": [KAFKA | {"min_years": 2, "partial_years": 3}]},
            ("requirements", 0, "partial_years"),
            "not below",
        ),
        ({"questions": [QUESTION, QUESTION | {"prompt": "Else?"}]}, ("questions", 1, "id"), "taken"),
        ({"questions": [QUESTION, QUESTION | {"id": "b"}]}, ("questions", 1, "prompt"), "asks the same"),
        ({"questions": [QUESTION | {"requirements": []}]}, ("questions", 0, "requirements"), "nobody will see it"),
        ({"questions": [QUESTION | {"requirements": ["x"]}]}, ("questions", 0, "requirements"), "no 'x'"),
        ({"left_out": ["no.such"]}, ("left_out",), "no 'no.such'"),
    ],
)
def test_the_rules_of_the_taxonomy_hold_for_a_profile(
    fields: dict[str, Any], path: tuple[object, ...], says: str, taxonomy: Taxonomy
) -> None:
    found = [fault for fault in profile_faults(profile(**fields), taxonomy) if fault.blocking]

    assert [fault.path for fault in found] == [path]
    assert says in found[0].message
    assert found[0].remedy


def test_questions_carry_all_that_an_interviewer_reads() -> None:
    texts = {"lead_adds": ["a"], "pitfalls": ["b"], "follow_ups": ["c"], "prepare": ["d"], "listen_for": ["e"]}
    found = profile_questions(profile(questions=[QUESTION | texts | {"example": "f"}]))[0]

    assert (found.lead_adds, found.pitfalls, found.follow_ups) == (("a",), ("b",), ("c",))
    assert (found.prepare, found.listen_for, found.example) == (("d",), ("e",), "f")


def test_few_questions_are_advice_and_stop_nothing(taxonomy: Taxonomy) -> None:
    odd = KAFKA | {"id": "odd", "label": "Odd", "kind": "degree", "any_of": []}
    found = profile_faults(profile(requirements=[KAFKA, odd]), taxonomy)

    assert [(fault.path, fault.blocking) for fault in found] == [(("requirements", 1), False)]


def test_a_wrong_shape_is_told_without_names_of_our_classes(taxonomy: Taxonomy) -> None:
    for data in (None, [], {"title": 3, "requirements": [{"label": ""}]}, {"titel": "x"}):
        found, faults = profile_from_data(data, taxonomy)

        assert found is None
        assert faults
        assert "Profile" not in " ".join(fault.message for fault in faults)


def test_a_shipped_role_as_a_profile_judges_as_the_role_does(
    matcher: Matcher, taxonomy: Taxonomy, sample: Upload, as_of: date
) -> None:
    reading = matcher.read(sample, as_of=as_of)
    for role in taxonomy.roles.values():
        by_role = matcher.judge(reading, matcher.role(role.id), as_of=as_of)
        by_profile = matcher.judge(reading, matcher.profile(profile_from_role(role), role.id), as_of=as_of)

        assert by_profile.requirements == by_role.requirements
        assert by_profile.score == by_role.score
        assert by_profile.gaps == by_role.gaps


def test_a_degree_and_years_reach_the_judgement(taxonomy: Taxonomy) -> None:
    years = {"id": "years", "label": "Years", "importance": "required", "kind": "experience", "min_years": 4}
    asked = profile_requirements(
        profile(
            requirements=[KAFKA, years],
            seniority="senior",
            degree={"level": "master", "required": True, "equivalent_ok": False},
        ),
        "prf_1",
    )

    assert (asked.role, asked.level, asked.min_years) == ("prf_1", "senior", 4.0)
    assert asked.degree is not None
    assert asked.degree.level == "master"


def test_a_teams_own_questions_come_first_and_those_left_out_do_not_come(
    matcher: Matcher, taxonomy: Taxonomy, sample: Upload, as_of: date
) -> None:
    bank = [one.id for one in taxonomy.questions.values() if "messaging.kafka" in one.skills]
    ours = profile(questions=[QUESTION], left_out=bank[:1])
    text = Upload(b"Ada Byte\n\nExperience\n\nDeveloper, Acme, 2019 - 2022\n- Wrote services in Go.\n", "a.txt")
    report = matcher.report(text, matcher.profile(ours, "prf_1"), as_of=as_of)
    asked = [question.id for question in report.gaps[0].questions]
    assert asked[0] == "our-kafka"
    assert len(asked) > 1
    assert bank[0] not in asked
