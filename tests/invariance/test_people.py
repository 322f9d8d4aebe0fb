"""Who somebody is changes nothing: name, pronoun, place, school, age, club."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.pipeline import Matcher, Upload
from tests.invariance.outcomes import outcome, outcome_of_text
from tests.invariance.people import AGES, CLUBS, NAMES, PLACES, PRONOUNS, SCHOOLS, STORIES, Person, told

people = st.builds(
    Person,
    name=st.sampled_from(NAMES),
    pronouns=st.sampled_from(PRONOUNS),
    place=st.sampled_from(PLACES),
    school=st.sampled_from(SCHOOLS),
    age=st.sampled_from(AGES),
    club=st.sampled_from(CLUBS),
)


@pytest.mark.parametrize("story", STORIES, ids=["senior", "junior"])
def test_who_somebody_is_changes_nothing(matcher: Matcher, story: str) -> None:
    expected = outcome_of_text(matcher, told(story, Person()))

    @settings(derandomize=True, database=None, deadline=None, max_examples=30)
    @given(people)
    def check(person: Person) -> None:
        assert outcome_of_text(matcher, told(story, person)) == expected

    check()


def test_a_json_resume_comes_to_what_its_text_does(matcher: Matcher) -> None:
    fields = {
        "basics": {
            "name": "Ada Lind",
            "label": "Back-end engineer",
            "email": "someone@example.com",
            "location": {"city": "Oslo"},
            "summary": "Ada Lind has built payment services since 2016. She likes quiet systems.",
        },
        "work": [
            {
                "position": "Senior Back-end Engineer",
                "name": "Quillmere Freight",
                "startDate": "2020-03",
                "highlights": [
                    "Designed the booking API in Go; her service answers 900 requests a second.",
                    "Led a team of four engineers and mentored two juniors into her own role.",
                    "Split the monolith into five services on Kubernetes, each with its own PostgreSQL database.",
                ],
            },
            {
                "position": "Back-end Engineer",
                "name": "Tern Bank",
                "startDate": "2016-08",
                "endDate": "2020-02",
                "highlights": [
                    "Kept ledgers in Java and Spring Boot on Oracle; cut the nightly run from 6 hours to 40 minutes.",
                    "No cloud there; the platform team ran Kafka.",
                ],
            },
        ],
        "education": [
            {
                "studyType": "BSc",
                "area": "Computer Science",
                "institution": "Eastmoor University",
                "startDate": "2013",
                "endDate": "2016",
            }
        ],
        "skills": [{"name": name} for name in ("Go", "Java", "PostgreSQL", "Docker", "Terraform")],
    }

    upload = Upload(json.dumps(fields).encode(), "resume.json")

    assert outcome(matcher, upload) == outcome_of_text(matcher, told(STORIES[0], Person()))
