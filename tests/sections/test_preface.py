"""What stands before the first heading."""

from __future__ import annotations

import pytest

from matcher.sections.lines import view_lines
from matcher.sections.preface import split_preface
from tests.sections.builders import document_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Quist\nana@example.org", [(0, "contact")]),
        ("Ana Quist\nI build small services.", [(0, "contact"), (1, "summary")]),
        ("Ana Quist\nDeveloper, Tern, 2019 - 2022\n- Built.", [(0, "contact"), (1, "experience")]),
        ("Ana Quist\nDeveloper\nana@example.org\nDeveloper\nTern\n2019 - 2022", [(0, "contact"), (3, "experience")]),
        ("Ana Quist\n- Developer, Tern, 2019 - 2022\n- Tester, Auk, 2015 - 2019", [(0, "contact"), (1, "experience")]),
        ("Ana Quist\n- Wrote a book in 2019 - 2022 on rails\n- Sang", [(0, "contact"), (1, "summary")]),
        (
            "Ana Quist\n2019 - 2022: Developer, Tern. Built the tracking that drivers use, moved it and kept it up.",
            [(0, "contact"), (1, "experience")],
        ),
        (
            "Ana Quist\nMay 2019 - June 2021 | Tern | a booking page for a small club with tests, in Flask.",
            [(0, "contact"), (1, "experience")],
        ),
        ("Ana Quist\nDeveloper\nClerk\nTern Systems Pvt. Ltd.\n2019 - 2022", [(0, "contact"), (2, "experience")]),
        ("Ana Quist\n+44 20 7946 0018 2019", [(0, "contact")]),
    ],
)
def test_the_first_lines_are_cut(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(line, kind.value) for line, kind in split_preface(view_lines(document_of(text)))] == expected


def test_nothing_has_no_parts() -> None:
    assert split_preface([]) == []
