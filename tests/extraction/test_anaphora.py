"""What a later clause says of a skill by a pronoun."""

from __future__ import annotations

import pytest

from matcher.domain.candidate import Assertion
from matcher.extraction.anaphora import remark
from matcher.pipeline import Matcher


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher.from_folder()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The stack had Kafka; I never touched it.", "negated"),
        ("There was Kafka too. I had nothing to do with it.", "negated"),
        ("Kafka was around, but I never touched it.", "negated"),
        ("Our stack had Kafka. Not mine.", "negated"),
        ("Kubernetes came later. That was done by the ops team.", "others"),
        ("Kafka looks promising. I want to learn it.", "learning"),
        ("Wrote a tool around Kafka. I plan to release it.", "claimed"),
        ("Moved to Kubernetes; we had never done it before.", "claimed"),
        ("Introduced Terraform. They run it today.", "claimed"),
        ("Built a Kafka pipeline. It never failed.", "claimed"),
        ("Built a Kafka pipeline. Never used Redis.", "claimed negated"),
    ],
)
def test_a_remark_tells_of_what_was_named_before_it(matcher: Matcher, text: str, expected: str) -> None:
    assert [m.assertion.value for m in matcher.mentions(text)] == expected.split()


def test_a_line_of_its_own_is_no_remark(matcher: Matcher) -> None:
    assert [m.assertion.value for m in matcher.mentions("Ran Kafka.\n\nIt was never used.")] == ["claimed"]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("i never touched it", 3),
        ("it was theirs", 0),
        ("not mine", 0),
        ("the team never touched it", None),
        ("built for them", None),
        ("it", None),
    ],
)
def test_a_remark_tells_of_the_writer_or_of_the_thing(words: str, place: int | None) -> None:
    found = remark(words.split(), 0, len(words.split()))

    assert (None if found is None else found.place) == place


def test_a_wish_that_is_not_to_learn_does_not_hold() -> None:
    release, learn = (remark(text.split(), 0, 5) for text in ("i plan to release it", "i plan to learn it"))

    assert release is not None
    assert learn is not None
    assert not release.holds(Assertion.LEARNING)
    assert learn.holds(Assertion.LEARNING)
