"""Whose a skill is."""

from __future__ import annotations

import pytest

from matcher.domain.candidate import Strength
from matcher.extraction.extractor import SkillExtractor
from tests.extraction.tiny import make_document, read

CASES = [
    ("no experience with Kafka, but strong in Redis", "negated claimed"),
    ("No experience with Kafka, Redis or Docker", "negated negated negated"),
    ("no data loss on Kafka", "claimed"),
    ("Replaced Jenkins with Docker", "claimed claimed"),
    ("neither Kafka nor Redis, yet Docker", "negated negated claimed"),
    ("Never used Kafka; used Redis", "negated claimed"),
    ("Never used or administered Kafka", "negated"),
    ("No experience with Kafka and built stores on Redis", "negated claimed"),
    ("Not only Kafka but Redis", "claimed claimed"),
    ("Redis, no Kafka", "claimed negated"),
    ("lack of Kafka experience", "negated"),
    ("did not use Docker, I used Jenkins", "negated claimed"),
    ("hoping to learn Kafka", "learning"),
    ("Planning to get certified in Kubernetes", "learning"),
    ("learned Kafka on the job", "claimed"),
    ("Docker (learning), Redis", "learning claimed"),
    ("interested in Docker", "learning"),
    ("worked next to the PostgreSQL team", "others"),
    ("Worked in an environment where developers used Kafka and Redis", "others others"),
    ("Worked in an environment where Kafka was used", "others"),
    ("Exposed to a stack that included Kafka", "others"),
    ("Built a platform that ran on Kafka", "claimed"),
    ("Set up an environment where we used Docker", "claimed"),
    ("Next: Kubernetes and Redis", "learning learning"),
    ("On my list for next year: Kafka", "learning"),
    ("I have no Docker or Kafka to show", "negated negated"),
    ("our partner ran the Kubernetes cluster", "others"),
    ("our partner ran and patched the Kubernetes cluster", "others"),
    ("Ran Redis while our partner ran Docker", "claimed others"),
    ("Built a store for our partner on Redis", "claimed"),
    ("led the Kubernetes team", "claimed"),
    ("Docker was managed by another team", "others"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_skill_is_given_to_the_one_the_sentence_gives_it_to(
    extractor: SkillExtractor, text: str, expected: str
) -> None:
    assert [assertion for _, _, assertion in read(extractor, text)] == expected.split()


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        ("familiar with Kafka", [True]),
        ("basic Docker, strong Redis", [True, False]),
        ("exposure to Kafka and Redis", [True, True]),
        ("Docker (basic), Redis", [True, False]),
        ("built Docker images", [False]),
    ],
)
def test_weak_words_make_a_claim_weak(extractor: SkillExtractor, text: str, weak: list[bool]) -> None:
    assert [m.strength is Strength.WEAK for m in extractor.extract(make_document(text))] == weak
