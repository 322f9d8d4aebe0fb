"""Characters that look like others."""

from __future__ import annotations

import pytest

from matcher.parsing.characters import odd_characters, with_bullets


@pytest.mark.parametrize(
    "text",
    [
        "Post\u200bgreSQL",
        "Py\u0442hon",
        "\u202enohtyP\u202c",
        "Ｐｙｔｈｏｎ",
        "Go\U000e0047",
        "Ja\u200dva",
        "Κubernetes",
    ],
)
def test_disguised_words_are_told(text: str) -> None:
    warning = odd_characters(text)

    assert warning is not None
    assert warning.code == "characters_normalized"


@pytest.mark.parametrize(
    "text",
    [
        "Zoë Müller – café",
        "Инженер, Python",
        "10 μs, 5 kΩ",
        "👩\u200d💻 engineer",
        "نمی\u200cخواهم",
        "ﬁne",
        "日本語 Java",
    ],
)
def test_honest_text_is_not(text: str) -> None:
    assert odd_characters(text) is None


def test_list_signs_of_symbol_fonts_become_plain_ones() -> None:
    assert with_bullets("\uf0b7 Built \ue000") == "• Built \ue000"
