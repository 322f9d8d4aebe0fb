"""Headings in their spellings, whole, joined, inline and as labels."""

from __future__ import annotations

import pytest

from matcher.domain.document import SectionKind
from matcher.sections.headings import HeadingIndex, heading_key
from matcher.taxonomy.index import Taxonomy


@pytest.fixture
def index(taxonomy: Taxonomy) -> HeadingIndex:
    return HeadingIndex(taxonomy.lexicon.headings)


@pytest.mark.parametrize("text", ["Skills", "S K I L L S", "3) Skills:", "» SKILLS «", "Skills (cont.)", "\uff33kills"])
def test_all_spellings_have_one_key(text: str) -> None:
    assert heading_key(text) == "skills"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Awards and Publications", SectionKind.AWARDS),
        ("Leadership and Work Experience", SectionKind.EXPERIENCE),
        ("Selected Java Projects", SectionKind.PROJECTS),
        ("Projects Experience", SectionKind.PROJECTS),
        ("Clinical Experience", SectionKind.EXPERIENCE),
    ],
)
def test_compound_headings_are_known_by_their_words(text: str, kind: SectionKind, index: HeadingIndex) -> None:
    assert index.compound(text) is kind


@pytest.mark.parametrize(
    "text",
    ["Head of Developer Experience", "Backend Developer", "Years of experience", "Experience 2019", "Great skills."],
)
def test_other_lines_are_no_compound_headings(text: str, index: HeadingIndex) -> None:
    assert index.compound(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("Skills: Go", "Skills"), ("Tech stack - Go, Rust", "Tech stack"), ("EDUCATION: BSc", "EDUCATION")],
)
def test_inline_headings_are_parted_from_their_text(text: str, name: str, index: HeadingIndex) -> None:
    found = index.inline(text)

    assert found is not None
    assert (found.name, text[found.length :][0]) == (name, text.split(" ")[-1][0] if "Rust" not in text else "G")


@pytest.mark.parametrize("text", ["Databases: Redis", "Skills:", "Skills and more: Go", "Go is a skill: mine"])
def test_other_labels_are_no_inline_headings(text: str, index: HeadingIndex) -> None:
    assert index.inline(text) is None


def test_a_label_takes_the_longest_heading(index: HeadingIndex) -> None:
    found = index.rail("Work Experience Backend Developer, Tern")

    assert found is not None
    assert (found.name, found.kind) == ("Work Experience", SectionKind.EXPERIENCE)


def test_a_heading_is_in_one_list_only(taxonomy: Taxonomy) -> None:
    keys = [heading_key(heading) for heading in taxonomy.lexicon.headings]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Profesional experience", SectionKind.EXPERIENCE),
        ("Educattion", SectionKind.EDUCATION),
        ("Work Experiance:", SectionKind.EXPERIENCE),
        ("Educator", None),
        ("Skill", None),
        ("Education 2019", None),
    ],
)
def test_a_heading_may_be_a_letter_off(text: str, kind: SectionKind | None, index: HeadingIndex) -> None:
    assert index.misspelt(text) is kind
