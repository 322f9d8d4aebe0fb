"""Where a known name stands."""

from __future__ import annotations

import pytest

from matcher.extraction.extractor import SkillExtractor
from tests.extraction.tiny import claimed


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Spring Boot services", ["spring_boot"]),
        ("Kafka and Redis", ["kafka", "redis"]),
        ("Elastic Search on k8s", ["elasticsearch", "kubernetes"]),
        ("micro-services and micro services", ["microservices", "microservices"]),
        ("Ran Kuber-\nnetes at scale", []),
        ("Docker(Redis)", ["docker", "redis"]),
        ("Dockerless and Rediscovered", []),
        ("javascript", []),
        ("Aurora PostgreSQL", ["aurora", "postgresql"]),
        ("Docker administration", ["docker", "administration"]),
    ],
)
def test_the_longest_name_wins_and_words_are_whole(extractor: SkillExtractor, text: str, skills: list[str]) -> None:
    assert claimed(extractor, text) == skills
