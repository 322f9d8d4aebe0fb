from __future__ import annotations

import pytest

from matcher.extraction.slips import SlipFinder

NAMES = {name: name for name in ("kubernetes", "kibana", "grafana", "postgresql", "redis", "rails", "kafka")}


@pytest.fixture
def finder() -> SlipFinder:
    return SlipFinder(NAMES, shortest=6, two_edits_from=9, threshold=0.75)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("kuberntes", "kubernetes"), ("kubernets", "kubernetes"), ("postgressql", "postgresql"), ("kibanna", "kibana")],
)
def test_a_slip_leads_to_the_nearest_name(finder: SlipFinder, written: str, meant: str) -> None:
    slip = finder.find([written])[written]

    assert slip.name == meant
    assert 0.7 < slip.similarity < 1


def test_a_name_is_found_by_its_sound(finder: SlipFinder) -> None:
    assert finder.find(["graphana"])["graphana"].name == "grafana"


@pytest.mark.parametrize("word", ["garden", "reds", "rail", "cabinet"])
def test_other_words_are_no_slips(finder: SlipFinder, word: str) -> None:
    assert not any(not slip.bold for slip in finder.find([word]).values())


def test_an_answer_does_not_change_when_asked_again(finder: SlipFinder) -> None:
    assert finder.find(["kuberntes"]) == finder.find(["kuberntes"])


def test_among_names_of_one_thing_the_order_of_a_set_does_not_choose() -> None:
    names = {f"{letter}ellowstack": "the same" for letter in "fbhjmtwnr"}
    finder = SlipFinder(names, shortest=6, two_edits_from=9, threshold=0.75)

    assert finder.find(["yellowstack"])["yellowstack"].name == "bellowstack"
