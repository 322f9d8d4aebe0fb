from __future__ import annotations

import json
from typing import Any

import pytest

from matcher.parsing.json_job import job_as_posting
from matcher.pipeline import Matcher, Upload

JOB = {
    "title": "Back-end Engineer",
    "company": "Quillmere Freight",
    "location": {"city": "Leeds", "countryCode": "GB"},
    "description": "We move parcels.",
    "responsibilities": ["Run our services on Kubernetes"],
    "qualifications": ["Experience with PostgreSQL", "5 years of Go"],
    "skills": [{"name": "Data", "level": "Master", "keywords": ["Kafka", "Redis"]}, {"name": "Terraform"}],
}


def test_a_job_of_the_layout_is_told_as_a_posting() -> None:
    posting = job_as_posting(JOB)

    assert posting is not None
    assert posting["@type"] == "JobPosting"
    assert posting["hiringOrganization"] == "Quillmere Freight"
    assert posting["jobLocation"] == {"addressLocality": "Leeds"}
    assert posting["skills"] == ["Data: Kafka, Redis", "Terraform"]


def test_its_qualifications_and_skills_are_asked_for(matcher: Matcher) -> None:
    target = matcher.job(Upload(json.dumps(JOB).encode(), "job.json")).requirements

    labels = {requirement.label for requirement in target.requirements}
    assert target.title == "Back-end Engineer"
    assert {"PostgreSQL", "Apache Kafka", "Redis", "Terraform"} <= labels
    assert [requirement.min_years for requirement in target.requirements if "Go" in requirement.label] == [5]


@pytest.mark.parametrize(
    "fields",
    [
        [],
        None,
        {"title": 5, "description": "x"},
        {"title": "Engineer"},
        {"title": "Engineer", "skills": [5, {"name": 5, "keywords": 5}]},
        {"title": "Engineer", "description": "x", "work": []},
        {"basics": {"name": "Ada"}, "skills": [{"name": "Go"}]},
    ],
)
def test_what_is_no_job_is_left_alone(fields: Any) -> None:
    assert job_as_posting(fields) is None


def test_fields_of_other_kinds_are_no_crash() -> None:
    posting = job_as_posting({"title": "Engineer", "description": 5, "skills": "Go", "location": [], "experience": {}})

    assert posting is not None
    assert posting["description"] == ""
    assert posting["skills"] == []
