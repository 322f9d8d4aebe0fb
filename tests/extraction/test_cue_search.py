"""Looking for the cues of one clause."""

from __future__ import annotations

import pytest

from matcher.domain.catalogue import SkillId
from matcher.extraction.cue_search import ClauseCues, CueSet
from matcher.extraction.reading import Candidate, Claimant
from matcher.taxonomy.index import AssertionCue

CUES = CueSet(
    [
        AssertionCue("no experience with", "negated", "forward", "clause"),
        AssertionCue("no [real] {skill} knowledge", "negated", "forward", "clause"),
        AssertionCue("instead of {skill} ... {other}", "negated", "forward", "clause"),
        AssertionCue("{skill} ( basic", "weak", "backward", "near"),
        AssertionCue("^ familiar with", "weak", "forward", "clause"),
        AssertionCue("not $", "negated", "backward", "clause"),
    ],
    {"context_words.fillers": ["solid"]},
)
SKILLS = ("kafka", "redis", "docker")


def cues_of(text: str) -> ClauseCues:
    """Make a clause of a text in which kafka, redis and docker are skills."""
    words = text.split()
    members = [
        Candidate(i, i + 1, 0, (Claimant(SkillId(f"a.{word}"), word, None),))
        for i, word in enumerate(words)
        if word in SKILLS
    ]
    return ClauseCues(CUES, words, members, 0, len(words))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("there is no experience with kafka", [("no experience with", 0)]),
        ("no kafka , redis knowledge", [("no [real] {skill} knowledge", 2)]),
        ("had no solid kafka knowledge", [("no [real] {skill} knowledge", 1)]),
        ("kafka instead of redis and also docker", [("instead of {skill} ... {other}", 1)]),
        ("redis ( basic ) and kafka ( basic )", [("{skill} ( basic", 1), ("{skill} ( basic", 1)]),
        ("familiar with kafka", [("^ familiar with", 0)]),
        ("very familiar with kafka", []),
        ("kafka , redis not", [("not $", 0)]),
        ("kafka not redis", []),
        ("built kafka with redis", []),
    ],
)
def test_a_cue_is_found_with_the_skills_it_takes_in(text: str, found: list[tuple[str, int]]) -> None:
    assert [(hit.cue.text, len(hit.skills)) for hit in cues_of(text).hits()] == found


def test_a_list_of_skills_is_taken_whole_from_any_of_its_items() -> None:
    cues = cues_of("kafka , redis and docker work")

    assert [len(cues.take_list(place)) for place in (0, 2, 4, 5)] == [3, 2, 1, 0]


def test_two_words_of_one_cue_are_run_over() -> None:
    assert CUES.run_over("no", "experience")
    assert not CUES.run_over("experience", "but")
