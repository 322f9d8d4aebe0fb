"""Headings that stand in no list."""

from __future__ import annotations

import pytest

from matcher.domain.document import SectionKind
from matcher.sections.sectionizer import split_sections
from matcher.taxonomy.index import Taxonomy
from tests.sections.builders import document_of

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
