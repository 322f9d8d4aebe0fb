from __future__ import annotations

from matcher.errors import ErrorCode
from matcher.web.api.schemas import answer_schemas


def test_every_key_of_an_answer_is_always_there() -> None:
    for name, schema in answer_schemas().items():
        if "properties" in schema:
            assert schema["required"] == list(schema["properties"]), name


def test_a_problem_may_have_every_code() -> None:
    codes = answer_schemas()["Problem"]["properties"]["code"]["enum"]

    assert {code.value for code in ErrorCode} <= set(codes)
    assert len(codes) == len(set(codes))
