from __future__ import annotations

import re

import pytest

from matcher.evidence.cue_language import anchors, source

WORDS = {"cue_words.people": ("engineer*", "software people"), "cue_words.did": ("*ed", "wrote")}


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("back-end", "the backend"),
        ("<people> .. met", "software people we met"),
        ("{percent} [less] load", "35 % less load"),
    ],
)
def test_a_cue_becomes_an_expression(cue: str, text: str) -> None:
    assert re.search(source(cue, WORDS), text)


@pytest.mark.parametrize(
    ("cue", "held"),
    [
        ("root_cause|fault found", [[("cause", True), ("fault", True)], [("found", True)]]),
        ("on-call", [[("oncall", True), ("call", True)]]),
        ("on-board*|o'reilly", [[("onbo", False), ("boar", False), ("reilly", True)]]),
        ("mentor* ... <people>", [[("ment", False)], [("engi", False), ("software", True)]]),
        ("in [the] {duration}", [[("in", True)]]),
        ("<did> it", [[("it", True)]]),
    ],
)
def test_every_element_that_must_stand_there_tells_the_words_to_look_for(
    cue: str, held: list[list[tuple[str, bool]]]
) -> None:
    assert anchors(cue, WORDS) == held


@pytest.mark.parametrize("text", ["testing", "tested", "team", "tea", "teas"])
def test_words_with_the_same_first_letters_are_all_found(text: str) -> None:
    found = re.search(source("team|tea|tea-s|testing|tested", {}), f"a {text} b")

    assert found
    assert found[0] == text


@pytest.mark.parametrize("cue", ["led ...", "{age} years", "<nobody> led"])
def test_a_broken_cue_is_refused_with_its_text(cue: str) -> None:
    with pytest.raises(ValueError, match="the cue"):
        source(cue, WORDS)
