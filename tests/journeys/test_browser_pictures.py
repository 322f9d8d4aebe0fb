"""What was read beside the pictures of the pages, in a real browser: on a phone and on a desk, without scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matcher.parsing.system_calls import supported
from matcher.pipeline import Upload
from tests.journeys.chromium import Chromium
from tests.journeys.test_browser_paths import looks_right

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not supported(), reason="pages are not drawn on this system"),
]

_SHOWN = """(one => one.complete && one.naturalWidth > 0 && one.checkVisibility({contentVisibilityAuto: true}))
  (document.querySelector(".picture img"))"""
# The picture of the line that says so, and what lies under the middle of its box.
_BOX = """(() => {
  const line = [...document.querySelectorAll(".page-text li")].find(one => one.innerText.includes("PostgreSQL"));
  const box = document.getElementById("P" + line.id.slice(1)).querySelector("rect").getBoundingClientRect();
  const image = document.querySelector(".picture img").getBoundingClientRect();
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {line: "#" + line.id, leads: hit && hit.closest("a").getAttribute("href"),
          inside: box.x > image.x && box.right < image.right && box.y > image.y && box.bottom < image.bottom};
})()"""


@pytest.fixture
def text_page(site: str, sample: Upload, post: Callable[..., Any]) -> str:
    """The address of what was read of the sample."""
    return f"{site}{post('/', file=sample, role='lead-backend-engineer').location}/text"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_on_a_desk_the_picture_stands_beside_the_text(
    scripts: bool, site: str, browser: Chromium, text_page: str
) -> None:
    browser.look(width=1280)
    browser.call("Emulation.setScriptExecutionDisabled", value=not scripts)

    browser.open(text_page)
    browser.evaluate("document.querySelector('.picture img').decode()")

    assert browser.evaluate(_SHOWN) is True
    box = browser.evaluate(_BOX)
    assert (box["leads"], box["inside"]) == (box["line"], True)
    beside = "[...document.querySelectorAll('.picture, .page-text')].map(one => one.getBoundingClientRect().top)"
    picture, lines = browser.evaluate(beside)
    assert abs(picture - lines) < 2
    looks_right(browser, site, 1280)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_on_a_phone_it_is_folded_until_a_line_leads_to_it(
    scripts: bool, site: str, browser: Chromium, text_page: str
) -> None:
    browser.look(width=390, height=844)
    browser.call("Emulation.setScriptExecutionDisabled", value=not scripts)

    browser.open(text_page)
    assert browser.evaluate(_SHOWN) is False
    # Without scripts browsers load all pictures at once, so that nobody can tell from outside how far one has read.
    assert not (scripts and [one for one in browser.requested() if one.endswith(".png")])
    browser.events.clear()
    browser.evaluate("document.querySelector('.to-box').click()")
    browser.evaluate("document.querySelector('.picture img').decode()")

    assert browser.evaluate(_SHOWN) is True
    assert browser.evaluate("document.querySelector('.picture').open") is True
    top = "document.querySelector('.boxes a:target').getBoundingClientRect().top"
    assert 0 <= browser.evaluate(top) < 844
    looks_right(browser, site, 390)


def test_by_keyboard_a_line_leads_to_its_box_and_the_boxes_are_no_stops(browser: Chromium, text_page: str) -> None:
    browser.look(width=1280)
    browser.open(text_page)

    for _ in range(60):
        browser.press("Tab")
        assert not browser.evaluate("!!document.activeElement.closest('.boxes')")
        if browser.evaluate("document.activeElement.matches('.to-box')"):
            break
    browser.press("Enter")

    assert browser.evaluate("location.hash").startswith("#P")
    assert browser.evaluate("getComputedStyle(document.querySelector('.boxes a:target')).outlineStyle") == "solid"
