"""Who is meant by "they" and by "IT"."""

from __future__ import annotations

import pytest

from matcher.domain.candidate import Assertion
from matcher.extraction.meant import as_one_person
from matcher.extraction.tokens import cut
from matcher.pipeline import Matcher

NAMES = {"kim", "robin"}
CROWDS = {"contractors", "staff", "engineers"}


@pytest.mark.parametrize(
    ("text", "is_writer"),
    [
        ("Kim joined in 2019. They built the billing service.", True),
        ("Kim joined two contractors. They built the billing service.", False),
        ("They built the billing service.", False),
        ("Zofia Nowak\nIn 2019 they built the billing service.", True),
        ("Zofia Nowak\nZofia keeps ten services. They built all of it.", True),
        ("Zofia Nowak\nWrote ten services. They run fast.", False),
        ("Zofia Nowak\nThe staff were few. They built the billing service.", False),
        ("Zofia Nowak\nIn 2019 they built it.\nI ran it.\nMy own.", False),
        ("Zofia Nowak\nSoftware Engineer I\nI/O tuning\nIn 2019 they built it.", True),
        ("Zofia Nowak\nThe process was slow. They built it.", True),
    ],
)
def test_they_is_the_writer_where_nobody_else_may_be_meant(text: str, is_writer: bool) -> None:
    tokens = cut(text)

    assert ("she" in as_one_person(tokens, tokens.lowers, NAMES, CROWDS)) is is_writer


def test_words_without_they_are_handed_on() -> None:
    tokens = cut("Kim built it.")

    assert as_one_person(tokens, tokens.lowers, NAMES, CROWDS) is tokens.lowers


@pytest.mark.parametrize("pronoun", ["He", "She", "They"])
def test_what_a_pronoun_tells_of_the_writer_is_claimed(matcher: Matcher, pronoun: str) -> None:
    mentions = matcher.mentions(f"Kim is a back-end engineer. {pronoun} built the billing service in Go.")

    assert [m.assertion for m in mentions if m.skill == "languages.go"] == [Assertion.CLAIMED]
