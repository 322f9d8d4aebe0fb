"""What every requirement, role and question must come with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.taxonomy.completeness import completeness_problems
from matcher.taxonomy.files import read_files
from matcher.taxonomy.folder import read_folder

Build = Callable[..., Path]
BASE = """requirements:
  - id: stores
    label: Stores
    kind: %s
    criteria: {met: Used., partial: Listed., missing: None.}
    checklist: [RQ-SQL]
    sources: [own]
    %s
"""


def found(folder: Path) -> list[str]:
    return [problem.message for problem in completeness_problems(read_files(read_folder(folder), "hash"))]


def test_a_whole_folder_is_complete(build: Build) -> None:
    assert found(build()) == []


@pytest.mark.parametrize(
    ("kind", "more", "message"),
    [
        ("skills", "related: []", "Nothing can show it: a requirement of kind skills needs any_of."),
        ("signal", "related: []", "Nothing can show it: a requirement of kind signal needs signals."),
        ("experience", "{min_years: 2, partial_years: 2}", "partial_years is not below min_years."),
    ],
)
def test_a_requirement_that_cannot_be_judged_is_told(build: Build, kind: str, more: str, message: str) -> None:
    text = BASE % (kind, more)
    if more.startswith("{"):
        text = BASE % (kind, "min_years: 2\n    partial_years: 2")
    assert message in found(build(requirements__data=text))


def test_a_question_that_nobody_would_see_is_told(build: Build) -> None:
    card = "questions:\n  - {id: a.b, prompt: Why?, kind: technical, answer_points: [x, y], sources: [own]}\n"
    assert any("nobody will see it" in message for message in found(build(questions__stores=card)))


def test_a_question_on_a_skill_alone_is_told_too(build: Build) -> None:
    card = (
        "questions:\n  - {id: a.b, prompt: Why?, kind: technical, skills: [databases.sedna], answer_points: [x, y], "
        "sources: [own]}\n"
    )
    assert any("no gap leads to it" in message for message in found(build(questions__stores=card)))


@pytest.mark.parametrize(("words", "told"), [(390, False), (400, True)])
def test_a_question_that_takes_two_minutes_to_read_is_told(build: Build, words: int, told: bool) -> None:
    card = (
        "questions:\n  - {id: a.b, prompt: Why?, kind: technical, requirements: [stores], "
        f"answer_points: [x, y], example: {'word ' * (words - 3)}, sources: [own]}}\n"
    )
    messages = found(build(questions__stores=card))
    assert any(f"It has {words} words" in message for message in messages) == told
