from __future__ import annotations

from matcher.work.sketches import NEAR, near_copies, similarity, sketch

WORDS = " ".join(f"word{number} and then some" for number in range(120))


def test_a_changed_line_leaves_a_near_copy_and_another_text_none() -> None:
    other = " ".join(f"term{number} or else any" for number in range(120))
    assert similarity(sketch(WORDS), sketch(WORDS.replace("word7 ", "else "))) >= NEAR
    assert similarity(sketch(WORDS), sketch(other)) < 0.2


def test_case_and_layout_do_not_matter() -> None:
    assert sketch(WORDS) == sketch(WORDS.upper().replace(" ", "\n"))


def test_a_text_of_a_few_words_is_compared_with_nothing() -> None:
    assert sketch("Go, Rust, Kafka") == "[]"
    assert near_copies([("a", "[]"), ("b", "[]")]) == {}


def test_near_copies_point_to_the_one_handed_in_first() -> None:
    changed = WORDS.replace("word7 ", "else ")
    again = WORDS.replace("word9 ", "else ")
    assert near_copies(
        [("first", sketch(WORDS)), ("x", sketch("z " * 90)), ("b", sketch(changed)), ("c", sketch(again))]
    ) == {
        "b": "first",
        "c": "first",
    }
