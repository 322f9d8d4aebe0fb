"""Lists, items, sentence beginnings and letter case."""

from __future__ import annotations

import pytest

from matcher.domain.catalogue import AmbiguityRule, SkillId
from matcher.domain.document import SectionKind, StatementKind
from matcher.extraction.context import Context
from matcher.extraction.layout import Layout, is_number
from matcher.extraction.reading import Candidate, Claimant
from tests.extraction.tiny import make_reading, make_statement

LABELS = {"context_words.list_labels": ("languages",)}


def lay_out(text: str, *names: str, section: SectionKind = SectionKind.OTHER) -> tuple[Layout, list[Candidate]]:
    """Lay out a one-statement text with the given words as candidates."""
    reading = make_reading(text, make_statement(text, text, StatementKind.LIST, section))
    claimant = Claimant(SkillId("a.b"), "x", None)
    reading.candidates = [
        Candidate(i, i + 1, 0, (claimant,)) for i, word in enumerate(reading.tokens.words) if word in names
    ]
    return Layout(reading, Context(LABELS)), reading.candidates


@pytest.mark.parametrize(
    "text",
    [
        "Go, Java",
        "Go/Java",
        "Go and Java",
        "Go 1.21, Java",
        "Go (Java)",
        "Go | Java",
        "Go; Java",
        "Go\nJava",
        "Go & Java",
    ],
)
def test_names_beside_each_other_in_a_list_are_neighbours(text: str) -> None:
    layout, (go, java) = lay_out(text, "Go", "Java")

    assert layout.neighbours(go) == (java,)
    assert layout.chain(java) == [go]


@pytest.mark.parametrize("text", ["Go for Java", "Go Java", "Go, old Java", "Go. Java"])
def test_names_with_other_words_between_are_not(text: str) -> None:
    layout, (go, _) = lay_out(text, "Go", "Java")

    assert layout.neighbours(go) == ()


def test_a_skill_that_leads_to_another_vouches_for_it_but_not_the_other_way_round() -> None:
    layout, (java, go) = lay_out("Moved from Java to Go", "Go", "Java")

    assert layout.comes_from_a_skill(go)
    assert not layout.comes_from_a_skill(java)


@pytest.mark.parametrize(
    ("text", "whole"),
    [("Go, Java", True), ("Go 1.21, x", True), ("Go services, Java", False), ("fast Go, Java", False)],
)
def test_a_whole_item_has_nothing_else_in_it(text: str, whole: bool) -> None:
    layout, candidates = lay_out(text, "Go", section=SectionKind.SKILLS)

    assert layout.is_whole_item(candidates[0]) is whole
    assert layout.in_skill_list(candidates[0]) is whole


def test_a_label_makes_a_list_of_skills() -> None:
    labelled, (go,) = lay_out("Languages: Go, French", "Go")
    other, (same,) = lay_out("Moves: Go, castling", "Go")

    assert labelled.in_skill_list(go)
    assert not other.in_skill_list(same)


@pytest.mark.parametrize(
    ("text", "opens"),
    [("Go is fun", True), ("We say Go", False), ("Done. Go on", True), ("- Go on", True), ("Java, Go", False)],
)
def test_a_sentence_begins_with_a_capital_anyway(text: str, opens: bool) -> None:
    layout, candidates = lay_out(text, "Go")

    assert layout.opens_sentence(candidates[0]) is opens


def test_letter_case_is_silent_in_capitals_and_in_titles() -> None:
    for text, silent in [
        ("WE GO TO MARKET", True),
        ("Ready When Others Go", True),
        ("ready to go", True),
        ("Services in Go run", False),
    ]:
        layout, candidates = lay_out(text, "Go", "GO", "go")
        assert layout.case_is_silent(candidates[0]) is silent


def test_numbers_are_told_from_words() -> None:
    assert [is_number(word) for word in ("3", "3.11", "5.x", "4j", "v2")] == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("rule", "words", "begins"),
    [
        (None, 1, True),
        (AmbiguityRule(case_sensitive=True), 1, True),
        (AmbiguityRule(needs_company=True), 1, False),
        (AmbiguityRule(needs_company=True), 2, True),
    ],
)
def test_a_doubtful_word_may_be_a_surname_but_not_a_name_of_two_words(
    rule: AmbiguityRule | None, words: int, begins: bool
) -> None:
    layout, (_, candidate) = lay_out("Ruby Web Parts", "Ruby", "Web")
    candidate.claimants = (Claimant(SkillId("a.b"), "x", rule),)
    candidate.plain, candidate.end = rule is None, candidate.start + words

    assert layout.begins_name(candidate.start) is begins


def test_a_name_that_people_have_may_be_a_surname() -> None:
    text = "Ruby Jenkins"
    reading = make_reading(text, make_statement(text, text, StatementKind.LIST, SectionKind.OTHER))
    claimant = Claimant(SkillId("a.b"), "x", AmbiguityRule(case_sensitive=True))
    reading.candidates = [Candidate(1, 2, 0, (claimant,))]

    assert not Layout(reading, Context({"context_words.names_of_people": ("jenkins",)})).begins_name(1)
