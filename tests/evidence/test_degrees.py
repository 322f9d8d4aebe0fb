"""Which words are degrees, and how high."""

from __future__ import annotations

import pytest

from matcher.domain.candidate import Degree
from matcher.evidence.degrees import SchoolJudge
from matcher.taxonomy.index import Taxonomy


@pytest.fixture
def judge(taxonomy: Taxonomy) -> SchoolJudge:
    return SchoolJudge(taxonomy.lexicon.words)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Ph.D. in Physics", Degree.DOCTORATE),
        ("Doctor of Philosophy", Degree.DOCTORATE),
        ("M.Sc. Data Science", Degree.MASTER),
        ("Master’s degree", Degree.MASTER),
        ("Master in Computing", Degree.MASTER),
        ("MBA", Degree.MASTER),
        ("Dipl.-Inf.", Degree.MASTER),
        ("B.S.", Degree.BACHELOR),
        ("BE in ECE", Degree.BACHELOR),
        ("B.Tech (CSE)", Degree.BACHELOR),
        ("Bachelor of Science (Hons) Computing", Degree.BACHELOR),
        ("Associate Degree", Degree.ASSOCIATE),
        ("High School Diploma", Degree.DIPLOMA),
    ],
)
def test_a_degree_has_its_level(text: str, level: Degree, judge: SchoolJudge) -> None:
    found = judge.degree(text)

    assert found is not None
    assert found.level is level


@pytest.mark.parametrize(
    "text",
    [
        "as well",
        "to be",
        "Scrum Master",
        "Azure Developer Associate",
        "a bit",
        "MS Office",
        "Research Associate at Hill",
        "mastery",
    ],
)
def test_other_words_are_no_degree(text: str, judge: SchoolJudge) -> None:
    assert judge.degree(text) is None


@pytest.mark.parametrize("text", ["Marsh University", "Politechnika Zielona", "Hogeschool Maas", "École des Ponts"])
def test_schools_are_known_by_a_word(text: str, judge: SchoolJudge) -> None:
    assert judge.is_school(text)


def test_an_employer_is_no_school(judge: SchoolJudge) -> None:
    assert not judge.is_school("Marlin Freight")
