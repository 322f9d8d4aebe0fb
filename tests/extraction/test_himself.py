"""Where the writer speaks of himself as of somebody else."""

from __future__ import annotations

import pytest

from matcher.extraction.himself import is_headline, is_taken_up, made_it, speaks_of_himself
from matcher.extraction.reading import Candidate


@pytest.mark.parametrize(
    ("words", "noun", "is_one"),
    [
        ("kotlin developer who has built ten services", 1, True),
        ("worked as an engineer who runs kafka", 3, True),
        ("the developer who wrote it left", 1, False),
        ("a colleague who ran it", 1, False),
        ("developers who ran it", 0, False),
        ("advice for a developer who runs kafka", 3, False),
    ],
)
def test_a_trade_without_an_article_is_the_writers_headline(words: str, noun: int, is_one: bool) -> None:
    assert is_headline(words.split(), 0, noun) is is_one


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("she moved the shop to kafka", 0),
        ("after he added a queue the mails ended", 1),
        ("my brother is a developer . he runs kafka", -1),
        ("a mentor came . he runs kafka", -1),
        ("he ran kafka and i wrote java", -1),
        ("ran kafka", -1),
    ],
)
def test_he_is_the_writer_where_nobody_else_is_named_and_nobody_says_i(words: str, place: int) -> None:
    lowers = words.split()
    assert speaks_of_himself(lowers, 0, 0, len(lowers), len(lowers), {"brother", "mentor", "developer"}) == place


def test_what_others_dropped_and_the_writer_took_over_is_his() -> None:
    assert is_taken_up(["our", "vendor", "dropped", "solr", ";", "i", "took", "it", "over"], 4, 4, 9)
    assert not is_taken_up(["our", "vendor", "ran", "solr", ";", "i", "wrote", "java"], 4, 4, 8)
    assert is_taken_up(["they", "coded", "it", "in", "ada", ",", "and", "it", "fell", "to", "me"], 5, 11, 11)
    assert not is_taken_up(["they", "ran", "solr", ";", "what", "fell", "to", "me", "was", "java"], 3, 3, 10)


def test_a_thing_of_the_writers_make_stays_his_in_others_hands() -> None:
    lowers = ["clients", "use", "the", "flask", "tool", "i", "wrote"]
    assert made_it(lowers, Candidate(3, 4, 0, ()), len(lowers))
    assert not made_it(lowers[:5], Candidate(3, 4, 0, ()), 5)
