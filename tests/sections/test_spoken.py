"""Languages that people speak, and languages that machines do."""

from __future__ import annotations

import pytest

from matcher.domain.document import Span
from matcher.sections.lines import view_lines
from matcher.sections.spoken import names_spoken_languages
from matcher.taxonomy.index import Taxonomy
from tests.sections.builders import document_of


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("English, Polish", True),
        ("Polish: native", True),
        ("Fluent in Spanish", True),
        ("Swedish\nNative", True),
        ("Go, Python, C", False),
        ("SQL\nJavaScript\nSwift", False),
        ("Kotlin · Java", False),
    ],
)
def test_what_stands_below_decides(below: str, expected: bool, taxonomy: Taxonomy) -> None:
    views = view_lines(document_of(f"Languages\n{below}"))

    assert names_spoken_languages(0, Span(0, 9), views, taxonomy.lexicon.words) is expected


def test_without_the_list_a_level_decides() -> None:
    views = view_lines(document_of("Languages\nQuenya (native)"))

    assert names_spoken_languages(0, Span(0, 9), views, {})
