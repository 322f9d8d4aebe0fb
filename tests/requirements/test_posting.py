"""Headings, labels and lines that stand like headings tell what a sentence is there for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matcher.domain.document import Span
from matcher.parsing.reader import parse_text
from matcher.requirements.posting import Zone, read_posting
from matcher.sections.sectionizer import split_sections
from matcher.sections.statements import split_statements
from matcher.taxonomy.index import Taxonomy


@pytest.fixture
def zone(taxonomy: Taxonomy) -> Callable[[str], Zone]:
    """The zone of the sentence that holds Xindice."""

    def find(text: str) -> Zone:
        document = parse_text(text)
        sections = split_sections(document, taxonomy.lexicon.headings)
        statements = split_statements(document, sections)
        start = document.text.index("Xindice")
        named = (Span(start, start + 7),)
        posting = read_posting(document, sections, statements, named, taxonomy.lexicon)
        return next(sentence.zone for sentence in posting.sentences if sentence.span.contains(named[0]))

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Developer\n\nRequirements\n- Xindice\n", Zone.REQUIRED),
        ("Developer\n\nRequirements:\n\nXindice\n", Zone.REQUIRED),
        ("Developer\n\n## ✅ What we're looking for\n- Xindice\n", Zone.REQUIRED),
        ("Developer\n\nYou are a match if\n- you know Xindice\n", Zone.REQUIRED),
        ("Developer\n\nRequirements: Xindice.\n", Zone.REQUIRED),
        ("Developer. Requirements: Haskell. Xindice. Benefits: tea.", Zone.REQUIRED),
        ("Developer\n\nNice to have\n- Xindice\n", Zone.PREFERRED),
        ("Developer\n\nRequirements\n- Haskell\n- Nice to have: Xindice\n", Zone.PREFERRED),
        ("Developer\n\nRequirements\n- Nice to have: Haskell\n- Xindice\n", Zone.REQUIRED),
        ("Developer\n\nWhat you'll do\n- Run Xindice\n", Zone.DUTIES),
        ("Developer\n\nAbout the role\nYou run Xindice.\n", Zone.DUTIES),
        ("Developer\n\nOur tech stack\nXindice\n", Zone.STACK),
        ("Developer\n\nAbout us\nWe sell Xindice.\n", Zone.ABOUT),
        ("Developer\n\nBenefits\n- Free Xindice\n", Zone.BENEFITS),
        ("Developer\n\nDon't worry about\n- Xindice\n", Zone.UNNEEDED),
        ("Developer\n\nYou know Xindice well.\n", Zone.NEUTRAL),
        ("Developer\n\nYou bring\n- Haskell\n\nYou need not bring\n- Xindice\n", Zone.UNNEEDED),
        ("Developer\n\n| Must | Haskell |\n| Could | Xindice, tea |\n", Zone.PREFERRED),
        ("Developer\n\nDesirable criteria\nD1 Tea\nD2 Experience of teaching others\nD3 Xindice\n", Zone.PREFERRED),
    ],
)
def test_a_sentence_has_the_zone_of_its_heading(text: str, expected: Zone, zone: Callable[[str], Zone]) -> None:
    assert zone(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Developer\n\nBonus: Haskell.\nYou must know Xindice.\n", Zone.NEUTRAL),
        ("Developer\n\nWelcome to Acme\nYou know Xindice and more.\n", Zone.NEUTRAL),
        ("Developer\n\nDesired profile\n- Xindice\n\nBonus\n- Haskell\n", Zone.REQUIRED),
        ("Developer\n\nHard skills (no bonus points here)\n- Xindice\n", Zone.REQUIRED),
        ("Developer\n\nMust: Haskell.\nCould: Xindice.\n", Zone.PREFERRED),
        ("Developer\n\nRequirements\nHaskell\nErlang\nNot essential, but handy\nXindice\nCobol\n", Zone.PREFERRED),
        ("Developer\n\nRequirements\n\nBackend\n- Haskell\n\nCloud\n- Xindice\n", Zone.REQUIRED),
    ],
)
def test_order_and_setting_tell_what_a_heading_does_not(text: str, expected: Zone, zone: Callable[[str], Zone]) -> None:
    assert zone(text) is expected
