"""What belongs to the name of an employer, and what follows it."""

from __future__ import annotations

import pytest

from matcher.evidence.names import NameJudge
from matcher.evidence.position_employers import comma_pieces, employer_of, is_like_a_town, without_town
from matcher.taxonomy.index import Taxonomy


@pytest.fixture
def judge(taxonomy: Taxonomy) -> NameJudge:
    return NameJudge(taxonomy.lexicon.words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Engineer, Payments, Tern", ["Engineer", "Payments", "Tern"]),
        ("Auk, Inc., Leeds", ["Auk, Inc.", "Leeds"]),
        ("Quill, Hart & Lowe, Larvik", ["Quill, Hart & Lowe", "Larvik"]),
        ("Developer, Quill & Hart, Larvik", ["Developer", "Quill & Hart", "Larvik"]),
        ("Engineer, Search & Ranking, Tern", ["Engineer", "Search & Ranking", "Tern"]),
        ("Quill, Frères & Cie", ["Quill, Frères & Cie"]),
    ],
)
def test_commas_part_no_legal_form_and_no_partners(text: str, expected: list[str], judge: NameJudge) -> None:
    assert comma_pieces(text, judge) == expected


@pytest.mark.parametrize(
    ("text", "towns", "expected"),
    [
        ("Tern (Larvik)", False, "Tern"),
        ("Tern Machines (TRM)", True, "Tern Machines (TRM)"),
        ("Tern, Larvik", True, "Tern"),
        ("Tern, Larvik", False, "Tern, Larvik"),
        ("Auk, Hallstead Ltd", True, "Auk, Hallstead Ltd"),
    ],
)
def test_the_town_is_taken_from_an_employer(text: str, towns: bool, expected: str, judge: NameJudge) -> None:
    assert employer_of(text, judge, towns=towns) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Tern in Larvik", "Tern"), ("Tern in 2019", "Tern in 2019"), ("Tern", "Tern")],
)
def test_a_town_behind_in_is_taken(text: str, expected: str, judge: NameJudge) -> None:
    assert without_town(text, judge) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Larvik", True), ("Las Tunas del Norte", False), ("Tern GmbH", False), ("Developer", False), ("IBM", False)],
)
def test_a_town_is_one_to_three_words_of_no_other_kind(text: str, expected: bool, judge: NameJudge) -> None:
    assert is_like_a_town(text, judge) is expected
