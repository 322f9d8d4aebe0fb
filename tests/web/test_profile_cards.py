from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.profile_yaml import profile_from_yaml
from matcher.web.profile_cards import left_out
from tests.web.conftest import FORM
from tests.web.profile_pages import fields_of


@pytest.fixture
def url(post: Callable[..., Any]) -> str:
    return str(post("/profiles", start="target", role="lead-backend-engineer").location)


def stored(client: FlaskClient, url: str, taxonomy: Taxonomy) -> Any:
    return profile_from_yaml(client.get(f"{url}/profile.yaml").data, taxonomy)[0]


def test_only_questions_that_were_shown_are_decided_anew() -> None:
    assert left_out(frozenset({"a", "unseen"}), ["a", "b", "c"], ["a"]) == {"b", "c", "unseen"}


def test_a_question_without_a_tick_is_left_out_until_it_is_ticked_again(
    client: FlaskClient, url: str, taxonomy: Taxonomy
) -> None:
    page = f"{url}/questions/mentoring"
    fields = fields_of(client.get(page).text)
    asked = fields.getlist("ask")
    fields.setlist("ask", asked[1:])
    answer = client.post(page, data=fields)

    assert (answer.status_code, answer.location) == (303, f"{url}#r-mentoring")
    assert stored(client, url, taxonomy).left_out == asked[:1]
    again = fields_of(client.get(page).text)
    assert again.getlist("ask") == asked[1:]
    again.add("ask", asked[0])
    client.post(page, data=again)
    assert stored(client, url, taxonomy).left_out == []
    assert "Version 3 of 3" in client.get(url).text


def test_names_that_the_bank_does_not_have_are_passed_over(client: FlaskClient, url: str, taxonomy: Taxonomy) -> None:
    client.post(f"{url}/questions/mentoring", data=FORM | {"shown": "no.such", "based_on": "1"})

    assert stored(client, url, taxonomy).left_out == []


def test_who_was_overtaken_is_told(client: FlaskClient, url: str) -> None:
    page = f"{url}/questions/mentoring"
    mine = fields_of(client.get(page).text)
    theirs = fields_of(client.get(page).text)
    theirs.setlist("ask", [])
    client.post(page, data=theirs)
    mine.setlist("ask", mine.getlist("ask")[:1])
    answer = client.post(page, data=mine)

    assert answer.status_code == 409
    assert "Version 2 was saved while you edited version 1." in answer.text
    assert fields_of(answer.text).getlist("ask") == mine.getlist("ask")


def test_a_requirement_that_the_profile_lacks_is_not_found(client: FlaskClient, url: str) -> None:
    assert client.get(f"{url}/questions/juggling").status_code == 404
