from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient
from pydantic import ValidationError

from matcher.web.api.models import MatchRequest
from matcher.web.api.refusals import problem_of_fields


def test_each_wrong_place_is_named_by_a_pointer(client: FlaskClient) -> None:
    body = {"resume_file": {"content": 5, "a/b~c": 1}, "role": "", "rolle": "x"}

    answer = client.post("/api/v1/matches", json=body)

    problem = json.loads(answer.data)
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")
    assert [(one["in"], one["pointer"], one["code"]) for one in problem["errors"]] == [
        ("body", "/resume_file/content", "field_invalid"),
        ("body", "/resume_file/a~1b~0c", "field_unknown"),
        ("body", "/role", "field_invalid"),
        ("body", "/rolle", "field_unknown"),
    ]
    assert problem["code"] == "field_invalid"
    assert problem["detail"].startswith("resume_file/content: ")


def test_a_missing_choice_points_to_the_first_of_its_fields(client: FlaskClient) -> None:
    problem = json.loads(client.post("/api/v1/matches", json={"role": "x"}).data)

    assert problem["status"] == 400
    assert problem["errors"] == [
        {
            "in": "body",
            "pointer": "/document_id",
            "code": "field_missing",
            "detail": "Send document_id, resume_file, resume_text, resume_json or resume_url.",
        }
    ]


def test_what_was_sent_is_never_in_the_answer(client: FlaskClient) -> None:
    answer = client.post("/api/v1/matches", json={"resume_text": ["Ada Byte"], "role": "x"})

    assert answer.status_code == 422
    assert "Ada" not in answer.text


def test_a_wrong_parameter_is_told_as_one_of_the_query(client: FlaskClient) -> None:
    problem = json.loads(client.get("/api/v1/questions?limit=0").data)

    assert [(one["in"], one["pointer"]) for one in problem["errors"]] == [("query", "/limit")]


def test_what_is_wrong_is_told_up_to_twenty_places() -> None:
    with pytest.raises(ValidationError) as caught:
        MatchRequest.model_validate({f"x{number}": 1 for number in range(99)})

    assert len(problem_of_fields(caught.value, "body").errors) == 20
