from __future__ import annotations

import re

from matcher.reports.blind_patterns import CAPITAL, any_of, as_names, marks_of, whole
from matcher.reports.blind_text import Mark


def test_the_longest_alternative_is_taken_first() -> None:
    assert re.match(any_of(["road", "road works"]), "road works")[0] == "road works"  # type: ignore[index]
    assert not re.search(any_of([]), "anything")


def test_whole_words_alone_are_found() -> None:
    assert whole(["son"]).findall("son, person, Son, son-in") == ["son", "Son"]


def test_words_are_written_as_names_are() -> None:
    assert {"Rowing Club", "ROWING CLUB"} <= set(as_names(["rowing club"]))


def test_a_word_with_a_capital_letter_in_any_alphabet() -> None:
    assert [word for word in ("Łódź", "O'Neill", "St.", "lodz", "4th") if re.fullmatch(CAPITAL, word)] == [
        "Łódź", "O'Neill", "St.",
    ]  # fmt: skip


def test_marks_leave_out_what_is_excepted() -> None:
    found = marks_of(re.compile(r"\w+"), "ab cd", "[x]", soft=True, unless=lambda text: text == "ab")

    assert found == [Mark(3, 5, "[x]", soft=True)]
