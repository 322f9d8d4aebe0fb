from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from matcher.pipeline import Upload

JOB = "Backend Engineer\n\nRequirements\n- Experience with PostgreSQL\n- Experience with Kafka\n"
ROLE = "junior-backend-engineer"
Post = Callable[..., Any]


@pytest.fixture
def asked(post: Post, resume: Upload) -> str:
    """The address of the list as it was understood, before anybody saw the report."""
    location: str = post("/", file=resume, job=JOB, look="1").location
    return location


def test_what_was_understood_can_be_looked_at_before_the_report(client: FlaskClient, asked: str) -> None:
    page = html.unescape(client.get(asked).text)

    assert asked.endswith("/asked")
    assert "“Experience with Kafka”" in page
    assert page.count('<option value="required" selected>') == 3


def test_entries_are_dropped_weighed_anew_and_added(client: FlaskClient, asked: str) -> None:
    sent = {"is-kafka": "drop", "is-postgresql": "preferred", "add": "terraform; Team leadership", "add_as": "required"}

    answer = client.post(asked, data=sent)

    page = client.get(answer.location).text
    assert 'id="r-kafka"' not in page
    assert "Nice-to-haves (1)" in page
    assert 'id="r-terraform"' in page
    assert 'id="r-team-leadership"' in page


def test_what_was_left_out_can_be_taken_back(client: FlaskClient, asked: str) -> None:
    client.post(asked, data={"is-kafka": "drop"})
    assert '<option value="drop" selected>' in client.get(asked).text

    report = client.post(asked, data={"is-kafka": "required"}).location

    assert 'id="r-kafka"' in client.get(report).text


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"add": "Kafka, Frobnicator"}, "We do not know Frobnicator."),
        ({"is-kafka": "drop", "is-postgresql": "drop"}, "Everything is left out."),
    ],
)
def test_a_mistake_is_told_and_nothing_chosen_is_lost(
    client: FlaskClient, asked: str, sent: dict[str, str], message: str
) -> None:
    answer = client.post(asked, data={"is-postgresql": "preferred", **sent})

    page = html.unescape(answer.text)
    assert answer.status_code in {400, 422}
    assert message in page
    assert f'value="{sent.get("add", "")}"' in page
    assert f'<option value="{sent.get("is-postgresql", "preferred")}" selected>' in page


def test_a_list_that_is_gone_is_gone(client: FlaskClient) -> None:
    assert client.get(f"/reports/{'a' * 32}/asked").status_code == 410
    assert client.post(f"/reports/{'a' * 32}/asked").status_code == 410
    assert client.get("/reports/short/asked").status_code == 404


def test_a_role_and_an_advertisement_are_put_together(client: FlaskClient, post: Post, resume: Upload) -> None:
    report = post("/", file=resume, job=JOB, role=ROLE).location

    page = client.get(report).text

    assert "Junior Back-End Engineer and the job Backend Engineer" in page
    assert "were put together" in page
    assert 'id="r-kafka"' in page
    assert 'id="r-relational-databases"' in page


def test_an_advertisement_may_be_a_file(client: FlaskClient, post: Post, resume: Upload) -> None:
    report = post("/", file=resume, job="ignored", job_file=Upload(JOB.encode(), "job.md")).location

    page = client.get(report).text

    assert 'id="r-kafka"' in page
    assert "The file was used." in page


def test_a_broken_job_file_is_blamed_on_its_field(post: Post, resume: Upload) -> None:
    answer = post("/", file=resume, job_file=Upload(b"", "job.pdf"))

    assert answer.status_code == 422
    assert 'href="#job_file"' in answer.text
    assert "job.pdf is empty." in answer.text
