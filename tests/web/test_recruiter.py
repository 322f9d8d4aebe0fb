from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.pipeline import Upload
from tests.web.conftest import FORM, Clock

ROLE = "lead-backend-engineer"
Post = Callable[..., Any]


@pytest.fixture
def files(resume: Upload, sample: Upload) -> list[Upload]:
    return [
        resume,
        Upload(b"", "=empty.pdf"),
        Upload(sample.data, "jane_doe.pdf"),
        Upload(resume.data + b"\n", "copy.txt"),
    ]


@pytest.fixture
def url(post: Post, files: list[Upload]) -> str:
    answer = post("/screenings", files=files, role=ROLE, hide_names="on", title="November")
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def test_the_ranking_keeps_every_file(client: FlaskClient, url: str) -> None:
    page = client.get(url).text

    assert "4 files: 2 ranked, 1 not readable, 1 duplicate" in page
    assert "The order is a reading order, not a decision." in page
    for words in ("Resume A1", "Resume A3", "Not readable", "file_empty", "Same text as"):
        assert words in page


def test_names_are_hidden_until_they_are_asked_for(client: FlaskClient, url: str) -> None:
    for path in (url, f"{url}/ranking.csv", f"{url}/resumes/A3"):
        assert "jane_doe" not in client.get(path).text
        assert "jane_doe" in client.get(f"{path}?names=shown").text


def test_missing_must_haves_stand_in_the_row_with_their_reasons(client: FlaskClient, url: str) -> None:
    page = client.get(url).text

    assert "Not shown, with reasons" in page
    assert "Team leadership:</strong>" in page


def test_each_row_is_a_click_away_from_the_report_without_advice(client: FlaskClient, url: str) -> None:
    assert f'href="{url}/resumes/A1' in client.get(url).text

    page = client.get(f"{url}/resumes/A1").text

    assert "must-haves are shown" in page
    assert "Questions to ask" in page
    assert "If you have done it" not in page
    assert client.get(f"{url}/resumes/A2").status_code == 404
    assert client.get(f"{url}/resumes/A99").status_code == 404


def test_who_asks_is_told_what_to_listen_for_and_who_answers_is_not(
    client: FlaskClient, url: str, post: Post, resume: Upload
) -> None:
    asking = client.get(f"{url}/resumes/A1").text
    answering = client.get(post("/", file=resume, role="lead-backend-engineer").location).text

    assert "Listen for" in asking
    assert "Tip:" not in asking
    assert "Listen for" not in answering
    assert "Tip:" in answering
    assert "For every interview" in answering


def test_the_csv_guards_against_formulas(client: FlaskClient, url: str) -> None:
    answer = client.get(f"{url}/ranking.csv?names=shown")
    rows = list(csv.DictReader(io.StringIO(answer.text)))

    assert answer.mimetype == "text/csv"
    assert [row["file"] for row in rows if row["error"]] == ["'=empty.pdf"]
    assert len(rows) == 4


@pytest.mark.parametrize("sort", ["rank", "resume", "must", "score", "nonsense"])
def test_sorting_is_a_link_and_says_so(sort: str, client: FlaskClient, url: str) -> None:
    page = client.get(f"{url}?sort={sort}").text

    assert page.count("aria-sort") == 1
    assert page.count('<tr role="row" id="A') + page.count('<tr class="quiet"') == 4


def test_a_filter_says_how_many_it_leaves_out(client: FlaskClient, url: str) -> None:
    page = client.get(f"{url}?must=mentoring").text

    assert "not in this view" in page


def test_a_ranking_can_be_deleted(client: FlaskClient, url: str) -> None:
    client.post(f"{url}/delete", data=FORM)

    assert client.get(url).status_code == 410


def test_a_ranking_is_forgotten_after_a_day(client: FlaskClient, url: str, clock: Clock) -> None:
    clock.pass_hours(24)

    assert client.get(url).status_code == 410


@pytest.mark.parametrize(
    ("fields", "status", "message"),
    [
        ({"role": ROLE}, 400, "Choose the resumes."),
        ({"files": [Upload(b"Ada", "a.txt")]}, 400, "Choose a role"),
        ({"files": [Upload(b"Ada", "a.txt")] * 31, "role": ROLE}, 413, "These are 31 files."),
        ({"files": [Upload(b"Ada", "a.txt")], "job": "We have a dog."}, 422, "job_unreadable"),
    ],
)
def test_a_problem_is_told_twice(fields: dict[str, Any], status: int, message: str, post: Post) -> None:
    answer = post("/screenings", title="November", **fields)

    assert answer.status_code == status
    assert "There is a problem" in answer.text
    assert message in answer.text
    assert 'value="November"' in answer.text


def test_files_too_large_together_are_refused(app: Flask, post: Post, files: list[Upload]) -> None:
    app.config["SCREENING_BYTES"] = 1_000

    answer = post("/screenings", files=files, role=ROLE)

    assert answer.status_code == 413
    assert "too large together" in answer.text


def test_an_advertisement_is_a_target_too(client: FlaskClient, post: Post, resume: Upload) -> None:
    job = "Backend Engineer\n\nRequirements\n- Experience with PostgreSQL\n- Experience with Kafka\n"

    page = client.get(post("/screenings", files=[resume], job=job).location).text

    assert "1 of 2" in page
    assert "ada.txt" in page
