"""Which lines open sections, and which kind of document this is."""

from __future__ import annotations

import pytest

from matcher.sections.headings import HeadingIndex
from matcher.sections.lines import view_lines
from matcher.sections.outline import find_openings, is_job_description
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
