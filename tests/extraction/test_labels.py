"""What is said of skills outside their statement."""

from __future__ import annotations

import pytest

from matcher.extraction.extractor import SkillExtractor
from matcher.extraction.labels import Label
from matcher.pipeline import Matcher
from tests.extraction.tiny import read


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher.from_folder()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Skills\nWould like to learn:\n- Kafka\n- Redis", {"learning"}),
        ("Skills\nNever used\n- Kafka\n- Redis", {"negated"}),
        ("Skills\nHandled by others:\n- Kafka\n- Redis", {"others"}),
        ("Currently learning\nKafka, Redis", {"learning"}),
        ("Skills\nUsed daily:\n- Kafka\n- Redis", {"claimed"}),
        ("Further training\nKafka, Redis", {"claimed"}),
        ("What you can't do without\n- Kafka\n- Redis", {"claimed"}),
        ("Skills and Interests\nKafka, Redis", {"claimed"}),
    ],
)
def test_a_heading_or_lead_in_says_whose_the_skills_below_are(matcher: Matcher, text: str, expected: set[str]) -> None:
    assert {m.assertion.value for m in matcher.mentions(text)} == expected


def test_a_lead_in_ends_with_its_bullets(matcher: Matcher) -> None:
    mentions = matcher.mentions("Skills\nWant to learn:\n- Kafka\n\nWork\n- Ran Redis for two years")

    assert [m.assertion.value for m in mentions] == ["learning", "claimed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kafka? Never.", "negated"),
        ("Any Kafka? Sadly no.", "negated"),
        ("Have you run Kafka? I have not.", "negated"),
        ("Kafka? Three years.", "claimed"),
        ("Any Kafka? Of course.", "claimed"),
    ],
)
def test_a_short_answer_belongs_to_its_question(matcher: Matcher, text: str, expected: str) -> None:
    assert [m.assertion.value for m in matcher.mentions(text)] == [expected]


def test_an_answer_that_names_a_skill_speaks_of_that_one(extractor: SkillExtractor) -> None:
    assert [assertion for *_, assertion in read(extractor, "Kafka? No Redis.")] == ["claimed", "negated"]


def test_the_stand_in_of_a_label_is_its_last_word() -> None:
    label = Label(("to", "learn", ":", "{name}"), ())

    assert label.place == 3
