from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openapi_spec_validator import OpenAPIV31SpecValidator

from matcher.reports.serialise import to_shape
from matcher.web.api import api_document
from matcher.web.problems import HTTP_TITLES, STATUS
from tests.reports.builders import a_report
from tests.web.api.conftest import MakeKey

COPY = Path(__file__).with_name("openapi.json")
DOCUMENT = json.loads(COPY.read_text("utf-8"))
SCHEMAS = DOCUMENT["components"]["schemas"]


def test_the_document_is_valid_openapi() -> None:
    assert list(OpenAPIV31SpecValidator(DOCUMENT).iter_errors()) == []


def test_the_committed_copy_is_what_is_served(client: FlaskClient, make_key: MakeKey) -> None:
    """A change of the API shows as a change of the copy; `make openapi` writes it anew."""
    make_key()

    assert client.get("/api/v1/openapi.json").json == DOCUMENT


def test_while_no_key_is_asked_for_the_document_says_so(client: FlaskClient) -> None:
    served = client.get("/api/v1/openapi.json").json

    assert served["paths"]["/api/v1/matches"]["post"]["security"] == [{"ApiKey": ["match:write"]}, {}]
    assert "security" not in served["paths"]["/api/v1/health"]["get"]


def test_the_document_is_made_once(app: Flask) -> None:
    assert api_document(app) is api_document(app)


def test_one_address_takes_json_and_a_form() -> None:
    matches, upload = (DOCUMENT["paths"][f"/api/v1/matches{end}"]["post"] for end in ("", "/upload"))

    assert set(matches["requestBody"]["content"]) == {"application/json", "multipart/form-data"}
    assert upload["requestBody"]["content"].items() <= matches["requestBody"]["content"].items()
    assert matches["requestBody"]["required"]


def test_problems_are_problem_json_and_every_answer_has_its_id() -> None:
    operations = [operation for methods in DOCUMENT["paths"].values() for operation in methods.values()]

    for operation in operations:
        assert {"500", "422"} <= set(operation["responses"])
        for status, answer in operation["responses"].items():
            if status >= "400":
                assert list(answer["content"]) == ["application/problem+json"]
            if status != "304":
                assert "X-Request-Id" in answer["headers"]


def test_names_of_schemas_are_plain_and_all_references_lead_somewhere() -> None:
    assert [name for name in SCHEMAS if not name.isalnum()] == []
    text = json.dumps(DOCUMENT)
    for reference in re.findall(r'"#/components/schemas/([^"]+)"', text):
        assert reference in SCHEMAS


def test_the_limits_are_told() -> None:
    assert "5 MB and 30 pages" in SCHEMAS["MatchUpload"]["properties"]["file"]["description"]
    assert "200000" in SCHEMAS["MatchRequest"]["properties"]["resume_text"]["description"]


def test_every_route_is_described_and_every_description_has_a_route(app: Flask) -> None:
    routes = {
        (re.sub(r"<(?:[^:>]+:)?(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.rule.startswith("/api/")
    }

    assert routes == {(path, method) for path, item in DOCUMENT["paths"].items() for method in item}


def test_a_match_has_the_keys_of_its_schema_all_the_way_down() -> None:
    check({"id": "match_1", "external_id": None, **to_shape(a_report())}, SCHEMAS["Match"], "Match")


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("/api/v1/role-profiles", "RoleProfileList"),
        ("/api/v1/role-profiles/lead-backend-engineer", "RoleProfile"),
        ("/api/v1/questions", "QuestionList"),
        ("/api/v1/health", "Health"),
        ("/api/v1/ready", "Readiness"),
        ("/api/v1/nothing", "Problem"),
    ],
)
def test_answers_have_the_keys_of_their_schemas(path: str, schema: str, client: FlaskClient) -> None:
    check(client.get(path).get_json(force=True), SCHEMAS[schema], schema)


def test_every_code_is_in_the_document() -> None:
    codes = SCHEMAS["Problem"]["properties"]["code"]["enum"]

    assert set(codes) == set(STATUS) | {code for code, _, _ in HTTP_TITLES.values()}


def check(value: Any, schema: dict[str, Any], where: str) -> None:
    """Compare keys with properties, through references, lists and alternatives."""
    if "$ref" in schema:
        check(value, SCHEMAS[schema["$ref"].rsplit("/", 1)[1]], where)
    elif "anyOf" in schema:
        if value is not None:
            check(value, next(one for one in schema["anyOf"] if one.get("type") != "null"), where)
    elif isinstance(value, dict) and "properties" in schema:
        assert set(value) == set(schema["properties"]) == set(schema["required"]), where
        for key, inner in value.items():
            check(inner, schema["properties"][key], f"{where}.{key}")
    elif isinstance(value, list) and "items" in schema and isinstance(schema["items"], dict):
        for inner in value:
            check(inner, schema["items"], f"{where}[]")
