"""Pictures of pages live and go with their report, and are nobody else's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.parsing.system_calls import supported
from matcher.pipeline import Upload
from matcher.web.shared import KeptReport
from tests.parsing.build_docx import clean_docx
from tests.parsing.pdf_builder import PdfBuilder, lines
from tests.web.conftest import Clock

pytestmark = pytest.mark.skipif(not supported(), reason="pages are not drawn on this system")
ROLE = "lead-backend-engineer"
PNG = b"\x89PNG\r\n"
FIRST = [
    "Ada Byte",
    "Experience",
    "Back-end Engineer, Quillmere Freight",
    "January 2018 - present",
    "- Ran PostgreSQL.",
]


def _pdf(pages: int = 2) -> Upload:
    builder = PdfBuilder().page(lines(72, 780, FIRST))
    for number in range(2, pages + 1):
        builder.page(lines(72, 780, [f"- Wrote service {number} in Go."]))
    return Upload(builder.build(), "ada.pdf")


def _kept(app: Flask) -> list[KeptReport]:
    return list(app.extensions["matcher"].reports.values())


@pytest.fixture
def report(post: Callable[..., Any]) -> str:
    """The address of a report on a PDF of two pages."""
    return str(post("/", file=_pdf(), role=ROLE).location)


def test_each_page_has_its_picture_behind_the_report_s_link(client: FlaskClient, report: str) -> None:
    page = client.get(f"{report}/text").text

    for number in (1, 2):
        assert f'<img src="{report}/page-{number}.png"' in page
        answer = client.get(f"{report}/page-{number}.png")
        assert (answer.status_code, answer.mimetype) == (200, "image/png")
        assert answer.data.startswith(PNG)
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Robots-Tag"].startswith("noindex")
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert client.get(f"{report}/page-3.png").status_code == 404
    assert client.get(f"/reports/{'a' * 32}/page-1.png").status_code == 410


def test_boxes_lead_to_lines_and_lines_to_boxes(client: FlaskClient, report: str) -> None:
    page = client.get(f"{report}/text").text

    assert '<a id="P5" href="#L5" tabindex="-1"><title>Line 5: Relational databases</title><rect' in page
    assert 'href="#P5">' in page
    assert 'id="L5"' in page


def test_pictures_go_when_the_report_is_deleted_or_forgotten(
    app: Flask, client: FlaskClient, clock: Clock, report: str, post: Callable[..., Any]
) -> None:
    other = post("/", file=_pdf(), role=ROLE).location

    client.post(f"{report}/delete")
    assert client.get(f"{report}/page-1.png").status_code == 410
    clock.pass_hours(24)
    assert client.get(f"{other}/page-1.png").status_code == 410
    assert len(app.extensions["matcher"].reports) == 0


def test_pictures_stay_when_the_report_changes_and_the_next_version_has_its_own(
    client: FlaskClient, report: str, post: Callable[..., Any]
) -> None:
    first = client.get(f"{report}/page-1.png").data
    client.post(f"{report}/asked", data={"is-kafka": "drop"})
    changes = post(f"{report}/again", file=_pdf(3)).location
    after = changes.removesuffix("/changes")

    assert client.get(f"{report}/page-1.png").data == first
    assert [client.get(f"{after}/page-{number}.png").status_code for number in (1, 2, 3)] == [200, 200, 200]


def test_the_oldest_reports_lose_their_pictures_where_there_is_no_room_for_all(
    app: Flask, client: FlaskClient, post: Callable[..., Any], report: str
) -> None:
    size = sum(len(one.png) for one in _kept(app)[0].pictures)
    app.config["KEEP_PICTURE_BYTES"] = int(2.5 * size)

    more = [post("/", file=_pdf(), role=ROLE).location for _ in range(2)]

    assert [len(one.pictures) for one in _kept(app)] == [0, 2, 2]
    assert client.get(f"{report}/page-1.png").status_code == 404
    assert "no pictures of the pages" in client.get(f"{report}/text").text
    assert client.get(f"{more[0]}/page-1.png").status_code == 200
    assert client.get(report).status_code == 200


def test_without_room_nothing_is_drawn(app: Flask, post: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matcher.web.pictures.draw_pages", lambda *_: pytest.fail("drawn"))
    app.config["KEEP_PICTURE_BYTES"] = 0

    assert post("/", file=_pdf(), role=ROLE).status_code == 303
    assert _kept(app)[0].pictures == ()


def test_only_the_candidate_s_own_upload_is_drawn(
    client: FlaskClient, post: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matcher.web.pictures.draw_pages", lambda *_: pytest.fail("drawn"))

    assert post("/screenings", files=[_pdf()], role=ROLE).status_code == 303
    assert post("/api/v1/matches", file=_pdf(), role=ROLE).status_code == 201


def test_a_file_that_cannot_be_read_is_not_drawn(post: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matcher.web.pictures.draw_pages", lambda *_: pytest.fail("drawn"))

    assert post("/", file=Upload(PdfBuilder().page("").build(), "scan.pdf"), role=ROLE).status_code == 422


def test_a_word_file_is_text_alone_and_the_page_says_so(client: FlaskClient, post: Callable[..., Any]) -> None:
    report = post("/", file=Upload(clean_docx(), "ada.docx"), role=ROLE).location

    page = client.get(f"{report}/text").text

    assert "<img" not in page
    assert "Pictures of the pages are made of PDF files only." in page


def test_pasted_text_has_no_pages_and_nothing_is_said_of_them(client: FlaskClient, post: Callable[..., Any]) -> None:
    page = client.get(post("/", text="\n".join(FIRST), role=ROLE).location + "/text").text

    assert "Pictures of the pages" not in page
    assert "Page 1" not in page
