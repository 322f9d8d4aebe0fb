"""Which lines head a job."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.domain.document import SectionKind
from matcher.evidence.dates import DateReader
from matcher.evidence.other_lines import other_lines
from matcher.evidence.position_labels import form_labels
from matcher.evidence.position_units import blocks_of, experience_units
from matcher.taxonomy.index import Taxonomy
from tests.sections.builders import document_of, parts_of


def heads(text: str, taxonomy: Taxonomy) -> list[list[str]]:
    document = document_of(f"Ana Quist\nExperience\n{text}")
    sections, statements = parts_of(document, taxonomy)
    (section,) = [one for one in sections if one.kind is SectionKind.EXPERIENCE]
    words = taxonomy.lexicon.words
    labels = frozenset(words["position_words.sub_labels"])
    others = other_lines(words)
    forms = form_labels(words)
    units = experience_units(
        document, section, statements, DateReader(words), labels, others, forms, as_of=date(2026, 11, 1)
    )
    return [[line.text for line in block.lines] for block in blocks_of(list(units))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Developer\nTern\n2019 - 2022\n- Built.", [["Developer", "Tern", "2019 - 2022"]]),
        ("Developer, Tern, 2019 - 2022\nHighlights\n- Built.", [["Developer, Tern, 2019 - 2022"]]),
        ("Developer, Tern, 2019 - 2022\nWe moved nine harbours to the cloud.", [["Developer, Tern, 2019 - 2022"]]),
        ("Employer: Tern\nPeriod: 2019 - 2022\nLocation: Leeds\n- Built.", [["Employer: Tern", "Period: 2019 - 2022"]]),
        (
            "• Developer\n• Tern\n• 2019 - 2022\n• Built.\n• Tester\n• Auk\n• 2015 - 2018\n• Tried.",
            [["Developer", "Tern", "2019 - 2022"], ["Tester", "Auk", "2015 - 2018"]],
        ),
        ("1. Developer\nTern\n2019 - 2022\n- Built.", [["Developer", "Tern", "2019 - 2022"]]),
        ("• 2019 - 2022: Developer, Tern", [["2019 - 2022: Developer, Tern"]]),
        ("Tern, 2019 - 2022\n- Moved data from 2019 - 2020 tables.", [["Tern, 2019 - 2022"]]),
    ],
)
def test_head_lines_are_gathered(text: str, expected: list[list[str]], taxonomy: Taxonomy) -> None:
    assert heads(text, taxonomy) == expected
