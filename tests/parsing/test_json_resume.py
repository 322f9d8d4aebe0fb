"""JSON Resume files."""

from __future__ import annotations

import json
from typing import Any

import pytest

from matcher.errors import InputError
from matcher.parsing.json_resume import read_json_resume


def _lines(value: Any) -> list[str]:
    return [run.text for run in read_json_resume(json.dumps(value).encode()).pages[0].runs]


def test_a_resume_is_written_out_in_the_order_of_a_printed_one() -> None:
    resume = {
        "skills": [{"name": "Databases", "level": "expert", "keywords": ["PostgreSQL", "Redis"]}],
        "work": [
            {
                "name": "Acme",
                "position": "Engineer",
                "startDate": "2021-03-01",
                "summary": "Payments.",
                "highlights": ["Built billing in Go.", ""],
            },
            {"company": "Older", "position": "Intern", "startDate": "2019-06", "endDate": "2020-01-31"},
        ],
        "basics": {
            "name": "Mara Lindqvist",
            "label": "Backend Engineer",
            "email": "mara@example.com",
            "phone": "555 0100",
            "location": {"city": "Oslo", "countryCode": "NO"},
            "profiles": [{"url": "https://example.org/mara"}],
            "summary": "Builds things.",
        },
        "education": [{"studyType": "BSc", "area": "Physics", "institution": "Eastmoor", "endDate": "2019"}],
    }

    assert _lines(resume) == [
        "Mara Lindqvist",
        "Backend Engineer",
        "mara@example.com | 555 0100 | Oslo, NO | https://example.org/mara",
        "Summary",
        "Builds things.",
        "Experience",
        "Engineer, Acme",
        "2021-03 – Present",
        "Payments.",
        "• Built billing in Go.",
        "Intern, Older",
        "2019-06 – 2020-01",
        "Education",
        "BSc, Physics, Eastmoor",
        "2019",
        "Skills",
        "Databases, expert: PostgreSQL, Redis",
    ]


@pytest.mark.parametrize(
    "value",
    [
        {"basics": None, "work": {}, "skills": ["Go"]},
        {"basics": [], "work": [None, 1, "x"], "skills": [{"keywords": "Go"}], "education": [{"courses": [1, None]}]},
        {"basics": {"location": "Oslo", "profiles": ["x"], "name": 5}},
    ],
)
def test_odd_values_are_no_trouble(value: object) -> None:
    assert isinstance(_lines(value), list)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{", "file_corrupt"),
        (b"[" * 100_000, "file_corrupt"),
        (b"[]", "type_unsupported"),
        (b'"x"', "type_unsupported"),
        (b'{"name": "x"}', "type_unsupported"),
    ],
)
def test_other_json_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as refused:
        read_json_resume(data)

    assert refused.value.code == code
