"""The little language of the assertion cues."""

from __future__ import annotations

import pytest

from matcher.extraction.cues import SKILL, compile_cues
from matcher.taxonomy.index import AssertionCue


def follow(text: str, words: str) -> str | None:
    """Return the group of the cue that ends after some words, if one does."""
    state = compile_cues([AssertionCue(text, "negated", "forward", "clause")], {})
    for word in words.split():
        following = state.follow(word)
        if following is None:
            return None
        state = following
    return state.cue.group if state.cue else None


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("no experience with|in", "no experience in", True),
        ("no experience with|in", "no experience of", False),
        ("no [real|hands-on] experience", "no experience", True),
        ("no [real|hands-on] experience", "no hands on experience", True),
        ("no [real|hands-on] experience", "no real hands on experience", False),
        ("never have_used|touched", "never have used", True),
        ("never have_used|touched", "never have", False),
        ("[is not] known", "is not known", True),
        ("no {skill} yet", f"no {SKILL} yet", True),
        ("^ we never", "^ we never", True),
    ],
)
def test_a_cue_is_followed_word_by_word(text: str, words: str, found: bool) -> None:
    assert (follow(text, words) == "negated") is found


def test_of_two_cues_that_end_together_the_first_in_the_data_counts() -> None:
    cues = [AssertionCue("a b", "weak", "forward", "clause"), AssertionCue("a|c b", "others", "forward", "clause")]
    state = compile_cues(cues, {}).follow("a")

    assert state is not None
    ended = state.follow("b")
    assert ended is not None
    assert ended.cue == cues[0]
