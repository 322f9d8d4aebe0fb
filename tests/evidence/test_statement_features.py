from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.evidence.statement_features import chunks, clauses, features, pair_features, stems, word_features


def test_a_statement_gives_words_pairs_and_letters() -> None:
    found = features("tuned 40 queries")

    assert {"w:tuned", "w:#", "w:quer", "b:^_tuned", "b:tuned_#", "b:quer_$", "c:<que", "c:ries>"} <= found


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("deployments", ("deployment",)),
        ("deployed", ("deploy",)),
        ("deploying,", ("deploy",)),
        ("red", ("red",)),
        ("user's", ("user",)),
        ("99.95%", ("#", "#")),
        ("c++", ("c++",)),
        ("ci/cd", ("ci/cd",)),
        ("2019:", ("#", ":")),
        ("—", ()),
        ("", ()),
        ("🚀", ()),
        ("наставник", ()),
    ],
)
def test_endings_fall_and_numbers_are_alike(word: str, expected: tuple[str, ...]) -> None:
    assert stems(word) == expected


def test_a_very_long_word_is_looked_at_by_its_beginning() -> None:
    assert word_features("x" * 100_000) == word_features("x" * 40)


def test_nothing_has_the_features_of_nothing() -> None:
    assert features("") == features(" \n ") == frozenset({"b:^_$"})
    assert list(pair_features([])) == ["b:^_$"]
    assert chunks("") == []
    assert clauses("") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "moved the ledger to kafka, and taught two juniors sql",
            ["moved the ledger to kafka", "taught two juniors sql"],
        ),
        ("ran the rota for years; wrote all of the runbooks", ["ran the rota for years", "wrote all of the runbooks"]),
        ("built the importer in go and tuned the slow queries", ["built the importer in go", "tuned the slow queries"]),
        ("moved it all. done.", []),
        ("one plain clause with its seven words", []),
    ],
)
def test_a_statement_falls_into_its_clauses(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end].strip() for span in clauses(text) if len(expected)] == expected


@given(st.text(max_size=200))
def test_any_text_has_features_in_order_and_chunks_where_they_stand(text: str) -> None:
    assert features(text) == features(text)
    assert [text[span.start : span.end] for span, _ in chunks(text)] == text.split()
    assert all(0 <= span.start < span.end <= len(text) for span in clauses(text))


@pytest.mark.parametrize(("one", "other"), [("she led it", "he led it"), ("mr brown's and his", "ms brown's and her")])
def test_who_somebody_is_changes_nothing(one: str, other: str) -> None:
    assert features(one) == features(other)
    assert features("the manager") != features("them")
