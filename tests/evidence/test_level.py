from __future__ import annotations

import pytest

from matcher.domain.candidate import Level
from matcher.domain.document import Span
from matcher.evidence.level import clause_of, level_book, level_of
from matcher.taxonomy.index import Taxonomy


@pytest.mark.parametrize(
    ("text", "word", "level", "supervised"),
    [
        ("used kafka for events", "kafka", Level.USED, False),
        ("designed the kafka topics", "kafka", Level.OWNED, False),
        ("led the move to kafka", "kafka", Level.LED, False),
        ("own the redis clusters", "redis", Level.OWNED, False),
        ("assisted with the mysql upgrade; designed the cache", "mysql", Level.USED, True),
        ("assisted with the mysql upgrade; designed the cache", "cache", Level.OWNED, False),
        ("under the guidance of the seniors i add endpoints to a flask api", "flask", Level.USED, True),
        ("helped to write the go client", "go", Level.OWNED, True),
        ("wrote a helper for the go client", "go", Level.OWNED, False),
        ("i write django views. my lead checks them before they ship", "django", Level.OWNED, True),
        ("i write django views. they are checked by ci", "django", Level.OWNED, False),
        ("supported 40 000 users with redis", "redis", Level.USED, False),
    ],
)
def test_the_clause_around_a_skill_shows_its_level(
    taxonomy: Taxonomy, text: str, word: str, level: Level, supervised: bool
) -> None:
    start = text.index(word)
    book = level_book(taxonomy.lexicon.words)

    assert level_of(text, Span(start, start + len(word)), book) == (level, supervised)


def test_clauses_end_at_semicolons_and_full_stops_but_not_inside_names() -> None:
    text = "built it in node.js; ran it. then left"

    assert clause_of(text, Span(12, 19)) == Span(0, 19)
    assert text[clause_of(text, Span(21, 24)).start : 27] == " ran it"
