"""Looking for the cues of one clause."""

from __future__ import annotations

import pytest

from matcher.domain.catalogue import SkillId
from matcher.extraction.cue_search import ClauseCues, clause_cues
from matcher.extraction.cue_set import CueSet
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
        AssertionCue("{one} ( no )", "negated", "backward", "near"),
        AssertionCue("never ... {skill} ... mind", "negated", "forward", "clause"),
        AssertionCue("never lost", "despite", "forward", "clause"),
        AssertionCue("nobody .... but me", "despite", "forward", "through"),
    ],
    {"context_words.fillers": ["solid"]},
)
SKILLS = ("kafka", "redis", "docker")


def cues_of(text: str) -> ClauseCues | None:
    """Make a clause of a text in which kafka, redis and docker are skills; None if its words rule every cue out."""
    words = text.split()
    members = [
        Candidate(i, i + 1, 0, (Claimant(SkillId(f"a.{word}"), word, None),))
        for i, word in enumerate(words)
        if word in SKILLS
    ]
    return clause_cues(CUES, words, members, 0, len(words), len(words))


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
        ("kafka , redis ( no )", [("{one} ( no )", 1)]),
        ("never had kafka in mind", [("never ... {skill} ... mind", 1)]),
        ("never had a single kafka in mind", [("never ... {skill} ... mind", 1)]),
        ("never in my life had kafka in mind", []),
        ("never lost kafka in mind", [("never lost", 0)]),
        ("nobody here knew kafka but me", [("nobody .... but me", 0)]),
        ("built kafka with redis", []),
    ],
)
def test_a_cue_is_found_with_the_skills_it_takes_in(text: str, found: list[tuple[str, int]]) -> None:
    cues = cues_of(text)

    assert [(hit.cue.text, len(hit.skills)) for hit in (cues.hits() if cues else ())] == found


def test_a_list_of_skills_is_taken_whole_from_any_of_its_items() -> None:
    cues = cues_of("kafka , redis and docker work not")

    assert cues is not None
    assert [len(cues.take_list(place)) for place in (0, 2, 4, 5)] == [3, 2, 1, 0]


def test_a_cue_runs_on_behind_its_clause_only_from_the_word_that_ended_it() -> None:
    words = ["nobody", "knew", "kafka", "but", "me"]
    member = Candidate(2, 3, 0, (Claimant(SkillId("a.kafka"), "kafka", None),))

    seen = clause_cues(CUES, words, [member], 0, 3, len(words))
    unseen = clause_cues(CUES, words, [member], 0, 3, 3)

    assert seen is not None
    assert ([hit.end for hit in seen.hits()], unseen) == ([5], None)
