from __future__ import annotations

import base64
import io
import json
from datetime import date
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import FileStorage

from matcher.errors import InputError
from matcher.pipeline import Matcher
from matcher.web.api.inputs import resume_of, target_of, upload_of
from matcher.web.api.models import MatchRequest

TEXT = st.text(max_size=30)
DATE = st.from_regex(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d))?)?", fullmatch=True)
OTHER = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)


def thing(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """An object as the schema of JSON Resume has them: nothing is required, other keys may stand beside."""
    known = st.fixed_dictionaries({}, optional=fields)
    return st.builds(lambda ours, theirs: {**theirs, **ours}, known, st.dictionaries(TEXT, OTHER, max_size=2))


def many(entry: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(entry, max_size=3)


RESUMES = thing(
    basics=thing(
        name=TEXT,
        label=TEXT,
        image=TEXT,
        email=TEXT,
        phone=TEXT,
        url=TEXT,
        summary=TEXT,
        location=thing(address=TEXT, postalCode=TEXT, city=TEXT, countryCode=TEXT, region=TEXT),
        profiles=many(thing(network=TEXT, username=TEXT, url=TEXT)),
    ),
    work=many(
        thing(
            name=TEXT,
            location=TEXT,
            description=TEXT,
            position=TEXT,
            url=TEXT,
            startDate=DATE,
            endDate=DATE,
            summary=TEXT,
            highlights=many(TEXT),
        )
    ),
    volunteer=many(thing(organization=TEXT, position=TEXT, startDate=DATE, endDate=DATE, highlights=many(TEXT))),
    education=many(
        thing(institution=TEXT, area=TEXT, studyType=TEXT, startDate=DATE, endDate=DATE, score=TEXT, courses=many(TEXT))
    ),
    awards=many(thing(title=TEXT, date=DATE, awarder=TEXT, summary=TEXT)),
    certificates=many(thing(name=TEXT, date=DATE, url=TEXT, issuer=TEXT)),
    publications=many(thing(name=TEXT, publisher=TEXT, releaseDate=DATE, url=TEXT, summary=TEXT)),
    skills=many(thing(name=TEXT, level=TEXT, keywords=many(TEXT))),
    languages=many(thing(language=TEXT, fluency=TEXT)),
    interests=many(thing(name=TEXT, keywords=many(TEXT))),
    references=many(thing(name=TEXT, reference=TEXT)),
    projects=many(
        thing(
            name=TEXT,
            description=TEXT,
            highlights=many(TEXT),
            keywords=many(TEXT),
            startDate=DATE,
            endDate=DATE,
            url=TEXT,
            roles=many(TEXT),
            entity=TEXT,
            type=TEXT,
        )
    ),
    meta=thing(canonical=TEXT, version=TEXT, lastModified=TEXT),
)


def request_of(**fields: Any) -> MatchRequest:
    return MatchRequest.model_validate({"role": "lead-backend-engineer", **fields})


def read_as(matcher: Matcher, request: MatchRequest) -> str:
    """Return the format that a resume was read as, or the code of why it was not."""
    try:
        report = matcher.report(resume_of(request), matcher.role(request.role), as_of=date(2026, 11, 1))
    except InputError as error:
        return error.code.value
    return report.input.format


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(RESUMES)
def test_every_valid_json_resume_is_read_or_told_to_be_empty(app: Flask, matcher: Matcher, resume: Any) -> None:
    with app.test_request_context():
        assert read_as(matcher, request_of(resume_json=resume)) in {"json_resume", "file_empty"}


def test_text_and_file_become_uploads(app: Flask) -> None:
    with app.test_request_context():
        text = resume_of(request_of(resume_text="Ada"))
        file = resume_of(request_of(resume_file={"name": "ada.pdf", "content": base64.b64encode(b"%PDF").decode()}))

    assert (text.data, text.filename) == (b"Ada", "resume.txt")
    assert (file.data, file.filename) == (b"%PDF", "ada.pdf")


@pytest.mark.parametrize(("sent", "kept"), [("a.pdf", "a.pdf"), ("C:\\Users\\ada\\a.pdf", "a.pdf"), ("../../x/a", "a")])
def test_of_a_name_the_last_part_is_taken(sent: str, kept: str, app: Flask) -> None:
    with app.test_request_context():
        assert upload_of(FileStorage(io.BytesIO(b"Ada"), sent)).filename == kept


def test_postings_of_both_kinds_are_targets(app: Flask, matcher: Matcher) -> None:
    job = {"title": "Engineer", "qualifications": ["Experience with PostgreSQL", "Experience with Kafka"]}
    posting = {"@type": "JobPosting", "title": "Engineer", "description": "<ul><li>Experience with Kafka</li></ul>"}
    with app.test_request_context():
        asked = [
            target_of(MatchRequest(resume_text="x", job_posting=one), matcher).requirements.requirements
            for one in (job, posting)
        ]

    assert [sorted(one.label for one in each) for each in asked] == [["Apache Kafka", "PostgreSQL"], ["Apache Kafka"]]


def test_what_is_no_posting_is_told_at_its_field(client: Any) -> None:
    answer = client.post("/api/v1/matches", json={"resume_text": "Ada Byte, Go", "job_posting": {"dog": "Rex"}})

    body = json.loads(answer.data)
    assert answer.status_code in {415, 422}
    assert body["errors"][0]["pointer"] == "/job_posting"
