"""Titles, employers and places told apart by their words."""

from __future__ import annotations

import pytest

from matcher.evidence.names import NameJudge
from matcher.taxonomy.index import Taxonomy


@pytest.fixture
def judge(taxonomy: Taxonomy) -> NameJudge:
    return NameJudge(taxonomy.lexicon.words)


@pytest.mark.parametrize(
    "text",
    [
        "Backend Developer", "Sous Chef", "Head of Engineering", "VP Engineering", "Software Engineer III", "Line Cook",
        "Engineer, Payments", "Back-End Developer (contract)", "Member of Technical Staff", "CTO & Co-Founder", "Lead",
    ],
)  # fmt: skip
def test_titles_score_as_titles(text: str, judge: NameJudge) -> None:
    assert judge.title_score(text) >= 2.5
    assert judge.title_score(text) > judge.company_score(text)


@pytest.mark.parametrize(
    "text",
    [
        "Acme GmbH",
        "Finch & Harrow Bank",
        "Zamek Sp. z o.o.",
        "Marlin Freight",
        "Peña Pagos S.L.",
        "Lantern Labs",
        "US Army",
    ],
)
def test_employers_score_as_employers(text: str, judge: NameJudge) -> None:
    assert judge.company_score(text) >= 2.5
    assert judge.company_score(text) > judge.title_score(text)


@pytest.mark.parametrize("text", ["Quillstone", "Vellum", "Red Heron"])
def test_names_without_a_telling_word_score_nothing(text: str, judge: NameJudge) -> None:
    assert (judge.title_score(text), judge.company_score(text)) == (0.0, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "Leeds, UK",
        "Miami, FL",
        "Remote",
        "Remote, USA",
        "San Francisco, CA",
        "Istanbul, Türkiye",
        "Tacoma, WA, US, 98402",
        "Berlin",
    ],
)
def test_places_are_places(text: str, judge: NameJudge) -> None:
    assert judge.is_place(text)


@pytest.mark.parametrize(
    "text",
    ["Quillstone", "Marlin Freight, Miami, FL", "Backend Developer, UK", "Finch & Harrow, Remote", "Lantern Labs, CA"],
)
def test_names_before_places_are_no_places(text: str, judge: NameJudge) -> None:
    assert not judge.is_place(text)


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Marlin Freight, Miami, FL", "Marlin Freight", "Miami, FL"),
        ("Backend Developer Miami, FL", "Backend Developer", "Miami, FL"),
        ("Backend Developer San Francisco, CA", "Backend Developer", "San Francisco, CA"),
        ("Developer (contract) Remote", "Developer (contract)", "Remote"),
        ("Lead Engineer Łódź", "Lead Engineer", "Łódź"),
        ("Rivermark AG — Basel, Switzerland", "Rivermark AG", "Basel, Switzerland"),
        ("City of Redmond", "City of Redmond", None),
        ("Radio Berlin", "Radio Berlin", None),
        ("Radio\tBerlin", "Radio", "Berlin"),
        ("Tern, Inc. (Miami, FL)", "Tern, Inc.", "Miami, FL"),
        ("Town of Heath Miami, FL", "Town of Heath", "Miami, FL"),
        ("Engineer, Payments", "Engineer, Payments", None),
    ],
)
def test_a_place_is_parted_from_the_end(text: str, name: str, place: str | None, judge: NameJudge) -> None:
    assert judge.split_place(text) == (name, place)
