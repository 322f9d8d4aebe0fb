from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.pipeline import Upload

Post = Callable[..., Any]


@pytest.fixture
def report(post: Post, resume: Upload) -> str:
    location: str = post("/", file=resume, role="lead-backend-engineer").location
    return location


def better(resume: Upload) -> Upload:
    more = b"- Mentored two junior engineers in weekly sessions.\n\nSkills"
    return Upload(resume.data.replace(b"\nSkills", more), "ada-2.txt")


def test_what_the_next_version_shows_better_is_told(
    client: FlaskClient, post: Post, report: str, resume: Upload
) -> None:
    answer = post(f"{report}/again", file=better(resume))

    page = client.get(answer.location).text
    assert answer.location.endswith("/changes")
    assert "moved up, none moved down." in page
    assert "Mentoring" in page
    before, now = page.split("Before", 1)[1].split("<section", 1)[0].split("Now")
    assert "At most 70." in before
    assert "At most 70." in now
    assert client.get(report).status_code == 200


def test_the_new_report_leads_to_what_changed(client: FlaskClient, post: Post, report: str, resume: Upload) -> None:
    location = post(f"{report}/again", file=better(resume)).location

    page = client.get(location.removesuffix("/changes")).text

    assert "What changed since the version before" in page
    assert "What changed since" not in client.get(report).text


def test_deleting_the_first_version_takes_it_out_of_the_next(
    client: FlaskClient, post: Post, report: str, resume: Upload
) -> None:
    location = post(f"{report}/again", file=better(resume)).location

    client.post(f"{report}/delete")

    assert client.get(location).status_code == 302
    assert client.get(location.removesuffix("/changes")).status_code == 200


def test_the_corrected_list_stays_the_list(client: FlaskClient, post: Post, report: str, resume: Upload) -> None:
    client.post(f"{report}/asked", data={"is-mentoring": "drop"})

    location = post(f"{report}/again", file=better(resume)).location

    assert "No requirement moved." in client.get(location).text


def test_a_list_that_was_changed_in_between_gives_no_difference_of_scores(
    client: FlaskClient, post: Post, report: str, resume: Upload
) -> None:
    location = post(f"{report}/again", file=better(resume)).location
    client.post(location.replace("/changes", "/asked"), data={"is-security": "drop"})

    page = client.get(location).text

    assert "Not the same list." in page
    assert "of 100" not in page


def test_a_problem_brings_the_form_back(client: FlaskClient, post: Post, report: str) -> None:
    assert "Choose a file or paste your resume." in post(f"{report}/again", text=" ").text
    assert post(f"{report}/again", file=Upload(b"", "cv.pdf")).status_code == 422
    assert "same list as before" in client.get(f"{report}/again").text


def test_a_body_that_is_too_large_is_told_as_such(app: Flask, post: Post, report: str, resume: Upload) -> None:
    app.config["MAX_CONTENT_LENGTH"] = 2_000

    answer = post(f"{report}/again", file=Upload(resume.data * 30, "big.txt"))

    assert answer.status_code == 413
    assert "too large" in answer.text


def test_a_first_version_has_no_changes(client: FlaskClient, report: str) -> None:
    assert client.get(f"{report}/changes").location == f"{report}/again"
