from __future__ import annotations

from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.profile_sources import profile_from_role
from matcher.web.profile_view import bank_cards, view_profile
from tests.web.test_profile_form import PROFILE


def test_a_profile_is_shown_with_names_and_questions(taxonomy: Taxonomy) -> None:
    view = view_profile(PROFILE, taxonomy)
    one = view.requirements[0]

    assert one.any_of == ("Apache Kafka",)
    assert [question.prompt for question in one.own] == ["Why?"]
    assert "streaming.kafka_delivery" not in [card.id for card in one.bank]
    assert (view.required, view.preferred, view.questions) == (1, 0, 1 + len(one.bank))


def test_a_shipped_role_needs_no_advice(taxonomy: Taxonomy) -> None:
    for role in taxonomy.roles.values():
        view = view_profile(profile_from_role(role), taxonomy)

        assert [one.advice for one in view.requirements if one.advice] == []
        assert (view.required + view.preferred) == len(role.requirements)


def test_what_has_few_questions_is_told(taxonomy: Taxonomy) -> None:
    ids = [card.id for card in bank_cards("kafka", ("messaging.kafka",), taxonomy)]
    view = view_profile(PROFILE.model_copy(update={"left_out": ids}), taxonomy)

    assert "It has 1 questions of 1 kinds." in view.requirements[0].advice[0]


def test_a_wide_requirement_is_not_studied_skill_by_skill(taxonomy: Taxonomy) -> None:
    assert bank_cards("none", ("messaging.kafka",), taxonomy)
    assert bank_cards("none", ("messaging.kafka", "a", "b", "c", "d"), taxonomy) == ()
