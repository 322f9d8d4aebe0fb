from __future__ import annotations

import json

from matcher.errors import ErrorCode, InputError
from matcher.work.problems import INTERNAL, problem_json


def test_the_name_of_the_file_is_left_out() -> None:
    error = InputError(ErrorCode.FILE_EMPTY, "ada byte.pdf is empty.", "Send another.", file="ada byte.pdf")

    assert json.loads(problem_json(error)) == {"code": "file_empty", "detail": "The file is empty. Send another."}


def test_our_own_fault_says_nothing_of_its_kind() -> None:
    assert json.loads(INTERNAL)["code"] == "internal_error"
