from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask

from matcher.pipeline import Upload


def test_of_a_file_that_is_far_too_large_little_is_kept_and_the_rest_of_the_form_is_read(
    app: Flask, post: Callable[..., Any]
) -> None:
    app.config["SCREENING_BYTES"] = 5_100_000

    answer = post("/", file=Upload(b"0" * 20_000_000, "big.txt"), job="We ask for Kafka.", role="lead-backend-engineer")

    assert answer.status_code == 413
    assert "file_too_large" in answer.text
    assert "We ask for Kafka." in answer.text


def test_many_large_files_are_too_large_together(app: Flask, post: Callable[..., Any]) -> None:
    app.config["SCREENING_BYTES"] = 3_000_000

    answer = post("/screenings", files=[Upload(b"0" * 1_000_000, f"{n}.txt") for n in range(4)], role="x")

    assert answer.status_code == 413


def test_a_file_at_the_limit_is_kept_whole(app: Flask, post: Callable[..., Any], resume: Upload) -> None:
    padded = resume.data + b"\n" * (app.config["MAX_FILE_BYTES"] - len(resume.data))

    answer = post("/", file=Upload(padded, "ada.txt"), role="lead-backend-engineer")

    # It came to the reader, whose own limits speak of lines.
    assert "file_too_large" not in answer.text
