from __future__ import annotations

import json
from typing import Any

from flask.testing import FlaskClient

from tests.web.api.conftest import MakeKey, bearer
from tests.web.conftest import Clock

BODY = {"resume_text": "Ada Byte\n\nSkills\nGo", "role": "lead-backend-engineer"}


def test_a_key_has_its_share_a_day(client: FlaskClient, make_key: MakeKey, clock: Clock) -> None:
    key = bearer(make_key(items_per_day=2))
    answers: list[Any] = [client.post("/api/v1/matches", json=BODY, headers=key) for _ in range(3)]

    assert [one.status_code for one in answers] == [201, 201, 429]
    assert json.loads(answers[2].data)["code"] == "quota_used"
    # 21:10 UTC; the day ends at midnight.
    wait = int(answers[2].headers["Retry-After"])
    assert wait == 10_201
    clock.pass_hours(wait / 3600)
    assert client.post("/api/v1/matches", json=BODY, headers=key).status_code == 201


def test_without_keys_nothing_is_counted(client: FlaskClient) -> None:
    for _ in range(3):
        assert client.post("/api/v1/matches", json=BODY).status_code == 201
