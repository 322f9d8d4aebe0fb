from __future__ import annotations

import json
from typing import Any

from flask.testing import FlaskClient

from matcher.web.api.collection import postman_collection
from matcher.web.api.examples import EXAMPLES
from tests.web.api.test_spec import DOCUMENT


def calls(collection: dict[str, Any]) -> list[dict[str, Any]]:
    return [call["request"] for folder in collection["item"] for call in folder["item"]]


def test_every_example_is_a_call_in_the_folder_of_its_tag() -> None:
    collection = postman_collection(DOCUMENT)

    assert [folder["name"] for folder in collection["item"]] == [tag["name"] for tag in DOCUMENT["tags"]]
    assert len(calls(collection)) == sum(map(len, EXAMPLES.values()))
    assert all(folder["item"] for folder in collection["item"])
    assert {one["method"] for one in calls(collection)} == {"GET", "POST", "DELETE"}


def test_calls_without_ids_and_files_work_as_they_stand(client: FlaskClient) -> None:
    count = 0
    for request in calls(postman_collection(DOCUMENT)):
        path = request["url"].removeprefix("{{root}}")
        if "{{" in path or request.get("body", {}).get("mode") == "formdata":
            continue
        headers = {one["key"]: one["value"] for one in request["header"]}
        data = request.get("body", {}).get("raw")
        assert client.open(path, method=request["method"], data=data, headers=headers).status_code < 300, path
        count += 1
    assert count >= 10


def test_it_is_plain_json_with_two_variables() -> None:
    collection = json.loads(json.dumps(postman_collection(DOCUMENT)))

    assert [one["key"] for one in collection["variable"]] == ["root", "key"]
    assert collection["info"]["schema"].endswith("/v2.1.0/collection.json")
