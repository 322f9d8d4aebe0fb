from __future__ import annotations

from datetime import date

import pytest

from matcher.pipeline import Matcher, Upload
from matcher.reports import shapes

RESUME = """Ada Byte
ada@example.com

Experience
Back-end Engineer, Quillmere Freight
January 2019 - present
- Designed the booking API in Go 1.22 with PostgreSQL.
- No experience with Kafka.

Skills
Go, Terraform, Quorvexa
"""


@pytest.fixture(scope="module")
def shape(matcher: Matcher) -> dict:
    reading = matcher.read(Upload(RESUME.encode(), "ada.txt"), as_of=date(2026, 11, 1))
    parts = reading.parts
    return shapes.parse_shape(
        parts.document,
        parts.sections,
        parts.mentions,
        reading.profile,
        reading.contact,
        matcher.taxonomy,
        parts.unrecognised,
    )


def test_what_was_read_has_the_keys_of_the_contract(shape: dict) -> None:
    assert set(shape) >= {
        "text",
        "format",
        "pages",
        "lines",
        "sections",
        "contact",
        "positions",
        "education",
        "experience_months",
        "skills",
        "warnings",
    }
    assert set(shape["positions"][0]) == {"title", "company", "start", "end", "current"}
    assert shape["positions"][0]["start"] == "2019-01"
    assert shape["positions"][0]["end"] is None


def test_a_skill_that_is_only_denied_is_not_among_the_skills(shape: dict) -> None:
    names = [skill["name"] for skill in shape["skills"]]

    assert "Apache Kafka" not in names
    assert names.index("Go") < names.index("Terraform")


def test_a_name_that_the_taxonomy_lacks_stands_apart(shape: dict) -> None:
    assert [(name["text"], name["section"]) for name in shape["unrecognised"]] == [("Quorvexa", "skills")]
    assert all(skill["name"] != "Quorvexa" for skill in shape["skills"])


def test_each_mention_tells_its_place_in_the_text(shape: dict) -> None:
    mentions = [mention for skill in shape["skills"] for mention in skill["mentions"]]

    assert mentions
    for mention in mentions:
        assert shape["text"][mention["start"] : mention["end"]] == mention["text"]
        assert mention["page"] == 1


def test_a_mention_carries_its_version_only_where_one_is_written(matcher: Matcher) -> None:
    text = "Services in Go 1.22 and Rust."

    found = {
        shape["canonical"]: shape
        for shape in (shapes.mention_shape(text, mention, matcher.taxonomy) for mention in matcher.mentions(text))
    }

    assert found["Go"]["version"] == "1.22"
    assert "version" not in found["Rust"]


def test_a_role_tells_what_each_verdict_means(matcher: Matcher) -> None:
    shape = shapes.role_shape(matcher.taxonomy.role("lead-backend-engineer"), matcher.taxonomy)

    assert shape["required"] == sum(r["importance"] == "required" for r in shape["requirements"])
    assert all(set(r["criteria"]) == {"met", "partial", "missing"} for r in shape["requirements"])


def test_a_skill_of_a_role_tells_what_other_classifications_call_it(matcher: Matcher) -> None:
    shape = shapes.role_shape(matcher.taxonomy.role("lead-backend-engineer"), matcher.taxonomy)
    skills = {skill["name"]: skill["same_as"] for r in shape["requirements"] for skill in r["any_of"]}

    assert skills["Python"]["esco"] == "http://data.europa.eu/esco/skill/ccd0a1d9-afda-43d9-b901-96344886e14d"
    assert skills["Django"] == {"esco": None, "onet": {"code": "43232408", "title": "Django"}}
    assert skills["Micronaut"] == {"esco": None, "onet": None}
