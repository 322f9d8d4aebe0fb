"""The workspace in a browser, with accounts: logging in, a role profile, the team; also without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask

from tests.journeys.browsing import WIDTHS, Visit
from tests.web.accounts import PASSWORD, Staff

pytestmark = pytest.mark.browser
_OPEN = "() => document.querySelectorAll('details').forEach(one => one.open = true)"
_ROLE = "lead-backend-engineer"


@pytest.fixture
def staff(app: Flask) -> Staff:
    """Users; the administrator has a password."""
    staff = Staff(app)
    staff.give_password("administrator")
    return staff


def log_in(seen: Visit, password: str = PASSWORD) -> None:
    seen.page.fill("#login", "administrator")
    seen.page.fill("#password", password)
    seen.send("#form button[type=submit]")


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_where_people_log_in(width: int, staff: Staff, visit: Callable[..., Visit]) -> None:
    axe, seen, found = Axe(), visit(width=width), {}

    def look(name: str) -> None:
        seen.page.evaluate(_OPEN)
        violations = axe.run(seen.page).response["violations"]
        if violations or seen.overflow() > 0:
            found[name] = [one["id"] for one in violations] or "too wide"

    seen.go("/profiles")
    look("login")
    log_in(seen, "not the password at all")
    look("login, with a problem")
    log_in(seen)
    look("no profile")
    seen.page.select_option("#role", _ROLE)
    seen.send("section form button[type=submit] >> nth=0")
    profile = seen.page.url
    seen.go(f"{profile}/edit")
    seen.page.evaluate(_OPEN)
    seen.page.fill("#r0-weight", "much")
    seen.send("button[value=save] >> nth=0")
    look("edited, with a problem")
    seen.send("button[value=question]")
    look("edited, with a question")
    for address in ("/account", "/team", profile):
        seen.go(address)
        look(address)

    assert found == {}
    assert seen.faults() == {}


def test_a_profile_is_made_and_edited_without_scripts(staff: Staff, visit: Callable[..., Visit]) -> None:
    seen = visit(scripts=False)
    seen.go("/profiles")
    log_in(seen)
    seen.page.fill("#title", "Streams lead")
    seen.send("text=Begin with an empty list")
    seen.page.fill("#add", "Kafka, Team leadership")
    seen.send("button[value=add]")
    seen.page.locator("summary", has_text="Kafka").click()
    seen.page.fill("#r0-weight", "2")
    seen.send("button[value=save] >> nth=0")

    assert "Version 2 of 2" in seen.text()
    assert "Must-haves (2)" in seen.text()
    seen.send("text=Log out")
    assert seen.page.url.endswith("/login")
    seen.go("/profiles")
    assert "/login?next=/profiles" in seen.page.url
