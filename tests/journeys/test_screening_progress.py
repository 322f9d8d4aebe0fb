"""A recruiter leaves the page of a running screening open; it tells how far it is without being loaded again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from matcher.pipeline import Matcher
from matcher.work.processing import work_off_one
from tests.journeys.browsing import Visit
from tests.journeys.test_every_page import screening
from tests.web.conftest import Clock

pytestmark = pytest.mark.browser


def test_the_page_goes_on_by_itself_and_ends_with_the_ranking(
    visit: Callable[..., Visit], cv: Path, app: Flask, matcher: Matcher, clock: Clock, work_off: Callable[[], None]
) -> None:
    seen = visit()
    screening(seen, cv)
    assert "0 of 3 read." in seen.text()
    work_off_one(app.extensions["matcher.workspace"].database, matcher, owner="wrk_test", clock=clock)
    seen.page.wait_for_function("() => document.querySelector('[role=status]').textContent.startsWith('1 of 3')")
    assert seen.page.locator("progress").get_attribute("value") is not None
    work_off()
    seen.page.wait_for_function("() => !document.querySelector('progress')")

    assert "2 ranked" in seen.text()
    assert seen.faults() == {}


def test_without_scripts_a_link_asks_again(visit: Callable[..., Visit], cv: Path, work_off: Callable[[], None]) -> None:
    seen = visit(scripts=False)
    screening(seen, cv)
    work_off()
    with seen.page.expect_navigation():
        seen.page.click("text=Check again")

    assert "2 ranked" in seen.text()
