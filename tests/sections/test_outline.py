"""Which lines open sections, and which kind of document this is."""

from __future__ import annotations

import pytest

from matcher.domain.document import SectionKind
from matcher.sections.headings import HeadingIndex
from matcher.sections.lines import view_lines
from matcher.sections.outline import find_openings, is_job_description
from matcher.sections.sectionizer import split_sections
from matcher.taxonomy.index import Taxonomy
from tests.sections.builders import document_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Backend Engineer\nRequirements\n- Go\nBenefits\nA bike", True),
        ("Engineer\nWhat you'll do\n- Build\nWho you are\n- Kind", True),
        ("Ana Quist\nExperience\nDeveloper, Tern, 2019 - 2022", False),
        (
            "Ana Quist\nQualifications\nBSc\nExperience\nDeveloper, Tern, 2019 - 2022\nDeveloper, Auk, 2016 - 2019",
            False,
        ),
        ("Ana Quist\nBackend developer", False),
    ],
)
def test_a_job_description_is_told_from_a_resume(text: str, expected: bool, taxonomy: Taxonomy) -> None:
    document = document_of(text)

    assert is_job_description(document, view_lines(document), HeadingIndex(taxonomy.lexicon.headings)) is expected


def test_chips_among_skills_open_nothing(taxonomy: Taxonomy) -> None:
    document = document_of("Ana Quist\nSkills\nGo\nWriting\nRust\nLeadership\nSQL\nEducation\nBSc, 2018")
    index = HeadingIndex(taxonomy.lexicon.headings)

    openings = find_openings(view_lines(document), index, taxonomy.lexicon.words, job=False)

    assert [document.quote(one.span) for one in openings] == ["Skills", "Education"]


RESUME_WITH_DUTIES = """
    Ines Valadares
    Lanternfish
    Backend Engineer, 2019 to 2022
    Responsibilities:
    Built the booking API.
    Requirements:
    Go, PostgreSQL
    """


def test_a_resume_stays_one_where_its_jobs_speak_of_responsibilities(taxonomy):
    document = document_of(RESUME_WITH_DUTIES)
    lexicon = taxonomy.lexicon
    told = split_sections(document, lexicon.headings, lexicon.words, job=False)
    assert SectionKind.EXPERIENCE in {section.kind for section in told}
    assert SectionKind.RESPONSIBILITIES not in {section.kind for section in told}


def test_a_job_description_stays_one_where_nothing_tells_it_apart(taxonomy):
    document = document_of("Backend Engineer\nSkills\nGo, PostgreSQL")
    lexicon = taxonomy.lexicon
    told = split_sections(document, lexicon.headings, lexicon.words, job=True)
    assert SectionKind.REQUIRED in {section.kind for section in told}


SMALL = """
    jo tern

    work

    Developer, Quill
    2019 - 2022

    projects

    Tide table in Go

    schooling
    BSc, 2019
    """


def test_a_text_that_writes_its_headings_small_does_so_with_all(taxonomy):
    document = document_of(SMALL)
    index = HeadingIndex(taxonomy.lexicon.headings)

    openings = find_openings(view_lines(document), index, taxonomy.lexicon.words, job=False)

    assert [document.quote(one.span) for one in openings] == ["work", "projects", "schooling"]
