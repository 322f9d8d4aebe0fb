"""What was read beside the pictures of the pages, in a real browser: on a phone and on a desk, without scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from matcher.parsing.system_calls import supported
from matcher.pipeline import Upload
from tests.journeys.browsing import Visit

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not supported(), reason="pages are not drawn on this system"),
]

_SHOWN = """() => { const one = document.querySelector(".picture img");
  return one.complete && one.naturalWidth > 0 && one.checkVisibility({contentVisibilityAuto: true}); }"""
# The picture of the line that says so, and what lies under the middle of its box.
_BOX = """() => {
  const line = [...document.querySelectorAll(".page-text li")].find(one => one.innerText.includes("PostgreSQL"));
  const box = document.getElementById("P" + line.id.slice(1)).querySelector("rect").getBoundingClientRect();
  const image = document.querySelector(".picture img").getBoundingClientRect();
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {line: "#" + line.id, leads: hit && hit.closest("a").getAttribute("href"),
          inside: box.x > image.x && box.right < image.right && box.y > image.y && box.bottom < image.bottom};
}"""


@pytest.fixture
def text_page(site: str, sample: Upload, post: Callable[..., Any]) -> str:
    """The address of what was read of the sample."""
    return f"{site}{post('/', file=sample, role='lead-backend-engineer').location}/text"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_on_a_desk_the_picture_stands_beside_the_text(
    scripts: bool, visit: Callable[..., Visit], text_page: str
) -> None:
    seen = visit(width=1280, scripts=scripts)

    seen.go(text_page)
    seen.page.evaluate("document.querySelector('.picture img').decode()")

    assert seen.page.evaluate(_SHOWN) is True
    box = seen.page.evaluate(_BOX)
    assert (box["leads"], box["inside"]) == (box["line"], True)
    picture = seen.page.locator(".picture").bounding_box()
    lines = seen.page.locator(".page-text").bounding_box()
    assert picture
    assert lines
    assert abs(picture["y"] - lines["y"]) < 2
    assert seen.faults() == {}


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_on_a_phone_it_is_folded_until_a_line_leads_to_it(
    scripts: bool, visit: Callable[..., Visit], text_page: str
) -> None:
    seen = visit(width=390, scripts=scripts)

    seen.go(text_page)
    assert seen.page.evaluate(_SHOWN) is False
    # Without scripts browsers load all pictures at once, so that nobody can tell from outside how far one has read.
    assert not (scripts and [one for one in seen.requested if one.endswith(".png")])
    seen.page.click(".to-box >> nth=0")
    seen.page.evaluate("() => document.querySelector('.picture img').decode()")

    assert seen.page.evaluate(_SHOWN) is True
    assert seen.page.evaluate("() => document.querySelector('.picture').open") is True
    top = "() => document.querySelector('.boxes a:target').getBoundingClientRect().top"
    assert 0 <= seen.page.evaluate(top) < 844
    assert seen.faults() == {}


def test_by_keyboard_a_line_leads_to_its_box_and_the_boxes_are_no_stops(
    visit: Callable[..., Visit], text_page: str
) -> None:
    seen = visit()
    seen.go(text_page)

    for _ in range(60):
        seen.page.keyboard.press("Tab")
        assert not seen.page.evaluate("() => !!document.activeElement.closest('.boxes')")
        if seen.page.evaluate("() => document.activeElement.matches('.to-box')"):
            break
    seen.page.keyboard.press("Enter")

    assert "#P" in seen.page.url
    outline = "() => getComputedStyle(document.querySelector('.boxes a:target')).outlineStyle"
    assert seen.page.evaluate(outline) == "solid"
