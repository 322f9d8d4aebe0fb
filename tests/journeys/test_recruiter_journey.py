"""A recruiter reads what a role asks for, ranks resumes, opens one, takes the table along."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient

from matcher.pipeline import Upload


def test_from_the_role_to_the_table(
    client: FlaskClient, post: Callable[..., Any], sample: Upload, resume: Upload, work_off: Callable[[], None]
) -> None:
    assert "/roles/lead-backend-engineer" in client.get("/roles").text
    assert "Screen many resumes" in client.get("/screenings/new").text

    files = [resume, sample, Upload(b"", "broken.pdf"), Upload(b"GIF89a" + b"0" * 50, "picture.gif")]
    url = post("/screenings", files=files, role="lead-backend-engineer").location
    assert "0 of 4 read." in client.get(url).text
    work_off()
    page = client.get(url).text
    assert "4 files: 2 ranked, 2 not readable" in page
    assert page.index("resume.pdf") < page.index("ada.txt") < page.index("broken.pdf")
    assert "Ask for a PDF or Word file." in page

    link = re.search(rf'href="({url}/resumes/A2[^"]*)"', page)
    assert link
    assert "must-haves are shown" in client.get(link.group(1)).text

    rows = list(csv.DictReader(io.StringIO(client.get(f"{url}/ranking.csv").text)))
    assert [row["file"] for row in rows] == ["resume.pdf", "ada.txt", "broken.pdf", "picture.gif"]
    assert rows[1]["must_haves_not_shown"]
    assert rows[2]["error"] == "file_empty"
