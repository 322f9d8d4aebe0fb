"""A candidate checks a resume, reads what is open, looks up a line, takes the report along and deletes it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient

from matcher.pipeline import Upload


def test_from_the_upload_to_the_deleted_report(client: FlaskClient, post: Callable[..., Any], sample: Upload) -> None:
    assert "Check a resume against a role" in client.get("/").text

    url = post("/", file=sample, role="lead-backend-engineer").location
    page = html.unescape(client.get(url).text)
    shown = re.search(r"(\d+) of (\d+) must-haves are shown", page)
    assert shown
    assert int(shown.group(1)) >= 8
    assert re.search(r'class="number">\d+</span> of 100', page)
    assert "Page 1, line" in page
    assert "A good answer covers" in page

    line = re.search(rf'href="{url}/text#(L\d+)"', page)
    assert line
    text = client.get(f"{url}/text").text
    assert f'id="{line.group(1)}"' in text
    assert "<mark>" in text

    assert client.get(f"{url}/file/md").text.startswith("# Resume compared with")
    assert "It is deleted" in client.post(f"{url}/delete", follow_redirects=True).text
    assert client.get(url).status_code == 410


def test_a_candidate_who_pastes_a_resume_and_an_advertisement(
    client: FlaskClient, post: Callable[..., Any], resume: Upload
) -> None:
    job = "Backend Engineer\n\nRequirements\n- Experience with PostgreSQL\n- Experience with Kafka\n"

    page = client.get(post("/", text=resume.data.decode(), job=job).location).text

    assert "1 of 2 must-haves is shown" in page
    assert "The advertisement says" in page
    assert "Kafka" in page


def test_a_candidate_who_makes_mistakes_gets_through(
    client: FlaskClient, post: Callable[..., Any], resume: Upload
) -> None:
    nothing = post("/")
    assert "Choose a file or paste your resume." in nothing.text

    wrong = post("/", text=resume.data.decode(), role="")
    assert "Quillmere Freight" in wrong.text

    assert post("/", text=resume.data.decode(), role="lead-backend-engineer").status_code == 303
