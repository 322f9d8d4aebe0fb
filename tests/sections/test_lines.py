"""Bullet signs and contact tokens of single lines."""

from __future__ import annotations

import pytest

from matcher.sections.lines import RANGE, bullet_length, has_contact_token, view_lines
from tests.sections.builders import document_of


@pytest.mark.parametrize(
    ("text", "length"),
    [("• Go", 2), ("- Go", 2), ("o Built", 2), ("•Go", 1), ("1. Go", 3), ("a) Go", 3), ("\uf0a7 Go", 2), ("– - Go", 4)],
)
def test_a_bullet_sign_is_measured_with_its_space(text: str, length: int) -> None:
    assert bullet_length(text) == length


@pytest.mark.parametrize("text", ["Go", "C# services", "-5 degrees", "*bold*", "2019 - 2022", "o clock", "& more", ""])
def test_a_line_without_a_bullet_sign_measures_nothing(text: str) -> None:
    assert bullet_length(text) == 0


@pytest.mark.parametrize(
    "text",
    ["ana@example.org", "https://ana.example.org", "+44 20 7946 0018", "(206) 555-0134", "Phone: 555", "www.ana.dev"],
)
def test_addresses_and_numbers_are_contact_tokens(text: str) -> None:
    assert has_contact_token(text)


@pytest.mark.parametrize(
    "text",
    ["2019 - 2022", "03/2019 - 04/2022", "Backend Developer", "Node.js and Vue", "12,000 points", "(2020-). 9 people"],
)
def test_dates_and_names_are_no_contact_tokens(text: str) -> None:
    assert not has_contact_token(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mar 2019 - present",
        "2019–2022",
        "'19 - '22",
        "06.2024 to today",
        "2019-03 — 2020-01",
        "03/16 - 02/21",
        "2019-03 .. 2020-01",
        "01/25 - to date",
        "2021\u2192 DEVELOPER",
        "Developer, Tern (2020-). Nine people",
        "Developer, Tern (since April 2022, four days a week)",
        "Developer (since ~2021)",
    ],
)
def test_a_range_is_seen(text: str) -> None:
    assert RANGE.search(text)


@pytest.mark.parametrize("text", ["in 2019", "2000-3000 users", "Java 11 to Java 17", "7/10 - 9/10/11"])
def test_what_is_no_range_is_not_seen(text: str) -> None:
    assert not RANGE.search(text)


def test_a_view_leaves_spaces_and_heading_signs_out() -> None:
    (view, *_) = view_lines(document_of("## Skills  \nGo"))

    assert (view.text, view.start, view.marked) == ("Skills", 3, True)
