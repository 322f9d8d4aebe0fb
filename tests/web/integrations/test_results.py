from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.web.ordering import outside_of
from matcher.work.partners.links import sign_link
from tests.web.conftest import Clock
from tests.web.integrations.conftest import MakeKey, run
from tests.web.integrations.fake_ats import FakeAts
from tests.web.integrations.test_greenhouse import order, send, status


@pytest.fixture
def page(app: Flask, client: FlaskClient, ats: FakeAts, make_key: MakeKey) -> str:
    ats.key = make_key(scopes=["partner:greenhouse"])
    interview = send(client, ats.key, order(ats)).json["partner_interview_id"]
    run(app)
    url: str = status(client, ats.key, interview).json["partner_profile_url"]
    return url.removeprefix("http://localhost")


def test_the_page_ends_with_the_time_of_its_order(client: FlaskClient, page: str, clock: Clock) -> None:
    shown = client.get(page)
    assert (shown.status_code, shown.headers["Cache-Control"]) == (200, "no-store")
    assert "ada.byte" not in shown.text

    clock.pass_hours(30 * 24)
    assert client.get(page).status_code == 410


@pytest.mark.parametrize(
    "change", [lambda one: one[:-1], lambda one: one[:12] + ("B" if one[12] == "A" else "A") + one[13:], lambda _: "x"]
)
def test_a_changed_address_leads_nowhere(client: FlaskClient, page: str, change: Callable[[str], str]) -> None:
    start, _, token = page.rpartition("/")

    assert client.get(f"{start}/{change(token)}").status_code == 410


def test_an_order_without_a_result_or_of_nobody_has_no_page(app: Flask, client: FlaskClient, clock: Clock) -> None:
    clock_now = clock.now
    clock.pass_hours(-1)
    token = sign_link(outside_of(app).link_key, "ord_" + "0" * 24, clock_now)

    assert client.get(f"/results/{token}").status_code == 410
