"""What is known of the cues before a clause is read."""

from __future__ import annotations

import pytest

from matcher.extraction.cue_set import CueSet
from matcher.extraction.cues import SKILL
from matcher.taxonomy.index import AssertionCue

CUES = CueSet(
    [
        AssertionCue("no experience with", "negated", "forward", "clause"),
        AssertionCue("lacking {skill}", "negated", "forward", "clause"),
        AssertionCue("never ... mind", "negated", "forward", "clause"),
        AssertionCue("{one} ( none )", "negated", "backward", "near"),
        AssertionCue("^ familiar with", "weak", "forward", "clause"),
    ],
    {"context_words.fillers": ["solid"]},
)


def test_two_words_of_one_cue_are_run_over() -> None:
    assert CUES.run_over("no", "experience")
    assert not CUES.run_over("experience", "but")


@pytest.mark.parametrize(
    ("first", "second"),
    [("no", {"experience"}), ("lacking", {SKILL, "solid"}), ("never", None)],
)
def test_behind_a_first_word_stand_the_words_that_cues_go_on_with(first: str, second: set[str] | None) -> None:
    found = CUES.second_words(first)

    assert found is None if second is None else found is not None and second <= found


def test_cues_are_known_by_what_they_begin_with() -> None:
    assert (CUES.over_skills, CUES.over_start) == (0b01000, 0b10000)
    assert [CUES.behind_words[word].cues for word in ("no", "lacking", "never")] == [0b1, 0b10, 0b100]


def test_the_words_of_a_clause_leave_some_cues_possible() -> None:
    assert CUES.possible(["kafka", "(", "none", ")"]) == 0b01000
