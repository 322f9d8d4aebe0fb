"""Headings that stand in no list."""

from __future__ import annotations

import pytest

from matcher.domain.document import SectionKind
from matcher.sections.sectionizer import split_sections
from matcher.taxonomy.index import Taxonomy
from tests.sections.builders import Set, document_of, page_of

TOLD = "She repairs old radios and talks about them to whoever listens."


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        (f"\n\nBits and bobs\n{TOLD}", True),
        (f"\nBits and bobs\n{TOLD}", False),
        ("\n\nMarsh College\nMSc Physics, 2015", False),
        (f"\n\n- Bits and bobs\n{TOLD}", False),
    ],
)
def test_loose_remarks_behind_the_education_open_a_section(tail: str, expected: bool, taxonomy: Taxonomy) -> None:
    text = f"Ana Quist\nExperience\nDeveloper, Tern, 2019 - 2022\n\nEducation\nBSc Physics, Marsh College, 2013{tail}"
    lexicon = taxonomy.lexicon
    sections = split_sections(document_of(text), lexicon.headings, lexicon.words, job=False)
    assert (sections[-1].kind is SectionKind.OTHER) is expected


def test_a_bold_degree_below_its_heading_is_an_entry(taxonomy: Taxonomy) -> None:
    lines = [
        Set("Ana Quist", bold=True),
        Set("Experience", bold=True),
        Set("Developer, Tern, 2019 - 2022"),
        Set("Education", bold=True),
        Set("BSc, Computer Science, Eastmoor University", bold=True),
        Set("2013 - 2016"),
        Set("Skills", bold=True),
        Set("Go, Rust"),
    ]
    lexicon = taxonomy.lexicon

    sections = split_sections(page_of(lines), lexicon.headings, lexicon.words, job=False)

    assert [one.kind for one in sections].count(SectionKind.EDUCATION) == 1
