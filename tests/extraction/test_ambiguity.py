"""The technology or the everyday word."""

from __future__ import annotations

import pytest

from matcher.extraction.extractor import SkillExtractor
from tests.extraction.tiny import claimed

TECHNOLOGY = [
    ("Go, Java and Python", "go"),
    ("go, java", "go"),
    ("PROGRAMMING LANGUAGES: GO, JAVA", "go"),
    ("Services written in Go", "go"),
    ("Go developer since 2019", "go"),
    ("Moved from Python to Go", "go"),
    ("A Go daemon with goroutines", "go"),
    ("Go-based tooling", "go"),
    ("Spring services behind Redis", "spring"),
    ("Java/Spring", "spring"),
    ("Python with Express", "express"),
    ("Drivers in C", "c"),
    ("A legacy C codebase", "c"),
    ("Skills: Swift", "swift"),
    ("Retired the Spring services", "spring"),
    ("Our last Express routes", "express"),
    ("Connected Express to the till", "express"),
    ("'Express' > 'Java'", "express"),
]
EVERYDAY = [
    ("Go to market with Java", "go"),
    ("Ready to go, with Python", "go"),
    ("Things go well in Java", "go"),
    ("go-live of the Java portal", "go"),
    ("Spring 2019: moved to Java", "spring"),
    ("In the spring we used Java", "spring"),
    ("Spring cleaning", "spring"),
    ("express delivery of Redis mugs", "express"),
    ("an express train", "express"),
    ("Plan C was Java", "c"),
    ("C-level talks", "c"),
    ("R&D and C. Smith", "c"),
    ("a swift answer about Kafka", "swift"),
    ("Swift answers to callers", "swift"),
    ("Boarded Express and slept", "express"),
    ("Express parcels, software of our own", "express"),
]


CONCEPT = [
    ("Experience in performance", True),
    ("Skills: performance, Redis", True),
    ("Raised performance by a third", False),
    ("Performance bonus", False),
    ("Experience in performance tools such as Redis", False),
]


@pytest.mark.parametrize(("text", "named"), CONCEPT)
def test_a_bare_concept_counts_where_it_is_named_as_a_skill(extractor: SkillExtractor, text: str, named: bool) -> None:
    assert ("tuning" in claimed(extractor, text)) is named


@pytest.mark.parametrize("text", ["Java\nSpring", "Spring\nJava"])
def test_a_name_that_fills_its_line_is_vouched_for_by_the_line_beside_it(extractor: SkillExtractor, text: str) -> None:
    assert sorted(claimed(extractor, text)) == ["java", "spring"]


def test_names_without_commas_are_a_list_if_the_line_holds_nothing_else(extractor: SkillExtractor) -> None:
    assert claimed(extractor, "java spring redis") == ["java", "spring", "redis"]
    assert claimed(extractor, "in java last spring with redis") == ["java", "redis"]


@pytest.mark.parametrize(("text", "skill"), TECHNOLOGY)
def test_company_makes_it_a_technology(extractor: SkillExtractor, text: str, skill: str) -> None:
    assert skill in claimed(extractor, text)


@pytest.mark.parametrize(("text", "skill"), EVERYDAY)
def test_without_company_it_is_an_everyday_word(extractor: SkillExtractor, text: str, skill: str) -> None:
    assert skill not in claimed(extractor, text)
