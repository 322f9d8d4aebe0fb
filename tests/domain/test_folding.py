from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.document import Span
from matcher.domain.folding import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Postgre\u200bSQL", "PostgreSQL"),
        ("con\ufb01guration", "configuration"),
        ("\uff2b\uff41\uff46\uff4b\uff41", "Kafka"),
        ("Kаfkа", "Kafka"),  # both a are Cyrillic
        ("2019 \u2013 2021", "2019 - 2021"),
        ("team\u2019s", "team's"),
        ("Re\u00addis", "Redis"),
        ("\u202egnirpS\u202c", "gnirpS"),
        ("plain Go", "plain Go"),
    ],
)
def test_what_looks_the_same_is_matched_the_same(written: str, folded: str) -> None:
    assert fold(written).text == folded


@pytest.mark.parametrize("written", ["Москва", "Ελλάδα", "Łódź", "São Tomé", "naïve"])
def test_words_of_other_alphabets_and_accents_stay(written: str) -> None:
    assert fold(written).text == written


def test_a_folded_span_leads_back_to_the_original_characters() -> None:
    text = "In Postgre\u200bSQL and \ufb01ne"
    folded = fold(text)
    start = folded.text.index("PostgreSQL")

    origin = folded.origin(Span(start, start + len("PostgreSQL")))

    assert text[origin.start : origin.end] == "Postgre\u200bSQL"


def test_half_of_a_ligature_leads_back_to_the_whole_of_it() -> None:
    folded = fold("\ufb01ne")

    assert folded.origin(Span(0, 1)) == Span(0, 1)
    assert folded.origin(Span(1, 4)) == Span(0, 3)


@given(st.text(max_size=60))
def test_every_span_leads_back_inside_the_text(text: str) -> None:
    folded = fold(text)

    for start in range(len(folded.text)):
        origin = folded.origin(Span(start, start + 1))
        assert 0 <= origin.start < origin.end <= len(text)
