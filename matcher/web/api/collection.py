"""The calls of the API as a Postman collection (format 2.1), which Bruno and others import too."""

from __future__ import annotations

import json
from typing import Any

from matcher.web.api.examples import EXAMPLES, Example

__all__ = ["postman_collection"]

_SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"


def postman_collection(document: dict[str, Any]) -> dict[str, Any]:
    """Return every example of the description as a call, in a folder for each tag.

    Args:
        document: the description of the API. The variables ``root`` and ``key`` are to be filled in.
    """
    folders: dict[str, list[dict[str, Any]]] = {tag["name"]: [] for tag in document["tags"]}
    for methods in document["paths"].values():
        for operation in methods.values():
            calls = [_call(example, operation) for example in EXAMPLES.get(operation["operationId"], ())]
            folders[operation["tags"][0]] += calls
    info = document["info"]
    return {
        "info": {
            "name": f"{info['title']} {info['version']}",
            "description": info["description"],
            "schema": _SCHEMA,
        },
        "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "{{key}}", "type": "string"}]},
        "variable": [{"key": "root", "value": "http://127.0.0.1:8000"}, {"key": "key", "value": ""}],
        "item": [{"name": name, "item": calls} for name, calls in folders.items()],
    }


def _call(example: Example, operation: dict[str, Any]) -> dict[str, Any]:
    # Names in single braces are those of ids; a collection writes its variables with two.
    path = example.path.replace("{", "{{").replace("}", "}}")
    headers = {**example.headers, **({"Content-Type": "application/json"} if example.body is not None else {})}
    request: dict[str, Any] = {
        "method": example.method,
        "url": "{{root}}/api/v1" + path,
        "header": [{"key": name, "value": value} for name, value in headers.items()],
        "description": operation["summary"],
    }
    if "security" not in operation:
        request["auth"] = {"type": "noauth"}
    if example.body is not None:
        text = json.dumps(example.body, indent=2, ensure_ascii=False)
        request["body"] = {"mode": "raw", "raw": text, "options": {"raw": {"language": "json"}}}
    elif example.form:
        fields = [
            {"key": name, "type": "file", "src": value[1:]}
            if value.startswith("@")
            else {"key": name, "type": "text", "value": value}
            for name, value in example.form.items()
        ]
        request["body"] = {"mode": "formdata", "formdata": fields}
    return {"name": f"{operation['summary']}: {example.summary}", "request": request}
