"""Verbs of doing behind a subject."""

from __future__ import annotations

import pytest

from matcher.extraction.verbs import Verbs

WORDS = {
    "doer_words.doing": ["ran", "run*", "formed", "has", "told", "reported", "written", "go"],
    "doer_words.auxiliaries": ["has", "had", "was", "then"],
    "doer_words.receiving": ["wanted"],
    "doer_words.units": ["team"],
}


@pytest.fixture
def verbs() -> Verbs:
    return Verbs(WORDS, {"admin", "engineers", "people"}, {"people"})


@pytest.mark.parametrize(
    ("words", "subject", "verb"),
    [
        ("engineers ran kafka", 0, 1),
        ("engineers then had run kafka", 0, 3),
        ("engineers formed my team", 0, 0),
        ("engineers reported to me", 0, 0),
        ("engineers told us", 0, 0),
        ("clients written in swift", 0, 0),
        ("engineers wanted kafka", 0, 0),
        ("kafka was formed", 0, 0),
        ("engineers untested there", 0, 0),
    ],
)
def test_the_verb_of_a_doing(verbs: Verbs, words: str, subject: int, verb: int) -> None:
    lowers = words.split()
    assert verbs.at(lowers, subject + 1, len(lowers), set()) == verb


def test_a_name_is_no_verb(verbs: Verbs) -> None:
    assert verbs.at(["people", "in", "java", "and", "go"], 4, 5, {2, 4}) == 0


def test_any_verb_of_one_person_counts_before_a_name(verbs: Verbs) -> None:
    assert verbs.at(["admin", "babysits", "jenkins"], 1, 3, {2}) == 1


def test_a_verb_behind_a_longer_subject(verbs: Verbs) -> None:
    assert verbs.after_tail(["engineers", "in", "the", "cellar", "ran", "kafka"], 1, 6, {5}) == 4
    assert verbs.after_tail(["engineers", "in", "the", "cellar", ",", "i", "ran", "kafka"], 1, 8, {7}) == 0
