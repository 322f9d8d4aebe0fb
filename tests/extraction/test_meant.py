"""Who is meant by "they" and by "IT"."""

from __future__ import annotations

import pytest

from matcher.domain.candidate import Assertion
from matcher.extraction.meant import as_one_person, with_departments, without_name, writers_name
from matcher.extraction.tokens import cut
from matcher.pipeline import Matcher

NAMES = {"kim", "robin"}
PLAIN = frozenset({"software", "engineer", "i", "o", "tuning", "in"})
OTHERS = ({"contractors", "staff", "engineers"}, {"company", "elsewhere"})


@pytest.mark.parametrize(
    ("text", "is_writer"),
    [
        ("Kim joined in 2019. They built the billing service.", True),
        ("Kim joined two contractors. They built the billing service.", False),
        ("They built the billing service.", False),
        ("Elsewhere in the company they built the billing service.", False),
        ("Zofia Nowak\nElsewhere in the company they built the billing service.", False),
        ("Robin joined the company. They built the billing service.", True),
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
    name = writers_name(tokens, PLAIN)
    lowers = without_name(tokens, tokens.lowers, name)

    assert ("she" in as_one_person(tokens, lowers, name, NAMES, OTHERS)) is is_writer


def test_words_without_they_are_handed_on() -> None:
    tokens = cut("Kim built it.")

    assert as_one_person(tokens, tokens.lowers, (), NAMES, OTHERS) is tokens.lowers


@pytest.mark.parametrize("pronoun", ["He", "She", "They"])
def test_what_a_pronoun_tells_of_the_writer_is_claimed(matcher: Matcher, pronoun: str) -> None:
    mentions = matcher.mentions(f"Kim is a back-end engineer. {pronoun} built the billing service in Go.")

    assert [m.assertion for m in mentions if m.skill == "languages.go"] == [Assertion.CLAIMED]


def test_a_department_is_people() -> None:
    tokens = cut("IT hosts it, and IT Services pays.")

    assert with_departments(tokens.words, tokens.lowers)[:2] == ["ops", "hosts"]


@pytest.mark.parametrize("name", ["Peter Holm", "Anna Ahmed", "Zofia Nowak", "Nneka James"])
def test_the_writers_name_takes_no_work_from_the_writer(matcher: Matcher, name: str) -> None:
    first = name.split()[0]
    text = f"{name}\nBack-end engineer\n{first} wrote the tests in Python.\nThe portal was built by {first} in Django."

    assert {m.assertion for m in matcher.mentions(text)} == {Assertion.CLAIMED}


def test_another_name_does(matcher: Matcher) -> None:
    mentions = matcher.mentions("Zofia Nowak\nBack-end engineer\nPeter wrote the billing service in Python.")

    assert [m.assertion for m in mentions] == [Assertion.OTHERS]
