"""The title is the job's name without employer, place and gender marks."""

from __future__ import annotations

import pytest

from matcher.parsing.reader import parse_text
from matcher.requirements.title import read_level, read_title
from matcher.taxonomy.index import Taxonomy


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Senior Python Developer (m/f/d) - Acme - Berlin\nText", "Senior Python Developer"),
        ("Job Title: Backend Engineer\nText", "Backend Engineer"),
        ("# 🚀 Lead Developer @ Acme\nText", "Lead Developer"),
        ("**Role:** Platform Engineer | Remote\nText", "Platform Engineer"),
        ("Acme GmbH\nJava Developer at Acme\nText", "Java Developer"),
        ("We are looking for a senior back-end developer to join us.", "senior back-end developer"),
        ("We're hiring: Rust Engineer\nText", "Rust Engineer"),
        ("Kettles and more\nWe sell kettles.", "Job"),
    ],
)
def test_the_title_is_found(text: str, title: str, taxonomy: Taxonomy) -> None:
    assert read_title(parse_text(text), taxonomy.lexicon)[0] == title


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Senior Backend Engineer", "senior"),
        ("Sr. Developer", "senior"),
        ("Junior Developer", "junior"),
        ("Graduate Engineer", "junior"),
        ("Mid-level Developer", "mid"),
        ("Lead Back-end Engineer", "lead"),
        ("Senior Staff Engineer", "staff"),
        ("Principal Engineer", "principal"),
        ("Backend Developer", None),
        ("Developer, leaderboards", None),
    ],
)
def test_the_level_is_the_highest_that_is_named(title: str, level: str | None, taxonomy: Taxonomy) -> None:
    assert read_level(title, taxonomy.lexicon) == level
