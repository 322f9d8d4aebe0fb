from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from matcher.pipeline import Upload

ROLE = "lead-backend-engineer"


@pytest.fixture
def report(post: Callable[..., Any], resume: Upload) -> str:
    location: str = post("/", file=resume, role=ROLE).location
    return location


def test_the_plan_asks_for_the_day_and_shows_the_days_up_to_it(client: FlaskClient, report: str) -> None:
    assert "Day of the interview" in client.get(f"{report}/plan").text

    page = client.get(f"{report}/plan?date=2026-12-04&minutes=60").text

    assert "Friday, 20 November 2026" in page
    assert "Friday, 4 December 2026" in page
    assert "Rehearse: tell each story aloud" in page
    assert "Calendar file" in page


@pytest.mark.parametrize(
    ("day", "message"),
    [("soon", "This is not a day."), ("2026-11-19", "This day is over."), ("2029-01-01", "more than a year away")],
)
def test_a_day_that_cannot_be_planned_for_is_a_problem(
    client: FlaskClient, report: str, day: str, message: str
) -> None:
    answer = client.get(f"{report}/plan?date={day}")

    assert answer.status_code == 400
    assert html.unescape(answer.text).count(message) == 2


def test_the_plan_is_a_calendar_file_without_the_secret_link(client: FlaskClient, report: str) -> None:
    answer = client.get(f"{report}/plan.ics?date=2026-12-04&minutes=30")

    assert answer.mimetype == "text/calendar"
    assert answer.data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"DTSTART;VALUE=DATE:20261204" in answer.data
    assert report.rsplit("/", 1)[-1] not in answer.text
    assert client.get(f"{report}/plan.ics").status_code == 400


def test_practice_asks_first_and_answers_on_demand(client: FlaskClient, report: str) -> None:
    page = client.get(f"{report}/practice?n=2").text

    assert "Question 2 of " in page
    assert "<details open" not in page.split("<main")[1]
    assert page.index("<h2>") < page.index("Show what a good answer covers")
    assert f"{report}/practice?n=3" in page


def test_a_tick_survives_a_reload_and_can_be_taken_back(client: FlaskClient, report: str) -> None:
    card = re.search(r'id="c-([^"]+)"', client.get(report).text)
    assert card

    answer = client.post(f"{report}/done", data={"tick": card.group(1)})
    assert answer.location.endswith(f"#c-{card.group(1)}")
    assert "Set-Cookie" not in answer.headers
    assert client.get(report).text.count(">Take the tick back<") == 1
    assert "1 of " in client.get(f"{report}/practice").text

    client.post(f"{report}/done", data={"untick": card.group(1), "back": "practice", "n": "1"})
    assert ">Take the tick back<" not in client.get(report).text


@pytest.mark.parametrize("card", ["", "no.card", "<script>"])
def test_only_cards_of_the_report_can_be_ticked(client: FlaskClient, report: str, card: str) -> None:
    assert client.post(f"{report}/done", data={"tick": card}).status_code == 404


def test_a_tick_leads_back_to_where_it_was_made(client: FlaskClient, report: str) -> None:
    card = re.search(r'id="c-([^"]+)"', client.get(report).text)
    assert card
    sent = {"tick": card.group(1), "back": "plan", "date": "2026-12-04", "minutes": "30"}

    answer = client.post(f"{report}/done", data=sent)

    assert answer.location == f"{report}/plan?date=2026-12-04&minutes=30"
