from __future__ import annotations

import inspect

from matcher import errors


def test_every_error_is_a_matcher_error() -> None:
    classes = [c for c in vars(errors).values() if inspect.isclass(c) and issubclass(c, Exception)]

    assert len(classes) >= 4
    assert all(issubclass(c, errors.MatcherError) for c in classes)


def test_an_input_error_says_what_is_wrong_and_what_to_do() -> None:
    error = errors.InputError(errors.ErrorCode.FILE_EMPTY, "cv.pdf is empty.", "Choose the file again.", file="cv.pdf")

    assert (error.code, str(error), error.remedy, error.file) == (
        "file_empty",
        "cv.pdf is empty.",
        "Choose the file again.",
        "cv.pdf",
    )
