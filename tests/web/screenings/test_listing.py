from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.pipeline import Upload
from matcher.storage.audit import list_audit
from matcher.storage.items import list_items
from matcher.storage.screenings import find_screening
from tests.web.conftest import Clock
from tests.web.screenings.conftest import ROLE, Post, Screened

ONE = [Upload(b"Ada", "a.txt")]


def test_every_file_is_a_row_before_the_answer(begin: Callable[..., Screened], files: list[Upload]) -> None:
    made = begin(files, hide_names="on", days="30")
    with made.database.read() as connection:
        screening = find_screening(connection, made.team, made.id)
        items = list_items(connection, made.team, made.id)
        entries = list_audit(connection, made.team)

    assert [item.status for item in items] == ["queued"] * 4
    assert (screening.title, screening.blind) == ("November", True)
    assert (screening.expires_at - screening.created_at).days == 30
    assert [entry.action for entry in entries] == ["screening_made", "files_added"]
    assert entries[1].details == {"files": 4}
    assert "0 of 4 read." in made.page()


def test_the_list_tells_how_far_each_is(
    client: FlaskClient, screened: Screened, begin: Callable[..., Screened], clock: Clock
) -> None:
    clock.pass_hours(1)
    begin(ONE, title="December")
    page = client.get("/screenings").text

    assert page.index("December") < page.index("November")
    assert "4 of 4 read, 1 not readable" in page
    assert "0 of 1 read" in page


def test_what_has_had_its_time_is_listed_no_more(client: FlaskClient, screened: Screened, clock: Clock) -> None:
    clock.pass_hours(24 * 91)

    assert "November" not in client.get("/screenings").text
    assert client.get(screened.url).status_code == 410


def test_an_empty_list_says_how_to_begin(client: FlaskClient) -> None:
    page = client.get("/screenings").text

    assert "No screening yet." in page
    assert "/screenings/new" in page


@pytest.mark.parametrize(
    ("fields", "status", "message"),
    [
        ({"role": ROLE}, 400, "Choose the resumes."),
        ({"files": ONE}, 400, "Choose a role"),
        ({"files": ONE * 31, "role": ROLE}, 413, "These are 31 files."),
        ({"files": ONE, "job": "We have a dog."}, 422, "job_unreadable"),
        ({"files": ONE, "role": ROLE, "days": "181"}, 422, "Write 1 to 180 days."),
        ({"files": ONE, "role": ROLE, "days": "-1"}, 422, "Write 1 to 180 days."),
        ({"files": ONE, "role": "prf_" + "0" * 24}, 404, "There is no such role profile."),
    ],
)
def test_a_problem_is_told_and_nothing_is_stored(
    fields: dict[str, Any], status: int, message: str, post: Post, client: FlaskClient
) -> None:
    answer = post("/screenings", title="November", **fields)

    assert answer.status_code == status
    assert "There is a problem" in answer.text
    assert message in answer.text
    assert 'value="November"' in answer.text
    assert "No screening yet." in client.get("/screenings").text


def test_files_too_large_together_are_refused(app: Flask, post: Post, files: list[Upload]) -> None:
    app.config["SCREENING_BYTES"] = 1_000

    answer = post("/screenings", files=files, role=ROLE)

    assert answer.status_code == 413
    assert "too large together" in answer.text
