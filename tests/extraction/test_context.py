"""Looking up phrases beside a word."""

from __future__ import annotations

from matcher.extraction.context import Context, Phrases, RuleWords
from tests.extraction.tiny import GO

WORDS = ["ready", "to", "go", "to", "market"]


def test_a_phrase_is_found_directly_before_a_word() -> None:
    assert Phrases(["ready to"]).end_at(WORDS, 2, 0)
    assert not Phrases(["ready to"]).end_at(WORDS, 3, 0)
    assert not Phrases(["ready to"]).end_at(WORDS, 2, 1)


def test_a_phrase_is_found_directly_behind_a_word() -> None:
    assert Phrases(["to market"]).begin_at(WORDS, 3, 5)
    assert not Phrases(["to market"]).begin_at(WORDS, 3, 4)


def test_a_star_takes_any_ending() -> None:
    phrases = Phrases(["market*"])

    assert "marketing" in phrases
    assert "mark" not in phrases


def test_a_phrase_is_found_anywhere_by_whole_words() -> None:
    assert Phrases(["go to"]).occur_in(WORDS)
    assert not Phrases(["o to"]).occur_in(WORDS)


def test_rules_and_lists_are_made_ready_and_missing_lists_are_empty() -> None:
    assert "live" in RuleWords.of(GO).not_before
    assert "cluster" not in Context({}).after
    assert "cluster" in Context({"context_words.technical_after": ("cluster",)}).after
