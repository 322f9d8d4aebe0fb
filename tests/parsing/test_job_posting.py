"""Job postings in JSON-LD."""

from __future__ import annotations

import json
from typing import Any

import pytest

from matcher.parsing.job_posting import find_posting, read_job_posting

LONG = "<p>We build payment systems.</p><h3>Requirements</h3><ul><li>Go or Java</li></ul>" + "<p>Much more.</p>" * 10


def _posting(**fields: Any) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@type": "JobPosting", "title": "Backend Engineer", **fields}


def _lines(**fields: Any) -> list[str]:
    return [run.text for run in read_job_posting(_posting(**fields)).pages[0].runs]


@pytest.mark.parametrize(
    "value",
    [
        _posting(),
        [{"@type": "Organization"}, _posting()],
        {"@graph": [{"@type": "WebPage"}, _posting()]},
        {**_posting(), "@type": ["JobPosting", "Thing"]},
    ],
)
def test_a_posting_is_found_wherever_it_stands(value: object) -> None:
    found = find_posting(json.dumps(value).encode(), page=False)

    assert found is not None
    assert found["title"] == "Backend Engineer"


@pytest.mark.parametrize("value", [{}, [], 1, {"@type": "Person"}, {"@graph": {"@graph": {}}}])
def test_other_data_is_no_posting(value: object) -> None:
    assert find_posting(json.dumps(value).encode(), page=False) is None


def test_a_page_with_a_full_posting_gives_it_and_a_stub_does_not() -> None:
    page = '<p>menu</p><script type="application/ld+json">{}</script>'

    assert find_posting(page.replace("{}", json.dumps(_posting(description=LONG))).encode(), page=True)
    assert find_posting(page.replace("{}", json.dumps(_posting(description="short"))).encode(), page=True) is None
    assert find_posting(page.replace("{}", "{broken").encode(), page=True) is None


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"description": "<p>One</p><ul><li>Go</li></ul>"}, ["One", "• Go"]),
        ({"description": "&lt;p&gt;One&lt;/p&gt;"}, ["One"]),
        ({"description": "One\n- Go"}, ["One", "- Go"]),
        (
            {"hiringOrganization": {"name": "Acme"}, "jobLocation": {"address": {"addressLocality": "Oslo"}}},
            ["Acme, Oslo"],
        ),
        ({"qualifications": "Go"}, ["Requirements", "Go"]),
        ({"skills": ["Go", {"name": "Rust"}]}, ["Skills", "Go", "Rust"]),
        ({"experienceRequirements": {"monthsOfExperience": 36}}, ["Experience", "3 years of experience"]),
        ({"educationRequirements": {"credentialCategory": "bachelor degree"}}, ["Education", "bachelor degree"]),
        ({"description": 7, "skills": None, "qualifications": {}}, []),
    ],
)
def test_a_posting_reads_like_a_job_description(fields: dict[str, Any], expected: list[str]) -> None:
    assert _lines(**fields) == ["Backend Engineer", *expected]


def test_months_may_be_text_and_experience_may_stand_in_for_a_degree() -> None:
    months = {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": "48", "description": "with Go"}
    lines = _lines(
        experienceRequirements=months,
        educationRequirements={"credentialCategory": "bachelor degree"},
        experienceInPlaceOfEducation=True,
    )
    assert "4 years of experience" in lines
    assert "with Go" in lines
    assert "bachelor degree or equivalent experience" in lines


def test_a_field_that_says_it_asks_for_nothing_is_left_out() -> None:
    assert "no requirements" not in _lines(experienceRequirements="no requirements")


def test_of_several_postings_on_a_page_the_one_of_its_heading_is_read() -> None:
    script = '<script type="application/ld+json">{}</script>'
    others = [_posting(description=LONG, title=title) for title in ("Baker", "Sea Captain")]
    page = script.replace("{}", json.dumps({"itemListElement": [{"item": other} for other in others]}))

    named = find_posting(f"{page}<h1>Sea Captain</h1>".encode(), page=True)
    assert named is not None
    assert named["title"] == "Sea Captain"
    first = find_posting(page.encode(), page=True)
    assert first is not None
    assert first["title"] == "Baker"
