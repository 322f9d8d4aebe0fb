from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from matcher.pipeline import Upload
from tests.web.conftest import FORM

ROLE = "lead-backend-engineer"


@pytest.fixture
def url(post: Callable[..., Any], resume: Upload, sample: Upload, work_off: Callable[[], None]) -> str:
    named = Upload(resume.data.replace(b"Tuned PostgreSQL", b"Ada Byte tuned PostgreSQL"), "ada_byte.txt")
    files = [named, sample, Upload(b"", "empty.pdf"), Upload(sample.data, "jane_doe.pdf")]
    made = str(post("/screenings", files=files, role=ROLE, hide_names="on", title="November").location)
    work_off()
    return made


def test_the_ranking_leads_to_kits_and_to_side_by_side(client: FlaskClient, url: str) -> None:
    page = client.get(url).text

    assert f'href="{url}/kit"' in page
    assert f'action="{url}/side-by-side"' in page
    assert page.count('name="who"') == 2
    assert f'href="{url}/resumes/A1/kit"' in client.get(f"{url}/resumes/A1").text


def test_a_kit_is_blind_until_the_mask_is_lifted(client: FlaskClient, url: str) -> None:
    hidden = client.get(f"{url}/resumes/A1/kit").text

    assert "Resume A1" in hidden
    assert "ada_byte" not in hidden
    assert "Ada Byte" not in hidden
    client.post(f"{url}/resumes/A1/names", data=FORM | {"names_reason": "To invite."})
    assert "ada_byte.txt" in client.get(f"{url}/resumes/A1/kit").text


def test_everybody_is_asked_what_was_chosen(client: FlaskClient, url: str) -> None:
    role = client.get(f"{url}/kit?ask=api-design&ask=security").text
    one = client.get(f"{url}/resumes/A1/kit?ask=api-design&ask=security").text

    for page in (role, one):
        assert "The same for everybody (2)" in page
        assert 'value="api-design" checked' in page
    assert "What this resume leaves open" in one
    assert "What this resume leaves open" not in role


@pytest.mark.parametrize("path", ["/kit", "/resumes/A1/kit"])
def test_kits_are_handed_out_as_files(path: str, client: FlaskClient, url: str) -> None:
    word, markdown = client.get(f"{url}{path}.docx"), client.get(f"{url}{path}.md?ask=api-design")

    assert b"[name]" not in word.data[:4]
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(word.data)).namelist()
    assert markdown.text.startswith("# Interview kit")
    assert "ada" not in word.headers["Content-Disposition"]
    assert client.get(f"{url}{path}.exe").status_code == 404


@pytest.mark.parametrize("path", ["/resumes/A3/kit", "/resumes/A9/kit", "/resumes/A3/kit.docx"])
def test_there_is_no_kit_for_what_could_not_be_read(path: str, client: FlaskClient, url: str) -> None:
    assert client.get(f"{url}{path}").status_code == 404


def test_two_stand_side_by_side_with_what_differs_first(client: FlaskClient, url: str) -> None:
    page = client.get(f"{url}/side-by-side?who=A1&who=A2").text

    assert (
        page.index("Where they differ") < page.index("Where they stand the same") < page.index("Must-haves and score")
    )
    assert "Ada Byte" not in page
    assert "[name] tuned" in page or "Ada" not in page


@pytest.mark.parametrize("query", ["", "?who=A1", "?who=A1&who=A3", "?who=A1&who=A1"])
def test_fewer_than_two_are_told_how_to_choose(query: str, client: FlaskClient, url: str) -> None:
    answer = client.get(f"{url}/side-by-side{query}")

    assert answer.status_code == 200
    assert "tick them in the ranking" in answer.text


def test_more_than_four_are_cut_and_strangers_are_not_found(client: FlaskClient, url: str) -> None:
    assert client.get(f"{url}/side-by-side?who=A1&who=A2&who=A4&who=A1&who=A2").status_code == 200
    assert client.get(f"{url}/side-by-side?who=A1&who=A77").status_code == 404
