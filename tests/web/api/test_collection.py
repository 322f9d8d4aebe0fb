from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from matcher.cli import main
from matcher.web.api.examples import EXAMPLES

COPY = Path(__file__).parent / "collection.json"


def requests(folder: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for group in folder["item"]:
        yield from (one["request"] for one in group["item"])


def test_the_committed_collection_is_the_one_of_today() -> None:
    written = CliRunner().invoke(main, ["collection"])

    assert written.stdout == COPY.read_text("utf-8"), 'run "make openapi"'


def test_each_example_is_a_request_that_says_what_it_sends() -> None:
    found = json.loads(COPY.read_text("utf-8"))
    known = {one["key"] for one in found["variable"]}
    sent = list(requests(found))

    assert len(sent) == sum(len(examples) for examples in EXAMPLES.values())
    assert set(re.findall(r"{{(\w+)}}", json.dumps(found))) <= known
    for one in sent:
        url = one["url"]
        query = "&".join(f"{part['key']}={part['value']}" for part in url.get("query", ()))
        whole = "/".join([url["host"][0], *url["path"]]) + (f"?{query}" if query else "")
        assert url["raw"] == whole
        body = one.get("body", {})
        if body.get("mode") == "raw":
            json.loads(body["raw"])
            assert {"key": "Content-Type", "value": "application/json"} in one["header"]


def test_calls_that_need_no_key_send_none() -> None:
    sent = {one["url"]["raw"].rpartition("/")[2]: one for one in requests(json.loads(COPY.read_text("utf-8")))}

    assert sent["health"]["auth"] == {"type": "noauth"}
    assert "auth" not in sent["matches"]
