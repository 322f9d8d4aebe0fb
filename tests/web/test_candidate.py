from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.pipeline import Upload
from tests.web.conftest import Clock

ROLE = "lead-backend-engineer"
ROW = '<li id="r-'
Post = Callable[..., Any]


def report_page(client: FlaskClient, post: Post, upload: Upload) -> tuple[str, str]:
    answer = post("/", file=upload, role=ROLE)
    assert answer.status_code == 303, answer.text
    return answer.location, client.get(answer.location).text


def test_the_form_states_its_limits_before_it_is_filled_in(client: FlaskClient) -> None:
    page = client.get("/").text

    assert "PDF, Word (.docx), ODT, RTF, Markdown, text or JSON Resume; at most 5 MB and 30 pages" in page
    assert 'accept=".pdf,.docx,.odt,.rtf,.md,.txt,.json"' in page
    assert '<option value="lead-backend-engineer">' in page
    assert "kept for 24 hours" in page


def test_the_report_begins_with_a_sentence_and_carries_badges(client: FlaskClient, post: Post, resume: Upload) -> None:
    _, page = report_page(client, post, resume)

    assert "must-haves are shown" in page
    assert page.index("must-haves are shown") < page.index("of 100")
    for words in ("Shown", "Not shown yet", "What to do next", "Forgotten on 21 November 2026, 21:10 UTC"):
        assert words in page


def test_the_filters_are_links(client: FlaskClient, post: Post, resume: Upload) -> None:
    url, page = report_page(client, post, resume)

    only_open = client.get(f"{url}?show=open").text
    everything = client.get(f"{url}?open=all").text

    assert 'id="r-relational-databases"' in page
    assert 'id="r-relational-databases"' not in only_open
    assert 'id="r-team-leadership"' in only_open
    assert everything.count("<details open") > page.count("<details open")


def test_only_what_is_open_is_offered_with_the_number_that_it_leaves(
    client: FlaskClient, post: Post, resume: Upload
) -> None:
    url, page = report_page(client, post, resume)
    job = "Back-end developer\n\nRequirements\n- Experience with Go\n"
    all_shown = client.get(post("/", file=resume, job=job).location).text

    only_open = client.get(f"{url}?show=open").text

    assert f"Only what is open ({only_open.count(ROW)})" in page
    assert "All of them" in only_open
    assert "Only what is open" not in all_shown
    assert "Open all evidence" in all_shown


def test_without_a_score_no_gap_is_told_in_points(client: FlaskClient, post: Post) -> None:
    answer = post("/", text="The menu of next week: soup on Monday, noodles on Tuesday, rice on Friday.", role=ROLE)

    page = client.get(answer.location).text

    assert "None of 22 must-haves is shown yet." in page
    assert "No score" in page
    assert "up to +" not in page


def test_the_print_view_opens_every_row(client: FlaskClient, post: Post, resume: Upload) -> None:
    url, _ = report_page(client, post, resume)

    page = client.get(f"{url}?view=print").text

    assert "<details>" not in page.split("<main")[1]
    assert "delete it now" not in page


def test_what_was_read_is_shown_line_by_line_with_marks(client: FlaskClient, post: Post, resume: Upload) -> None:
    url, _ = report_page(client, post, resume)

    page = client.get(f"{url}/text").text

    assert 'id="L1"' in page
    assert "left out" in page
    assert "<mark>" in page
    assert "Tuned" in page


def test_evidence_links_to_its_line(client: FlaskClient, post: Post, resume: Upload) -> None:
    url, page = report_page(client, post, resume)

    assert f'href="{url}/text#L' in page


@pytest.mark.parametrize(
    ("form", "type_", "begins"),
    [
        ("html", "text/html", "<!doctype html>"),
        ("md", "text/markdown", "# Resume"),
        ("text", "text/plain", "Resume compared"),
        ("json", "application/json", "{"),
    ],
)
def test_the_report_can_be_taken_along(
    form: str, type_: str, begins: str, client: FlaskClient, post: Post, resume: Upload
) -> None:
    url, _ = report_page(client, post, resume)

    answer = client.get(f"{url}/file/{form}")

    assert answer.mimetype == type_
    assert answer.text.startswith(begins)
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert client.get(f"{url}/file/exe").status_code == 404


def test_pasted_text_is_a_resume_too(client: FlaskClient, post: Post, resume: Upload) -> None:
    answer = post("/", text=resume.data.decode(), role=ROLE)

    assert "pasted text" in client.get(answer.location).text


def test_a_file_goes_before_a_text_and_the_report_says_so(client: FlaskClient, post: Post, resume: Upload) -> None:
    answer = post("/", file=resume, text="something else", role=ROLE)

    page = client.get(answer.location).text
    assert "The file was used." in page
    assert "ada.txt" in page


def test_an_advertisement_can_be_pasted_instead_of_a_role(client: FlaskClient, post: Post, resume: Upload) -> None:
    job = "Backend Engineer\n\nRequirements\n- Experience with PostgreSQL\n- Experience with Kafka\n"

    page = client.get(post("/", file=resume, job=job).location).text

    assert "The advertisement says" in page
    assert "Your resume and the job" in page


@pytest.mark.parametrize(
    ("fields", "status", "message"),
    [
        ({"role": ROLE}, 400, "Choose a file or paste your resume."),
        ({"text": "Ada"}, 400, "Choose a role or give a job advertisement."),
        ({"text": "Ada", "role": "pirate"}, 404, "role"),
        ({"text": "Ada", "job": "We have a dog."}, 422, "requirement"),
        ({"file": Upload(b"", "cv.pdf"), "role": ROLE}, 422, "cv.pdf is empty."),
        ({"file": Upload(b"\x89PNG\r\n\x1a\n" + b"0" * 99, "cv.png"), "role": ROLE}, 415, "cannot read"),
    ],
)
def test_a_problem_is_told_twice_and_nothing_typed_is_lost(
    fields: dict[str, Any], status: int, message: str, post: Post
) -> None:
    answer = post("/", **fields)

    page = html.unescape(answer.text)
    assert answer.status_code == status
    assert "There is a problem" in page
    assert page.count(message) >= 2
    assert "<title>Problem:" in page
    for name, value in fields.items():
        if isinstance(value, str) and value != "pirate":
            assert value in page, name


def test_a_file_over_the_limit_is_refused_with_its_code(post: Post, resume: Upload) -> None:
    answer = post("/", file=Upload(resume.data + b" " * 5_000_001, "big.txt"), role=ROLE)

    assert answer.status_code == 413
    assert "file_too_large" in answer.text
    assert f'value="{ROLE}" selected' in answer.text


def test_a_body_far_over_the_limit_is_refused_unread(app: Flask, post: Post, resume: Upload) -> None:
    app.config["MAX_CONTENT_LENGTH"] = 2_000

    answer = post("/", file=Upload(resume.data * 30, "big.txt"), role=ROLE)

    assert answer.status_code == 413
    assert "file_too_large" in answer.text


def test_a_report_is_gone_after_a_day(client: FlaskClient, post: Post, resume: Upload, clock: Clock) -> None:
    url, _ = report_page(client, post, resume)

    clock.pass_hours(23.9)
    assert client.get(url).status_code == 200
    clock.pass_hours(0.2)

    for path in (url, f"{url}/text", f"{url}/file/json"):
        answer = client.get(path)
        assert answer.status_code == 410
        assert "gone, as promised" in answer.text


def test_a_deleted_report_is_gone_with_its_text(client: FlaskClient, post: Post, resume: Upload) -> None:
    url, _ = report_page(client, post, resume)

    answer = client.post(f"{url}/delete", follow_redirects=True)

    assert "It is deleted" in answer.text
    assert client.get(url).status_code == 410
    assert client.get(f"{url}/text").status_code == 410


def test_a_name_that_is_markup_stays_text_everywhere(client: FlaskClient, post: Post, resume: Upload) -> None:
    evil = "<script>alert(1)</script>"
    data = resume.data.replace(b"Tuned PostgreSQL queries", f"Tuned PostgreSQL {evil} queries".encode())
    url, page = report_page(client, post, Upload(data, f"{evil}.txt"))

    for text in (page, client.get(f"{url}/text").text, client.get(f"{url}/file/html").text):
        assert "<script>" not in text.lower()
    assert "&lt;script&gt;" in page
    assert "<script" not in client.get(f"{url}/file/md").text.replace("\\<", "")


def test_contact_data_stands_in_no_report(client: FlaskClient, post: Post, resume: Upload) -> None:
    url, page = report_page(client, post, resume)

    for text in (page, client.get(f"{url}/file/json").text, client.get(f"{url}/file/text").text):
        assert "ada.byte" not in text
        assert "Ada Byte" not in text


def test_a_page_stays_light(client: FlaskClient, post: Post, sample: Upload, app: Flask) -> None:
    url, _ = report_page(client, post, sample)
    with client.get("/static/matcher.css") as answer:
        styles = len(answer.data)

    assert len(client.get(f"{url}?open=all").data) + styles < 150_000
