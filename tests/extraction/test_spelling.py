"""Slips of the pen."""

from __future__ import annotations

import pytest

from matcher.domain.candidate import MatchMethod
from matcher.extraction.extractor import SkillExtractor
from tests.extraction.tiny import claimed, make_document


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Postgress and Redis", ["postgresql", "redis"]),
        ("Experience with Kuberntes", ["kubernetes"]),
        ("Pyhton, Jenkis", ["python", "jenkins"]),
        ("Elasticserach cluster", ["elasticsearch"]),
        ("Set up Ypthon for all", ["python"]),
        ("Rdis and Java", ["redis", "java"]),
        ("Tuned Sprng once", ["spring"]),
    ],
)
def test_a_near_miss_in_the_place_of_a_skill_is_mended(extractor: SkillExtractor, text: str, skills: list[str]) -> None:
    assert claimed(extractor, text) == skills


@pytest.mark.parametrize(
    "text",
    [
        "Redos with Java",
        "Reported to Ann Jenkin about Java",
        "Dockers by the sea",
        "Jav and Java",
        "Docked with Redis",
        "RDIS and Java",
        "Moved to Rdis",
        "Dined with Sprng",
        "Postgraduate, Redis",
    ],
)
def test_ordinary_words_names_and_short_words_are_left_alone(extractor: SkillExtractor, text: str) -> None:
    assert set(claimed(extractor, text)) <= {"java", "redis"}


def test_a_word_that_the_document_repeats_is_its_own(extractor: SkillExtractor) -> None:
    text = "Founded Dockar with Redis. Dockar grew. Dockar was sold."

    assert claimed(extractor, text) == ["redis"]


def test_a_correction_shows_its_similarity(extractor: SkillExtractor) -> None:
    mention = extractor.extract(make_document("Postgress and Redis"))[0]

    assert mention.method is MatchMethod.SPELLING
    assert mention.similarity == pytest.approx(8 / 9)
