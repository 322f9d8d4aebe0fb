from __future__ import annotations

import io
import json
import logging
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from matcher.pipeline import Upload
from matcher.web.logs import JsonLines, log_as_json


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """All logs of the process, until the end of the test."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    found = io.StringIO()
    log_as_json(found)
    yield found
    root.handlers[:], root.level = handlers, level


def test_a_request_is_one_object_of_ids_codes_and_times(
    stream: io.StringIO, post: Callable[..., Any], resume: Upload
) -> None:
    answer = post("/api/v1/matches", file=Upload(b"", "ada_byte.pdf"), role="lead-backend-engineer")

    (line,) = [json.loads(one) for one in stream.getvalue().splitlines() if "rule" in one]
    assert line.pop("ms") >= 0
    assert line.pop("time").endswith("+00:00")
    assert line == {
        "level": "info",
        "logger": "matcher.web",
        "request_id": answer.headers["X-Request-Id"],
        "key_id": "key_local",
        "method": "POST",
        "rule": "/api/v1/matches",
        "status": 422,
        "code": "file_empty",
    }


def test_other_records_are_told_by_their_message(stream: io.StringIO) -> None:
    logging.getLogger("gunicorn.error").warning("line one\nline %s", "two")

    assert json.loads(stream.getvalue())["message"] == "line one\nline two"


def test_of_an_exception_the_class_alone_is_told() -> None:
    try:
        raise ValueError("Ada Byte")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "x.py", 1, "broken", None, sys.exc_info())

    line = JsonLines().format(record)
    assert json.loads(line)["exception"] == "ValueError"
    assert "Ada" not in line
