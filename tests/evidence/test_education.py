"""Degrees and schools of made-up resumes."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.domain.candidate import Education
from matcher.evidence.education import find_education
from matcher.taxonomy.index import Taxonomy
from tests.sections.builders import document_of, parts_of


def education_of(text: str, taxonomy: Taxonomy, heading: str = "Education") -> tuple[Education, ...]:
    document = document_of(f"Ana Quist\n{heading}\n{text}")
    sections, statements = parts_of(document, taxonomy)
    return find_education(document, sections, statements, taxonomy.lexicon.words, as_of=date(2026, 11, 1))


@pytest.mark.parametrize(
    ("text", "degree", "field", "school", "level", "end"),
    [
        ("B.Sc. Computing, Marsh University, 2018", "B.Sc. Computing", "Computing", "Marsh University", 3, "2018"),
        (
            "BSc in Physics\nMarsh University | Aug 2013 - May 2017",
            "BSc in Physics",
            "Physics",
            "Marsh University",
            3,
            "2017-05",
        ),
        (
            "Marsh University — M.A. in History\n2013 - 2017",
            "M.A. in History",
            "History",
            "Marsh University",
            4,
            "2017",
        ),
        (
            "Marsh University – Leeds, UK Sept 2018 – May 2023\nPhD in Chemistry",
            "PhD in Chemistry",
            "Chemistry",
            "Marsh University",
            5,
            "2023-05",
        ),
        (
            "Bachelor of Science, Web Design, Gulf Technical College (2014 – 2016)",
            "Bachelor of Science",
            "Web Design",
            "Gulf Technical College",
            3,
            "2016",
        ),
        (
            "Master of Engineering\nPolitechnika Zielona\n2016",
            "Master of Engineering",
            None,
            "Politechnika Zielona",
            4,
            "2016",
        ),
        (
            "Associate of Science in Welding, Hill Community College, 2012",
            "Associate of Science in Welding",
            "Welding",
            "Hill Community College",
            2,
            "2012",
        ),
        ("High School Diploma, Hill High School, 2009", "High School Diploma", None, "Hill High School", 1, "2009"),
        (
            "University of California, Berkeley\nB.S. in Statistics, 2011",
            "B.S. in Statistics",
            "Statistics",
            "University of California, Berkeley",
            3,
            "2011",
        ),
        (
            "B.S. Biology\nUniversity of Texas at Austin 2012 - 2016",
            "B.S. Biology",
            "Biology",
            "University of Texas at Austin",
            3,
            "2016",
        ),
        (
            "2018: Laurea in Informatica, Università di Montebello",
            "Laurea in Informatica",
            "Informatica",
            "Università di Montebello",
            3,
            "2018",
        ),
    ],
)
def test_an_entry_is_read_in_every_order(
    text: str, degree: str, field: str | None, school: str, level: int, end: str, taxonomy: Taxonomy
) -> None:
    (entry,) = education_of(text, taxonomy)

    assert (entry.institution, entry.level, str(entry.end)) == (school, level, end)
    assert entry.degree is not None
    assert entry.degree.startswith(degree)
    assert entry.field == field
    assert entry.finished


def test_two_entries_stay_apart(taxonomy: Taxonomy) -> None:
    text = """MSc in Robotics
Hill University, 2018 - 2020
- Thesis: arms
- GPA: 3.9
BSc in Computing
Marsh University, 2015 - 2018"""

    assert [(one.degree, one.institution) for one in education_of(text, taxonomy)] == [
        ("MSc in Robotics", "Hill University"),
        ("BSc in Computing", "Marsh University"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "BSc in Computing, Marsh University, 2023 - present",
        "BSc in Computing, Marsh University (expected 2027)",
        "BSc in Computing, Marsh University, 2024 - 2028",
        "BSc in Computing (not completed), Marsh University, 2015 - 2017",
        "Coursework towards BSc in Computing, Marsh University, 2017",
    ],
)
def test_a_degree_not_taken_is_not_finished(text: str, taxonomy: Taxonomy) -> None:
    (entry,) = education_of(text, taxonomy)

    assert not entry.finished


@pytest.mark.parametrize("text", ["Course on sailing, 2019", "GPA: 3.9", "Scrum Master, 2020"])
def test_what_is_no_degree_is_none(text: str, taxonomy: Taxonomy) -> None:
    assert education_of(text, taxonomy) == ()


def test_without_a_section_lines_that_name_degree_and_school_are_read(taxonomy: Taxonomy) -> None:
    (entry,) = education_of("BSc in Computing, Marsh University, 2018", taxonomy, heading="Background")

    assert entry.institution == "Marsh University"


def test_a_subject_that_was_begun_at_a_school_is_an_entry_without_a_degree(taxonomy: Taxonomy) -> None:
    (entry,) = education_of("Started Physics at Marsh University (2015 - 2018), left without a degree.", taxonomy)

    assert (entry.field, entry.institution, entry.finished) == ("Physics", "Marsh University", False)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("I hold a BSc in Chemistry.", ["Chemistry"]),
        ("I work with MSc students in Chemistry.", []),
        ("My colleagues hold PhDs in Chemistry.", []),
    ],
)
def test_a_sentence_of_a_story_tells_the_degree_of_its_writer(text: str, named: list[str], taxonomy: Taxonomy) -> None:
    assert [entry.field for entry in education_of(text, taxonomy, heading="Summary")] == named
