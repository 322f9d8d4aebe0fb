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
]


@pytest.mark.parametrize(("text", "skill"), TECHNOLOGY)
def test_company_makes_it_a_technology(extractor: SkillExtractor, text: str, skill: str) -> None:
    assert skill in claimed(extractor, text)


@pytest.mark.parametrize(("text", "skill"), EVERYDAY)
def test_without_company_it_is_an_everyday_word(extractor: SkillExtractor, text: str, skill: str) -> None:
    assert skill not in claimed(extractor, text)
