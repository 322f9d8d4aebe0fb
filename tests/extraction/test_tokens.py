"""Cutting text into words."""

from __future__ import annotations

import pytest
from spacy.vocab import Vocab

from matcher.extraction.tokens import TechnicalTokenizer, cut


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C#, F# and C++17", ["C#", ",", "F#", "and", "C++", "17"]),
        ("C#/.NET", ["C#", ".NET"]),
        ("ASP.NET Core .NET6", ["ASP", ".NET", "Core", ".NET", "6"]),
        ("CI/CD TCP/IP HTTP/2", ["CI", "CD", "TCP", "IP", "HTTP", "2"]),
        ("Node.js/Express", ["Node", "js", "Express"]),
        ("AWS(EC2, S3)", ["AWS", "(", "EC2", ",", "S3", ")"]),
        ("Postgres14 Python3.11 k8s", ["Postgres", "14", "Python", "3.11", "k8s"]),
        ("Python,Go", ["Python", ",", "Go"]),
        ("PostgreSQL's planner didn't", ["PostgreSQL", "'s", "planner", "didn't"]),
        ("Kafka. Then", ["Kafka", ".", "Then"]),
        ("e.g. Kafka", ["e.g.", "Kafka"]),
        ("R&D", ["R", "&", "D"]),
        ("Go&nbsp;&#47; Java", ["Go", "&nbsp;", "&#47;", "Java"]),
        ("asp.net/sql", ["asp", ".net", "sql"]),
        ("Java w/ Go", ["Java", "w/", "Go"]),
        ("Kuber-\nnetes", ["Kuber", "-", "netes"]),
        ("", []),
    ],
)
def test_technical_names_are_cut_where_a_reader_would(text: str, words: list[str]) -> None:
    assert list(cut(text).words) == words


@pytest.mark.parametrize("text", ["https://example.org/java", "jo@python.example.com", "github.com/jo/react-app"])
def test_nothing_inside_an_address_is_a_word(text: str) -> None:
    assert cut(text).words == (text,)


def test_offsets_and_gaps_give_the_text_back() -> None:
    text = "Java/Kotlin,  micro-services\nend"
    tokens = cut(text)

    rebuilt = "".join(word + gap for word, gap in zip(tokens.words, tokens.gaps, strict=True))

    assert rebuilt == text + "\n"
    assert [text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)] == list(tokens.words)


def test_the_doc_holds_lower_cased_words_and_the_tokens_travel_beside() -> None:
    doc = TechnicalTokenizer(Vocab())("Go and C#")

    assert [token.text for token in doc] == ["go", "and", "c#"]
    assert doc.user_data["tokens"].words == ("Go", "and", "C#")
