"""The bank of questions is large enough, spread over the skills that are asked for, and each card is complete."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from matcher.domain.catalogue import Question, QuestionKind
from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.yaml_reader import read_yaml

HERE = Path(__file__).parent
WORDS_A_MINUTE = 200
NAMED_BY_A_CARD_OF_ITS_OWN = 3
# Of two prompts at most so much may be the same words, else they ask nearly the same.
ALIKE = 0.6
ASKED_MOST = [skill for skills in read_yaml((HERE / "asked_most.yaml").read_bytes()).data.values() for skill in skills]
STOP = {
    "a",
    "an",
    "and",
    "are",
    "as",
    "do",
    "does",
    "for",
    "how",
    "in",
    "is",
    "it",
    "of",
    "on",
    "or",
    "that",
    "the",
    "this",
    "to",
    "what",
    "when",
    "which",
    "why",
    "with",
    "you",
    "your",
}


def texts(card: Question) -> Iterator[str]:
    """Return all that somebody reads of a card."""
    yield card.prompt
    for part in (card.answer_points, card.lead_adds, card.pitfalls, card.follow_ups, card.prepare, card.listen_for):
        yield from part
    if card.example:
        yield card.example


def content_words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9#+.]+", text.lower())) - STOP


def test_the_bank_holds_four_hundred_and_fifty_cards_and_more(taxonomy: Taxonomy) -> None:
    assert len(taxonomy.questions) >= 450


def test_a_hundred_skills_are_listed_as_asked_for_most() -> None:
    assert len(ASKED_MOST) >= 100
    assert [skill for skill, times in Counter(ASKED_MOST).items() if times > 1] == []


@pytest.mark.parametrize("skill", ASKED_MOST)
def test_a_skill_that_is_asked_for_most_has_two_cards_of_its_own(skill: str, taxonomy: Taxonomy) -> None:
    cards = [
        card.id
        for card in taxonomy.questions.values()
        if skill in card.skills and len(card.skills) <= NAMED_BY_A_CARD_OF_ITS_OWN
    ]
    assert len(cards) >= 2


@pytest.mark.parametrize("level", ["junior", "mid", "senior", "lead"])
def test_a_skill_that_is_asked_for_most_has_a_card_at_every_level(level: str, taxonomy: Taxonomy) -> None:
    # A posting for a junior or a lead may name any of them, and a card for others is not asked.
    asked = {
        skill
        for card in taxonomy.questions.values()
        if level in card.levels and len(card.skills) <= NAMED_BY_A_CARD_OF_ITS_OWN
        for skill in card.skills
    }
    assert [skill for skill in ASKED_MOST if skill not in asked] == []


def test_every_requirement_has_four_cards_of_two_kinds(taxonomy: Taxonomy) -> None:
    for requirement in taxonomy.requirements:
        cards = taxonomy.questions_for_requirement(requirement)
        assert len(cards) >= 4, requirement
        assert len({card.kind for card in cards}) >= 2, requirement


def test_every_role_has_three_cards_at_its_level_for_each_thing_it_asks(taxonomy: Taxonomy) -> None:
    few = {
        (role.id, requirement.id): len(cards)
        for role in taxonomy.roles.values()
        for requirement in role.requirements
        if len(
            cards := [
                card.id
                for card in taxonomy.questions_for_requirement(requirement.id)
                if role.seniority == "any" or role.seniority in card.levels
            ]
        )
        < 3
    }
    assert few == {}


def test_every_card_studies_a_requirement_and_says_for_whom(taxonomy: Taxonomy) -> None:
    assert [card.id for card in taxonomy.questions.values() if not card.requirements or not card.levels] == []


def test_every_card_says_what_spoils_an_answer_and_what_comes_next(taxonomy: Taxonomy) -> None:
    assert [card.id for card in taxonomy.questions.values() if not card.pitfalls or not card.follow_ups] == []


def test_every_card_tells_an_interviewer_what_to_listen_for_and_shows_an_answer(taxonomy: Taxonomy) -> None:
    assert [card.id for card in taxonomy.questions.values() if not card.listen_for or not card.example] == []


def test_a_card_for_leads_says_what_a_lead_adds(taxonomy: Taxonomy) -> None:
    assert [card.id for card in taxonomy.questions.values() if "lead" in card.levels and not card.lead_adds] == []


def test_an_answer_has_enough_points_and_not_too_many(taxonomy: Taxonomy) -> None:
    # certificate_in_practice has three: there is no more to say.
    odd = {
        card.id: len(card.answer_points)
        for card in taxonomy.questions.values()
        if len(card.answer_points) not in range(4, 9)
    }
    assert set(odd) <= {"engineering.certificate_in_practice"}


def test_a_behavioural_card_says_what_to_prepare(taxonomy: Taxonomy) -> None:
    behavioural = [card for card in taxonomy.questions.values() if card.kind is QuestionKind.BEHAVIOURAL]
    assert [card.id for card in behavioural if not card.prepare] == []


def test_a_card_is_read_in_less_than_two_minutes(taxonomy: Taxonomy) -> None:
    words = {card.id: len(" ".join(texts(card)).split()) for card in taxonomy.questions.values()}
    assert {name: count for name, count in words.items() if count >= 2 * WORDS_A_MINUTE} == {}


def test_no_two_cards_ask_nearly_the_same(taxonomy: Taxonomy) -> None:
    cards = [(card.id, content_words(card.prompt)) for card in taxonomy.questions.values()]
    alike = [
        (one, other)
        for index, (one, words) in enumerate(cards)
        for other, others in cards[index + 1 :]
        if len(words & others) > ALIKE * len(words | others)
    ]
    assert alike == []


def test_no_two_cards_share_an_answer_point(taxonomy: Taxonomy) -> None:
    owners: dict[str, list[str]] = {}
    for card in taxonomy.questions.values():
        for point in card.answer_points:
            owners.setdefault(point, []).append(card.id)
    assert {point: names for point, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize(
    "phrase",
    [
        "business analyst",
        "business analysis",
        "swimlane",
        "use case diagram",
        "use-case diagram",
        "use case description",
        "requirements gathering",
        "requirements management",
        "process model",
        "data flow diagram",
        "activity diagram",
        "uml",
        "job outlook",
    ],
)
def test_no_question_of_a_business_analyst_is_in_the_bank(phrase: str, taxonomy: Taxonomy) -> None:
    pattern = re.compile(rf"\b{re.escape(phrase)}", re.IGNORECASE)
    assert [card.id for card in taxonomy.questions.values() if pattern.search("\n".join(texts(card)))] == []
