"""Ruling cues out by the words of a clause alone."""

from __future__ import annotations

import pytest

from matcher.extraction.cue_sieve import CueSieve
from matcher.extraction.cues import steps_of
from matcher.taxonomy.index import AssertionCue

TEXTS = (
    "no experience with|in",
    "no [real] {skill} knowledge",
    "^ ... part_of|outside $",
    "never <use>",
    "a b c d e f",
    "{skill} [yet]",
)
FAMILIES = {"assertion_words.use": ["used", "worked with"]}


def possible(text: str) -> list[str]:
    """Return the cues that the words of a text leave possible."""
    steps = [steps_of(AssertionCue(cue, "negated", "forward", "clause"), FAMILIES) for cue in TEXTS]
    bits = CueSieve(steps, {"of", "with", "in"}).possible(text.split())
    return [cue for number, cue in enumerate(TEXTS) if bits >> number & 1]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("there is no experience with kafka", ["no experience with|in"]),
        ("there is no experience of kafka", []),
        ("there is no kafka knowledge", ["no [real] {skill} knowledge"]),
        ("was a part of kafka", ["^ ... part_of|outside $"]),
        ("the sum of kafka", []),
        ("never used kafka", ["never <use>"]),
        ("never worked with kafka", ["never <use>"]),
        ("used kafka", []),
    ],
)
def test_a_cue_is_possible_where_each_of_its_steps_finds_a_word(text: str, left: list[str]) -> None:
    assert possible(text) == [*left, "{skill} [yet]"]


def test_a_cue_of_many_steps_is_never_ruled_out_where_all_its_words_stand() -> None:
    assert "a b c d e f" in possible("f e d c b a")


def test_of_no_cues_none_is_possible() -> None:
    assert CueSieve([], ()).possible(["no", "experience"]) == 0
