"""More than there is room for: what is taken is done, what is not is told to come again."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Connection, event

from matcher.storage.database import Database
from tests.web.api.conftest import work_off
from tests.web.api.contract import serving

ROLE = "lead-backend-engineer"
Answer = tuple[int, dict[str, Any], str]
MATCH = {"resume_text": "Ada Byte\n\nSkills\nGo, PostgreSQL", "role": ROLE}


@pytest.fixture
def more() -> dict[str, Any]:
    return {"QUEUE_ITEMS": 30, "QUEUE_ITEMS_PER_TEAM": 30, "MATCHES_AT_ONCE": 8}


def at_once(
    count: int, send: Callable[[int], tuple[int, dict[str, Any], str]]
) -> list[tuple[int, dict[str, Any], str]]:
    """Send so many calls side by side, all let go in the same moment."""
    answers: list[tuple[int, dict[str, Any], str]] = []
    gate = threading.Barrier(count)

    def run(number: int) -> None:
        gate.wait()
        answers.append(send(number))

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def post(url: str, body: Any, name: str) -> Answer:
    headers = {"Content-Type": "application/json", "Idempotency-Key": name}
    request = urllib.request.Request(url, json.dumps(body).encode(), headers, method="POST")  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310
            return answer.status, json.loads(answer.read()), ""
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.loads(error.read()), error.headers.get("Retry-After", "")


def test_of_two_hundred_batches_at_once_those_that_were_taken_are_done(app: Flask, client: FlaskClient) -> None:
    with serving(app) as root:
        answers = at_once(
            200,
            lambda number: post(
                f"{root}/api/v1/batches",
                {"role": ROLE, "items": [{"external_id": "a", "resume_text": MATCH["resume_text"]}]},
                f"n{number}",
            ),
        )

    counts = Counter(status for status, _, _ in answers)
    taken = [body["id"] for status, body, _ in answers if status == 202]
    assert set(counts) <= {202, 429, 503}
    assert 1 <= counts[202] <= 30 + 8
    assert all(int(wait) > 0 for status, _, wait in answers if status != 202)
    assert work_off(app) == len(taken)
    for batch in taken:
        assert client.get(f"/api/v1/batches/{batch}").json["counts"]["succeeded"] == 1


def test_of_forty_matches_at_once_each_is_answered_or_told_to_come_again(app: Flask) -> None:
    app.extensions["matcher"].matcher.mentions("Go")
    lock = threading.Lock()
    split = app.extensions["matcher"].matcher.split

    def one_at_a_time(*args: Any, **more: Any) -> Any:
        with lock:
            return split(*args, **more)

    app.extensions["matcher"].matcher.split = one_at_a_time
    try:
        with serving(app) as root:
            answers = at_once(40, lambda number: post(f"{root}/api/v1/matches", MATCH, f"m{number}"))
    finally:
        del app.extensions["matcher"].matcher.split

    counts = Counter(status for status, _, _ in answers)
    assert set(counts) <= {201, 503}
    assert counts[201] >= 8
    assert all(body["code"] == "busy" for status, body, _ in answers if status == 503)


@contextmanager
def full_disk(database: Database) -> Iterator[None]:
    """The database may not grow any more."""

    def bound(connection: Connection) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    event.listen(database.engine, "begin", bound)
    yield
    event.remove(database.engine, "begin", bound)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1073741823")


def test_a_full_disk_is_told_as_503_and_passes(client: FlaskClient, workspace: Database) -> None:
    assert client.post("/api/v1/matches", json=MATCH).status_code == 201
    with full_disk(workspace):
        answers = [client.post("/api/v1/matches", json=MATCH) for _ in range(30)]
    refused = [one for one in answers if one.status_code != 201]

    assert refused
    assert {(one.status_code, json.loads(one.data)["code"]) for one in refused} == {(503, "database_unavailable")}
    assert all(int(one.headers["Retry-After"]) > 0 for one in refused)
    assert client.post("/api/v1/matches", json=MATCH).status_code == 201
