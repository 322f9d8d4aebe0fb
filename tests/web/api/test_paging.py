from __future__ import annotations

import json

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.web.api.paging import read_cursor, write_cursor
from matcher.web.problems import FormProblem

QUESTIONS = "/api/v1/questions"


def test_cursors_lead_through_the_whole_list_once(client: FlaskClient) -> None:
    whole = client.get(f"{QUESTIONS}?role=lead-backend-engineer&kind=design&limit=100").json
    assert whole["next_cursor"] is None

    found, url, calls = [], f"{QUESTIONS}?role=lead-backend-engineer&kind=design&limit=7", 0
    while url:
        answer = client.get(url)
        link = answer.headers.get("Link", "")
        assert bool(link) == (answer.json["next_cursor"] is not None)
        found += answer.json["data"]
        url, calls = link.partition(">")[0].lstrip("<"), calls + 1

    assert found == whole["data"]
    assert calls == -(-len(found) // 7)


@pytest.mark.parametrize("cursor", ["5", "====", "é", "AAAA", "a" * 200, "%00"])
def test_a_cursor_of_anybody_else_is_refused(cursor: str, client: FlaskClient) -> None:
    answer = client.get(f"{QUESTIONS}?cursor={cursor}")

    assert answer.status_code == 422
    assert json.loads(answer.data)["errors"][0]["pointer"] == "/cursor"


def test_a_cursor_is_good_for_its_own_list_alone(app: Flask) -> None:
    with app.test_request_context(QUESTIONS):
        cursor = write_cursor("25")
        assert read_cursor(cursor) == "25"
    with app.test_request_context("/api/v1/role-profiles"), pytest.raises(FormProblem):
        read_cursor(cursor)


def test_one_flipped_letter_makes_it_another(app: Flask) -> None:
    with app.test_request_context(QUESTIONS):
        cursor = write_cursor("25")
        for at in range(len(cursor) - 1):
            forged = cursor[:at] + ("A" if cursor[at] != "A" else "B") + cursor[at + 1 :]
            with pytest.raises(FormProblem):
                read_cursor(forged)
