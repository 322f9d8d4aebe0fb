"""Every call that the document and the page show is made, as it stands on the page."""

from __future__ import annotations

import html
import io
import re
import shlex
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from flask.testing import FlaskClient

from matcher.pipeline import Upload
from matcher.web.api.examples import EXAMPLES, Example, curl_of

ALL = [(name, example) for name, examples in EXAMPLES.items() for example in examples]
ROOT = "http://localhost"
PLURAL = {"match": "/api/v1/matches", "document": "/api/v1/documents"}
BATCH = {"role": "lead-backend-engineer", "items": [{"external_id": "1", "resume_text": "Ada Byte"}]}
FORMS: dict[str, dict[str, Any]] = {"match": {"role": "lead-backend-engineer"}, "document": {}}


@pytest.fixture
def made(client: FlaskClient, sample: Upload) -> Callable[[str], str]:
    """Put the ids of things that were made into an address."""

    def put(command: str) -> str:
        for name in re.findall(r"{(\w+)_id}", command):
            if name == "batch":
                body = client.post("/api/v1/batches", json=BATCH, headers={"Idempotency-Key": "made"}).json
            elif name == "endpoint":
                hook = {"url": "https://hooks.example.org/", "events": ["batch.completed"]}
                body = client.post("/api/v1/webhook-endpoints", json=hook).json
            else:
                data = FORMS[name] | {"file": (io.BytesIO(sample.data), "resume.pdf")}
                body = client.post(PLURAL[name], data=data).json
            command = command.replace(f"{{{name}_id}}", body["id"])
        return command

    return put


def call(client: FlaskClient, command: str, sample: Upload) -> Any:
    """Make a call of curl through the test client; files are the sample resume."""
    words = shlex.split(command.replace("\\\n", " "))
    given = list(pairwise(words))
    form = [value.split("=", 1) for flag, value in given if flag == "-F"]
    data: Any = {n: (io.BytesIO(sample.data), v[1:]) if v.startswith("@") else v for n, v in form} or None
    body = next((value for flag, value in given if flag == "-d"), None)
    method = next((value for flag, value in given if flag == "-X"), "POST" if form or body else "GET")
    headers = dict(value.split(": ", 1) for flag, value in given if flag == "-H")
    return client.open(words[-1].removeprefix(ROOT), method=method, data=data or body, headers=headers)


@pytest.mark.parametrize(("name", "example"), ALL, ids=[f"{name}-{example.name}" for name, example in ALL])
def test_each_example_stands_on_the_page_and_works(
    name: str, example: Example, client: FlaskClient, sample: Upload, made: Callable[[str], str]
) -> None:
    command = curl_of(example, ROOT)
    shown = [html.unescape(one) for one in re.findall(r"<code>(curl .*?)</code>", client.get("/api").text, re.DOTALL)]
    assert command in shown

    assert call(client, made(command), sample).status_code == example.status


def test_each_operation_has_an_example(client: FlaskClient) -> None:
    document = client.get("/api/v1/openapi.json").json

    assert {one["operationId"] for methods in document["paths"].values() for one in methods.values()} == set(EXAMPLES)


def test_a_command_survives_the_shell() -> None:
    example = Example("x", "X", "DELETE", "/a?b=1&c=2", {"text": "it's $HOME `ls`\n"})

    words = shlex.split(curl_of(example, ROOT).replace("\\\n", " "))

    assert words[-1] == "http://localhost/api/v1/a?b=1&c=2"
    assert '"it\'s $HOME `ls`\\n"' in words[words.index("-d") + 1]
    assert words[words.index("-X") + 1] == "DELETE"
