"""The shapes of the lexicon refuse what YAML lets slip through."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from matcher.taxonomy.lexicon_schema import CueEntry, SignalEntry, WordListFile


def test_a_word_that_yaml_reads_as_a_truth_is_refused() -> None:
    with pytest.raises(ValidationError):
        WordListFile.model_validate({"words": {"denials": [False]}})


def test_a_direction_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError):
        CueEntry.model_validate({"text": "used", "direction": "sideways"})


def test_a_plain_signal_fills_its_defaults() -> None:
    entry = SignalEntry(id="a", label="A", met=["led a team"])
    assert (entry.partial, entry.not_near, entry.sections) == ([], [], [])
    assert (entry.examples.found, entry.examples.not_found) == ([], [])
