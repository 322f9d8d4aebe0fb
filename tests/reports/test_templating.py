from __future__ import annotations

import pytest
from jinja2 import Environment

from matcher.reports.templating import install, markdown_text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("[x](javascript:1)", r"\[x\](javascript:1)"),
        ("# not a heading", r"\# not a heading"),
        ("- not a list", r"\- not a list"),
        ("1. not a list", r"1\. not a list"),
        ("a\n\n# b", "a # b"),
        ("C# and C++ in back-end work", "C# and C++ in back-end work"),
    ],
)
def test_markdown_finds_nothing_of_its_own(text: str, escaped: str) -> None:
    assert markdown_text(text) == escaped


def test_templates_get_the_words_of_reports() -> None:
    environment = Environment(autoescape=True)
    install(environment)

    template = environment.from_string("{{ badge_of('met', 'demonstrated').word }} {{ 7.14|points }}")

    assert template.render() == "Shown 7.1"
