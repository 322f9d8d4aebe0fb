"""The small language of cue phrases."""

from __future__ import annotations

import pytest

from matcher.domain.document import Span
from matcher.requirements.phrases import find_phrases, flatten, has_phrase


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("nice to have", "kotlin is nice-to-have", True),
        ("mentor*", "mentoring juniors", True),
        ("mentor", "mentoring juniors", False),
        ("a|an plus", "an plus", True),
        ("a [big] plus", "a plus", True),
        ("a [big] plus", "a big plus", True),
        ("a [big] plus", "a small plus", False),
        ("lead ... engineers", "lead a small team of engineers", True),
        ("lead ... engineers", "lead engineers", True),
        ("lead ... engineers", "lead us. our engineers", False),
        ("plus", "surplus", False),
        ("401(k)", "a 401(k) plan", True),
    ],
)
def test_a_phrase_is_found(phrase: str, text: str, found: bool) -> None:
    assert has_phrase((phrase,), text) is found


def test_the_longer_phrase_wins_at_the_same_place() -> None:
    assert list(find_phrases(("not", "not a must"), "go is not a must")) == [Span(6, 16)]


def test_no_phrases_find_nothing() -> None:
    assert not has_phrase((), "anything")


def test_flattening_keeps_every_offset() -> None:
    text = "You’ll need “Go” – İstanbul\u200b ﬁne"
    assert len(flatten(text)) == len(text)
    assert flatten(text).startswith('you\'ll need "go" - ')
