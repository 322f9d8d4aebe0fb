"""Every code about a file has words for people."""

from __future__ import annotations

import pytest

from matcher.errors import ErrorCode
from matcher.parsing.refusals import refusal

_ABOUT_FILES = [code for code in ErrorCode if code not in {ErrorCode.ROLE_UNKNOWN, ErrorCode.JOB_UNREADABLE}]


@pytest.mark.parametrize("code", _ABOUT_FILES)
def test_every_code_about_a_file_has_a_message_and_a_remedy(code: ErrorCode) -> None:
    error = refusal(code, "cv.pdf")

    assert error.message.endswith(".")
    assert error.remedy.endswith(".")
    assert "{" not in error.message


def test_a_file_without_a_name_is_called_the_file() -> None:
    assert refusal(ErrorCode.FILE_EMPTY).message == "The file is empty."
    assert refusal(ErrorCode.FILE_EMPTY, "cv.pdf").message == "cv.pdf is empty."
