from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from matcher.web.screenings.finding import must_haves, target_of
from matcher.work.records import target_to_json
from tests.web.screenings.conftest import ROLE, Screened


@pytest.mark.parametrize(
    ("ident", "status"), [("scr_" + "0" * 24, 410), ("scr_1", 404), ("SCR_" + "0" * 24, 404), ("%27", 404)]
)
def test_what_can_be_no_screening_is_not_found_and_what_could_be_one_is_gone(
    ident: str, status: int, client: FlaskClient
) -> None:
    assert client.get(f"/screenings/{ident}").status_code == status


def test_quotes_are_masked_where_the_screening_is_blind(screened: Screened) -> None:
    page = screened.page("/resumes/A3?open=all")

    assert "Who it is, is masked." in page
    assert "jane_doe" not in page


def test_must_haves_come_with_their_labels(matcher) -> None:
    target = matcher.role(ROLE)
    found = must_haves(target_of(target_to_json(target)))

    assert ("team-leadership", "Team leadership") in found
    assert len(found) < len(target.requirements.requirements)
