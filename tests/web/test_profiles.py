from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from matcher.pipeline import Upload
from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.profile_yaml import profile_from_yaml
from tests.web.accounts import Staff
from tests.web.conftest import FORM

Post = Callable[..., Any]
ROLE = "lead-backend-engineer"
JOB = "Backend Engineer\n\nRequirements\n- 3+ years of back-end experience\n- Kafka\n\nNice to have\n- Terraform\n"


@pytest.fixture
def url(post: Post) -> str:
    """A profile begun from a shipped role."""
    return str(post("/profiles", start="target", role=ROLE).location)


def test_without_any_profile_the_page_says_how_to_begin(client: FlaskClient) -> None:
    page = client.get("/profiles").text

    assert "No profile yet." in page
    assert "Begin with an empty list" in page


def test_a_role_of_ours_becomes_the_teams_own(client: FlaskClient, url: str, taxonomy: Taxonomy) -> None:
    page, listed = client.get(url).text, client.get("/profiles").text
    role = taxonomy.role(ROLE)

    assert "Version 1 of 1" in page
    assert "Begun from a role of ours" in page
    for requirement in role.requirements:
        assert f'<li id="r-{requirement.id}">' in page
    assert role.title in listed


def test_an_advertisement_becomes_a_profile_with_its_sentences(client: FlaskClient, post: Post) -> None:
    answer = post("/profiles", start="target", job=JOB)
    page = client.get(answer.location).text

    assert "Begun from a job advertisement" in page
    assert "“Kafka”" in page
    assert "Terraform" in page


def test_from_nothing_leads_to_the_form(client: FlaskClient, post: Post) -> None:
    answer = post("/profiles", start="empty", title=" Platform   lead ")

    assert answer.location.endswith("/edit")
    assert "Edit: Platform lead" in client.get(answer.location).text


def test_what_is_exported_can_be_imported(client: FlaskClient, post: Post, url: str, taxonomy: Taxonomy) -> None:
    file = client.get(f"{url}/profile.yaml")
    again = post("/profiles", start="file", file=Upload(file.data, "x.yaml")).location

    assert file.mimetype == "application/yaml"
    assert 'filename="role-profile-prf_' in file.headers["Content-Disposition"]
    assert profile_from_yaml(file.data, taxonomy) == profile_from_yaml(
        client.get(f"{again}/profile.yaml").data, taxonomy
    )
    assert "Begun from a file" in client.get(again).text


@pytest.mark.parametrize(
    ("fields", "status", "says"),
    [
        ({"start": "target"}, 400, "Choose a role"),
        ({"start": "target", "role": "wizard"}, 404, "no role with this name"),
        ({"start": "target", "job": "We have a dog."}, 422, "No requirement was found"),
        ({"start": "empty", "title": " "}, 400, "Give the role a title."),
        ({"start": "file"}, 400, "Choose a file."),
        ({"start": "file", "file": Upload(b"title: a\ntitle: b", "x.yaml")}, 422, "Line 2: The key"),
        ({"start": "file", "file": Upload(b"title: a\nrequirements: []\n", "x.yaml")}, 422, "asks for nothing"),
        ({"start": "magic"}, 400, ""),
    ],
)
def test_a_problem_brings_the_forms_back(fields: dict[str, Any], status: int, says: str, post: Post) -> None:
    answer = post("/profiles", **fields)

    assert answer.status_code == status
    assert says in answer.text


def test_versions_stay_and_an_earlier_one_can_be_the_latest_again(client: FlaskClient, post: Post, url: str) -> None:
    from tests.web.profile_pages import fields_of

    client.post(f"{url}/edit", data=fields_of(client.get(f"{url}/edit").text, title="Renamed"))
    assert "Version 2 of 2" in client.get(url).text
    old = client.get(f"{url}?version=1").text
    assert "This is an earlier version." in old
    assert "Lead Back-End Engineer" in old
    assert client.get(f"{url}/versions").text.count("<code>") == 2
    assert client.get(f"{url}?version=3").status_code == 404

    client.post(f"{url}/versions", data=FORM | {"version": "1"})
    page = client.get(url).text
    assert "Version 3 of 3" in page
    assert "<h1>Lead Back-End Engineer</h1>" in page


def test_a_profile_is_put_away_and_taken_back(client: FlaskClient, url: str) -> None:
    client.post(f"{url}/archive", data=FORM | {"archived": "yes"})
    assert "Put away: 1" in client.get("/profiles").text
    assert "This profile is put away." in client.get(url).text

    client.post(f"{url}/archive", data=FORM | {"archived": "no"})
    assert "Put away: 1" not in client.get("/profiles").text


def test_a_viewer_is_offered_no_change(staff: Staff, client: FlaskClient) -> None:
    page = staff.client("viewer").get("/profiles").text

    assert "Begin a new one" not in page
    assert "No profile yet." in page
