"""The pages in a real browser: a file goes in, the report comes out, on a phone, in the dark and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.pipeline import Upload
from tests.journeys.chromium import Chromium

pytestmark = pytest.mark.browser


def test_a_candidate_and_a_recruiter_without_scripts(
    site: str, browser: Chromium, sample: Upload, tmp_path: Path
) -> None:
    path = tmp_path / "cv.pdf"
    path.write_bytes(sample.data)
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    for start, field, words in (("/", "#file", "must-haves are shown"), ("/screenings", "#files", "reading order")):
        browser.look(width=390)
        browser.open(f"{site}{start}")
        browser.choose_file(field, path)
        browser.evaluate("document.querySelector('#role').value = 'lead-backend-engineer'")
        browser.events.clear()
        browser.evaluate("document.querySelector('main form').requestSubmit()")
        browser.wait_for("Page.loadEventFired")

        assert words in browser.evaluate("document.body.innerText")
        asked = {address for address in browser.requested() if not address.startswith(site)}
        assert asked == set()
        assert browser.complaints() == []
        address = browser.evaluate("location.href")
        for width in (320, 390, 1280):
            browser.look(width=width, dark=width == 390)
            assert browser.evaluate("document.documentElement.scrollWidth") <= width
        browser.open(f"{address}?view=print")
        browser.pdf(tmp_path / "report.pdf")
        assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("path", ["/", "/screenings", "/roles", "/roles/lead-backend-engineer", "/about", "/api"])
def test_no_page_is_wider_than_the_narrowest_phone(path: str, site: str, browser: Chromium) -> None:
    browser.look(width=320)
    browser.open(f"{site}{path}")

    assert browser.evaluate("document.documentElement.scrollWidth") <= 320
    assert browser.complaints() == []
