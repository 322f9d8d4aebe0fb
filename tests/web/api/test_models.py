from __future__ import annotations

import base64
import re
from typing import Any

import pytest
from pydantic import ValidationError

from matcher.web.api.models import BASE64, MatchRequest


@pytest.mark.parametrize(
    ("body", "kind", "where"),
    [
        ({}, "field_missing", ()),
        ({"resume_text": "x"}, "field_missing", ()),
        ({"resume_text": "x", "resume_json": {}, "role": "r"}, "field_conflict", ()),
        ({"resume_text": "x", "role": "r", "job": "j"}, "field_conflict", ()),
        ({"resume_text": "x", "role": "r", "rolle": "r"}, "extra_forbidden", ("rolle",)),
        ({"resume_text": "x", "role": 5}, "string_type", ("role",)),
        ({"resume_text": None, "role": "r"}, "string_type", ("resume_text",)),
        ({"resume_text": "x", "role": ""}, "string_too_short", ("role",)),
        ({"resume_file": {"content": "a b="}, "role": "r"}, "string_pattern_mismatch", ("resume_file", "content")),
        ({"resume_file": {"content": "", "size": 1}, "role": "r"}, "extra_forbidden", ("resume_file", "size")),
        ({"resume_file": None, "role": "r"}, "field_invalid", ()),
        ({"document_id": "d", "resume_text": "x", "role": "r"}, "field_conflict", ()),
        ({"resume_text": "\ud800", "role": "r"}, "string_unicode", ("resume_text",)),
        ({"resume_text": "x", "role": "r", "external_id": "x" * 201}, "string_too_long", ("external_id",)),
    ],
)
def test_wrong_bodies_are_told_with_kind_and_place(body: dict[str, Any], kind: str, where: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError) as caught:
        MatchRequest.model_validate(body)

    first = caught.value.errors()[0]
    assert (first["type"], first["loc"]) == (kind, where)


def test_each_form_of_a_resume_and_each_target_is_taken() -> None:
    resumes: list[dict[str, Any]] = [{"resume_text": "x"}, {"resume_json": {}}, {"resume_file": {"content": "eA=="}}]
    targets: list[dict[str, Any]] = [{"role": "r"}, {"job": "j"}, {"job_posting": {}}]

    taken = [MatchRequest.model_validate({**resume, **target}) for resume in resumes for target in targets]

    assert len(taken) == 9


def test_the_pattern_is_base64() -> None:
    for size in range(20):
        assert re.fullmatch(BASE64, base64.b64encode(b"\xfb" * size).decode())
    for wrong in ("a", "ab", "abc", "abcde", "ab=c", "====", "a b c d ", "-_-_", "abcd\n"):
        assert not re.fullmatch(BASE64, wrong)
