"""Markdown: marks go, words and lines stay."""

from __future__ import annotations

import pytest

from matcher.parsing.markdown import read_markdown


def _lines(text: str) -> list[str]:
    return [run.text.strip() for run in read_markdown(text.encode()).pages[0].runs if run.text.strip()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Mara Lindqvist #", "Mara Lindqvist"),
        ("### C# and F# ###", "C# and F#"),
        ("- Built *fast* **APIs** in `Go`", "• Built fast APIs in Go"),
        ("* [ ] open", "• open"),
        ("+ plus", "• plus"),
        ("1. First", "1. First"),
        ("***both***", "both"),
        ("snake_case_name and __dunder__", "snake_case_name and dunder"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("[Mara](https://example.org) writes", "Mara writes"),
        ("<mara@example.com>", "mara@example.com"),
        ("<mailto:mara@example.com>", "mara@example.com"),
        ("![portrait](me.png) Mara", "portrait Mara"),
        ("> quoted", "quoted"),
        ("| Java | 5 years |", "Java | 5 years"),
        ("C\\# and \\*stars\\*", "C# and *stars*"),
        ("R&amp;D", "R&D"),
        ("a<br>b <b>bold</b>", "a b  bold"),
        ("x < y and y > z", "x < y and y > z"),
        ("List<String>", "List"),
        ("#hashtag", "#hashtag"),
        ("~~gone~~ stays", "stays"),
    ],
)
def test_marks_go_and_words_stay(text: str, expected: str) -> None:
    assert _lines(text) == [expected]


def test_rules_fences_and_definitions_are_no_lines() -> None:
    text = "A\n\n---\n***\n```python\nx = *1*\n```\n[1]: https://example.org\n|---|:--|\nB"

    assert _lines(text) == ["A", "x = *1*", "B"]


def test_headings_are_bold_whichever_way_they_are_written() -> None:
    runs = read_markdown(b"Mara\n====\n## Skills\nGo\n**Engineer, Acme**\n").pages[0].runs

    assert [run.text for run in runs if run.bold] == ["Mara", "Skills", "Engineer, Acme"]


def test_comments_are_left_out_and_told() -> None:
    result = read_markdown(b"Go <!-- Fortran\nHaskell --> and Rust")

    assert [run.text for run in result.pages[0].runs] == ["Go  and Rust"]
    assert [warning.code for warning in result.warnings] == ["ignored_parts"]
