from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from matcher.client import Client, Item, Problem
from matcher.pipeline import Upload
from tests.web.api.conftest import MakeKey, work_off

ROLE = "senior-backend-engineer"
TEXT = "Ada Byte\n\nExperience\n\nBack-end Engineer, Firm\n2019 - present\n- Built services in Go.\n"
POSTING = {"@type": "JobPosting", "title": "Engineer", "description": "<ul><li>Experience with PostgreSQL</li></ul>"}


@pytest.fixture
def client(server: str, make_key: MakeKey) -> Client:
    return Client(server, make_key(), tries=1)


def test_a_file_is_compared_read_again_and_erased(client: Client, sample: Upload, tmp_path: Path) -> None:
    path = tmp_path / 'my "best" resume.pdf'
    path.write_bytes(sample.data)

    match = client.match_file(path, role=ROLE, external_id="application-ä")
    assert (match.external_id, match.required_total > 5) == ("application-ä", True)
    assert client.match_file(sample.data, role=ROLE).score == match.score
    assert client.match(match.id) == match
    client.delete_match(match.id)
    with pytest.raises(Problem) as caught:
        client.match(match.id)
    assert (caught.value.status, caught.value.code) == (404, "not_found")


def test_texts_json_resumes_and_jobs_are_taken(client: Client) -> None:
    text = client.match_text(TEXT, job_posting=POSTING)
    resume = client.match_json({"basics": {"name": "Ada"}, "skills": [{"name": "PostgreSQL"}]}, job_posting=POSTING)

    assert (text.required_total + resume.required_total) == 2
    assert text.missing == ("PostgreSQL",) or "PostgreSQL" in text.missing[0]


def test_a_score_that_is_withheld_is_none(client: Client) -> None:
    assert client.match_text("Ada", role=ROLE).score is None


def test_profiles_are_listed_over_pages_and_made(client: Client) -> None:
    made = client.create_role_profile(job_posting=POSTING, title="Payments")

    assert made.title == "Payments"
    assert {ROLE, made.id} <= {one.id for one in client.role_profiles()}
    assert client.match_text(TEXT, role=made.id).required_total == 1


def test_a_batch_is_sent_once_and_gives_each_result(app: Flask, client: Client) -> None:
    items = [
        Item("a", resume_text=TEXT),
        Item("b", file=b"\0\1", file_name="b.pdf"),
        Item("c", resume_json={"work": [1]}),
    ]
    made = client.create_batch(items, role=ROLE, external_id="monday", name="monday")
    assert client.create_batch(items, role=ROLE, external_id="monday", name="monday").id == made.id
    assert (made.over, client.wait_for(made.id, seconds=0).over) == (False, False)
    work_off(app)

    done = client.wait_for(made.id)
    assert (done.status, done.total, done.succeeded + done.failed) == ("completed", 3, 3)
    results = {one.external_id: one for one in client.results(made.id)}
    assert results["a"].match is not None
    assert (results["b"].match, bool(results["b"].problem)) == (None, True)
    client.delete_batch(made.id)
    with pytest.raises(Problem):
        client.batch(made.id)


def test_many_results_come_over_pages_and_a_batch_can_be_cancelled(app: Flask, client: Client) -> None:
    many = client.create_batch([Item(str(number), resume_text=f"Ada {number}") for number in range(101)], role=ROLE)
    assert client.cancel_batch(many.id).status == "cancelled"

    assert [one.external_id for one in client.results(many.id)] == [str(number) for number in range(101)]


def test_what_is_wrong_is_told_with_its_place(client: Client) -> None:
    with pytest.raises(Problem) as caught:
        client.match_text(TEXT)

    assert (caught.value.status, caught.value.code) == (400, "field_missing")
    assert caught.value.errors
    assert caught.value.request_id.startswith("req_")
    assert caught.value.code in str(caught.value)


def test_the_wrong_key_is_told(server: str, make_key: MakeKey) -> None:
    make_key()
    with pytest.raises(Problem) as caught:
        list(Client(server, "nonsense", tries=1).role_profiles())

    assert caught.value.code == "key_invalid"
