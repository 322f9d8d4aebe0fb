"""The description of the API as a Postman collection (format 2.1), which Bruno, Insomnia and others read too."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from matcher.web.api.examples import EXAMPLES, Example

__all__ = ["collection"]

_FORMAT = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
_VARIABLES = {"base_url": "http://127.0.0.1:8000", "key": ""}


def collection(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return the collection: a folder for each group of operations, a request for each example.

    Args:
        document: the description in OpenAPI, as ``api_document`` gives it.
    """
    folders: dict[str, list[dict[str, Any]]] = {tag["name"]: [] for tag in document["tags"]}
    names: set[str] = set()
    for methods in document["paths"].values():
        for operation in methods.values():
            for example in EXAMPLES[operation["operationId"]]:
                folders[operation["tags"][0]].append(_request(operation, example))
                names |= set(re.findall(r"{(\w+)}", example.path))
    return {
        "info": {
            "name": document["info"]["title"],
            "description": document["info"]["description"],
            "schema": _FORMAT,
            "version": document["info"]["version"],
        },
        "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "{{key}}", "type": "string"}]},
        "variable": [
            {"key": name, "value": value} for name, value in {**_VARIABLES, **dict.fromkeys(sorted(names), "")}.items()
        ],
        "item": [{"name": name, "item": found} for name, found in folders.items() if found],
    }


def _request(operation: Mapping[str, Any], example: Example) -> dict[str, Any]:
    path, _, query = example.path.partition("?")
    shown = re.sub(r"{(\w+)}", r"{{\1}}", path)
    url: dict[str, Any] = {
        "raw": "{{base_url}}/api/v1" + shown + (f"?{query}" if query else ""),
        "host": ["{{base_url}}"],
        "path": ["api", "v1", *shown.strip("/").split("/")],
    }
    if query:
        url["query"] = [{"key": name, "value": value} for name, value in parse_qsl(query)]
    request: dict[str, Any] = {
        "method": example.method,
        "header": [{"key": name, "value": value} for name, value in example.headers.items()],
        "url": url,
        "description": operation.get("description", operation["summary"]),
    }
    if not operation.get("security"):
        request["auth"] = {"type": "noauth"}
    if example.form:
        request["body"] = {"mode": "formdata", "formdata": [_field(*one) for one in example.form.items()]}
    elif example.body is not None:
        request["header"].append({"key": "Content-Type", "value": "application/json"})
        raw = json.dumps(example.body, indent=2, ensure_ascii=False)
        request["body"] = {"mode": "raw", "raw": raw, "options": {"raw": {"language": "json"}}}
    return {"name": f"{operation['summary']}: {example.summary}", "request": request, "response": []}


def _field(name: str, value: str) -> dict[str, str]:
    if value.startswith("@"):
        return {"key": name, "type": "file", "src": value[1:]}
    return {"key": name, "type": "text", "value": value}
