"""Where a mark of how well one knows a thing ends."""

from __future__ import annotations

import pytest

from matcher.domain.document import SectionKind, StatementKind
from matcher.extraction.context import Context
from matcher.extraction.levels import level_end
from matcher.taxonomy.index import Taxonomy
from tests.extraction.tiny import make_reading, make_statement

MARKS = [
    ("Go (3/5), C", "(3/5)"),
    ("Go ★★★☆☆ C", "★★★☆☆"),
    ("Go - expert, C", "- expert"),
    ("Go: very good", ": very good"),
    ("Go (basic, 2 years), C", "(basic, 2 years)"),
    ("Go 5+ years, C", "5+ years"),
    ("Go 80 %, C", "80 %"),
    ("Go (2019), C", ""),
    ("Go (basic web servers), C", ""),
    ("Go - expert systems", ""),
    ("Go and C", ""),
]


@pytest.mark.parametrize(("text", "mark"), MARKS)
def test_a_mark_ends_where_it_says_no_more_of_the_level(taxonomy: Taxonomy, text: str, mark: str) -> None:
    reading = make_reading(text, make_statement(text, text, StatementKind.SENTENCE, SectionKind.OTHER))
    tokens = reading.tokens

    end = level_end(tokens, 1, reading.units[0], Context(taxonomy.lexicon.words))

    assert text[tokens.starts[1] : tokens.ends[end - 1] if end > 1 else tokens.starts[1]] == mark
