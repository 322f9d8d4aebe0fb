from __future__ import annotations

import pytest

from matcher.errors import ErrorCode, InputError
from matcher.web.problems import INPUT_TITLES, STATUS, FormProblem, problem_of


def test_every_code_has_status_and_title() -> None:
    assert set(STATUS) == set(INPUT_TITLES)
    assert {code.value for code in ErrorCode} <= set(STATUS)
    assert set(STATUS.values()) == {400, 401, 403, 404, 409, 413, 415, 422, 429, 503}


@pytest.mark.parametrize(
    ("code", "status"),
    [
        (ErrorCode.ROLE_UNKNOWN, 404),
        (ErrorCode.FILE_TOO_LARGE, 413),
        (ErrorCode.TYPE_UNSUPPORTED, 415),
        (ErrorCode.TYPE_MISMATCH, 415),
        (ErrorCode.NO_TEXT_LAYER, 422),
        (ErrorCode.JOB_UNREADABLE, 422),
    ],
)
def test_a_code_becomes_its_status(code: ErrorCode, status: int) -> None:
    problem = problem_of(InputError(code, "It is so.", "Do this."), "file")

    assert (problem.status, problem.code, problem.field) == (status, code.value, "file")


def test_a_form_problem_names_its_own_field() -> None:
    problem = problem_of(FormProblem("field_missing", "role", "Choose one.", "Do."), "file")

    assert (problem.status, problem.field) == (400, "role")
