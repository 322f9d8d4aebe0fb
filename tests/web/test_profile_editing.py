from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.profile_yaml import profile_from_yaml
from tests.web.profile_pages import fields_of

Post = Callable[..., Any]
ROLE = "lead-backend-engineer"


@pytest.fixture
def url(post: Post) -> str:
    return str(post("/profiles", start="target", role=ROLE).location)


@pytest.fixture
def edit(client: FlaskClient, url: str) -> Callable[..., Any]:
    """Send the form of the edit page with some of its fields changed."""

    def send(page: str = "", **changes: str) -> Any:
        return client.post(f"{url}/edit", data=fields_of(page or client.get(f"{url}/edit").text, **changes))

    return send


def stored(client: FlaskClient, url: str, taxonomy: Taxonomy) -> Any:
    return profile_from_yaml(client.get(f"{url}/profile.yaml").data, taxonomy)[0]


def test_saving_without_a_change_makes_no_version(client: FlaskClient, url: str, edit: Callable[..., Any]) -> None:
    assert edit().status_code == 303
    assert "Version 1 of 1" in client.get(url).text


def test_everything_can_be_changed_in_one_save(
    client: FlaskClient, url: str, edit: Callable[..., Any], taxonomy: Taxonomy
) -> None:
    changes = {
        "title": "Lead, streams", "seniority": "senior", "summary": "Runs our streams.", "r0-importance": "preferred",
        "r0-weight": "2.5", "r1-any_of": "Go, Rust", "r1-min_years": "2", "r1-partial_years": "1", "r2-remove": "yes",
    }  # fmt: skip
    before = stored(client, url, taxonomy)
    assert edit(**changes).status_code == 303
    after = stored(client, url, taxonomy)

    assert (after.title, after.seniority, after.summary) == ("Lead, streams", "senior", "Runs our streams.")
    assert (after.requirements[0].importance, after.requirements[0].weight) == ("preferred", 2.5)
    assert after.requirements[1].any_of == ["languages.go", "languages.rust"]
    assert (after.requirements[1].min_years, after.requirements[1].partial_years) == (2, 1)
    assert [one.id for one in after.requirements] == [
        one.id for one in before.requirements if one.id != before.requirements[2].id
    ]


def test_requirements_are_added_by_name_and_empty(
    client: FlaskClient, url: str, edit: Callable[..., Any], taxonomy: Taxonomy
) -> None:
    count = len(stored(client, url, taxonomy).requirements)
    added = edit(add="Terraform, Elixir", add_as="preferred", do="add", title="Typed meanwhile")
    assert added.status_code == 200
    assert 'value="Typed meanwhile"' in added.text
    blank = edit(added.text, do="blank")
    names = {f"r{count + 2}-label": "Knows our trade", f"r{count + 2}-any_of": "Kafka"}
    assert edit(blank.text, do="save", **names).status_code == 303
    after = stored(client, url, taxonomy)

    assert [one.label for one in after.requirements[count:]] == ["Terraform", "Elixir", "Knows our trade"]
    assert [one.importance for one in after.requirements[count:]] == ["preferred", "preferred", "required"]
    assert after.requirements[-1].id == "knows-our-trade"


def test_an_unknown_name_is_told_and_the_known_ones_are_added(edit: Callable[..., Any]) -> None:
    answer = edit(add="Elixir, Frobnicator", do="add")

    assert answer.status_code == 422
    assert "We do not know Frobnicator." in answer.text
    assert 'value="Elixir"' in answer.text


def test_questions_of_the_team_are_written(
    client: FlaskClient, url: str, edit: Callable[..., Any], taxonomy: Taxonomy
) -> None:
    page = edit(do="question").text
    first = stored(client, url, taxonomy).requirements[0].id
    row = {"q0-prompt": "What broke last?", "q0-for": first, "q0-answer_points": "a\nb\n\n"}
    assert edit(page, do="save", **row).status_code == 303
    after = stored(client, url, taxonomy)

    assert [(one.prompt, one.requirements, one.answer_points) for one in after.questions] == [
        ("What broke last?", [first], ["a", "b"])
    ]
    assert "your own" in client.get(url).text


def test_problems_stand_at_their_fields_and_nothing_is_saved(
    client: FlaskClient, url: str, edit: Callable[..., Any]
) -> None:
    answer = edit(**{"r0-weight": "much", "r1-any_of": "Frobnicator", "title": "Kept"})

    assert answer.status_code == 422
    assert 'id="r0-weight-error"' in answer.text
    assert 'href="#r1-any_of"' in answer.text
    assert 'value="much"' in answer.text
    assert 'value="Kept"' in answer.text
    assert "<title>Problem: " in answer.text
    assert "Version 1 of 1" in client.get(url).text


def test_two_who_edit_at_once_are_told_and_none_is_lost(
    client: FlaskClient, url: str, edit: Callable[..., Any]
) -> None:
    mine = client.get(f"{url}/edit").text
    edit(title="Theirs")
    answer = edit(mine, title="Mine")

    assert answer.status_code == 409
    assert "Version 2 was saved while you edited version 1." in answer.text
    assert 'value="Mine"' in answer.text
    assert edit(answer.text).status_code == 303
    assert "<h1>Mine</h1>" in client.get(url).text
    assert "<h1>Theirs</h1>" in client.get(f"{url}?version=2").text


def test_emptying_a_profile_is_refused(client: FlaskClient, url: str, edit: Callable[..., Any]) -> None:
    gone = {f"r{number}-remove": "yes" for number in range(60)}
    answer = edit(**gone)

    assert answer.status_code == 422
    assert "It asks for nothing." in answer.text
