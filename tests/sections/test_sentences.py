"""Where sentences end, and where a full stop ends nothing."""

from __future__ import annotations

import pytest

from matcher.sections.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I build things. I run things.", ["I build things.", "I run things."]),
        ("Did it work? Yes! It did.", ["Did it work?", "Yes!", "It did."]),
        ("Cut latency to 140 ms. Then rested.", ["Cut latency to 140 ms.", "Then rested."]),
        ("Moved to Node.js. Kept PHP 7.4.", ["Moved to Node.js.", "Kept PHP 7.4."]),
        ("Ran nine services. 40 people used them.", ["Ran nine services.", "40 people used them."]),
        ("Worked with queues, etc. The team liked it.", ["Worked with queues, etc.", "The team liked it."]),
    ],
)
def test_a_sentence_ends(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in split_sentences(text, 0)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Services in Node.js and .NET Core 3.1 for shops",
        "Brokers, e.g. Kafka or RabbitMQ, were mine",
        "Databases, i.e. Oracle, and their backups",
        "Joined Tern Inc. in Berlin after school",
        "Reviewed by Dr. Quist and others",
        "Upgraded v2.1 to v3.0 without downtime",
        "Known as J. Smith to some",
        "Wrote no. 7 of the series",
        "Made with love at Auk Ltd. and sold",
    ],
)
def test_a_full_stop_inside_a_sentence_ends_nothing(text: str) -> None:
    assert [text[span.start : span.end] for span in split_sentences(text, 0)] == [text]


def test_spans_count_from_where_the_text_begins() -> None:
    (first, second) = split_sentences("One. Two.", 100)

    assert (first.start, first.end, second.start, second.end) == (100, 104, 105, 109)
