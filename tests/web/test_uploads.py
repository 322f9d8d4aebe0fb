from __future__ import annotations

import io

import pytest
from flask import Flask, g, request

from matcher.pipeline import Matcher, Upload
from matcher.web.problems import FormProblem
from matcher.web.uploads import read_files, read_resume, read_target, refuse_unknown_fields, shown_name
from tests.web.conftest import encode


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("cv.pdf", "cv.pdf"),
        ("C:\\Users\\ada\\cv.pdf", "cv.pdf"),
        ("../../etc/passwd", "passwd"),
        ("a\x00b\x1b[31m\u202ecv.pdf", "ab[31mcv.pdf"),
        ("x" * 100 + ".pdf", "x" * 59 + "…"),
    ],
)
def test_a_name_is_shown_without_folders_and_control_characters(name: str, shown: str) -> None:
    assert shown_name(name) == shown


def test_the_file_is_taken_before_the_text(app: Flask) -> None:
    data = {"file": (io.BytesIO(b"bytes"), "folder/cv.pdf"), "text": "words"}
    with app.test_request_context("/", method="POST", data=data):
        form = read_resume()

        assert (form.upload.data, form.upload.filename, form.name) == (b"bytes", "cv.pdf", "cv.pdf")
        assert form.notes
        assert g.field == "file"


def test_files_stay_in_memory(app: Flask) -> None:
    boundary, body = encode({"file": Upload(b"x" * 2_000_000, "cv.pdf")})
    kind = f"multipart/form-data; boundary={boundary}"
    with app.test_request_context("/", method="POST", data=body, content_type=kind):
        assert isinstance(request.files["file"].stream, io.BytesIO)


def test_nothing_at_all_is_a_problem_of_the_field(app: Flask, matcher: Matcher) -> None:
    with app.test_request_context("/", method="POST", data={"text": " "}):
        for read in (read_resume, lambda: read_files("files", most=3), lambda: read_target(matcher)):
            with pytest.raises(FormProblem) as caught:
                read()
            assert caught.value.code == "field_missing"


def test_an_advertisement_and_a_role_are_put_together(app: Flask, matcher: Matcher) -> None:
    data = {"role": "lead-backend-engineer", "job": "Requirements\r\n- Experience with PostgreSQL\r\n"}
    with app.test_request_context("/", method="POST", data=data):
        target, notes = read_target(matcher)

        assert target.job is not None
        assert target.role is not None
        assert {"postgresql", "team-leadership"} <= {one.id for one in target.requirements.requirements}
        assert notes


@pytest.mark.parametrize("place", ["form", "query"])
def test_a_field_that_nobody_reads_is_refused(place: str, app: Flask) -> None:
    path, data = ("/?rolle=x", {}) if place == "query" else ("/", {"rolle": "x"})
    with app.test_request_context(path, method="POST", data=data), pytest.raises(FormProblem) as caught:
        refuse_unknown_fields(("role",))

    assert caught.value.code == "field_unknown"
    assert "rolle" not in caught.value.message
