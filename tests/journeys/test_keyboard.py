"""The whole path by keyboard alone: every stop is seen, nothing needs a pointer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.browsing import Visit

pytestmark = pytest.mark.browser

_STOP = """() => { const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  const middle = document.elementFromPoint(box.x + Math.min(box.width, innerWidth) / 2, box.y + box.height / 2);
  return { ring: style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 3,
    inside: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    clear: !middle || one.contains(middle) || middle.contains(one) || box.height > innerHeight }; }"""
_MOST_STOPS = 150


class Keys:
    """A keyboard at a page, which looks at every stop that it makes."""

    def __init__(self, seen: Visit) -> None:
        self._keyboard = seen.page.keyboard
        self._seen = seen

    def tab_to(self, selector: str) -> None:
        """Press Tab until an element has the focus; each stop on the way must be seen."""
        for _ in range(_MOST_STOPS):
            self._keyboard.press("Tab")
            if self._seen.page.evaluate("document.activeElement === document.body"):
                continue
            stop = self._seen.page.evaluate(_STOP)
            assert stop == {"ring": True, "inside": True, "clear": True}, self._where()
            if self._seen.page.evaluate("found => document.activeElement.matches(found)", selector):
                return
        raise AssertionError(selector)

    def press(self, key: str) -> None:
        """Press a key that stays on the page."""
        self._keyboard.press(key)

    def leave(self, key: str = "Enter") -> None:
        """Press a key that leads to another page."""
        with self._seen.page.expect_navigation():
            self._keyboard.press(key)

    def _where(self) -> str:
        return str(self._seen.page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))


def is_open(seen: Visit) -> bool:
    return bool(seen.page.evaluate("document.activeElement.parentElement.open"))


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_from_the_upload_to_the_deleted_report(scripts: bool, visit: Callable[..., Visit], cv: Path) -> None:
    seen = visit(scripts=scripts)
    keys = Keys(seen)
    # Before the page is opened: the browser has to be told in time that its own dialogue is not wanted.
    seen.page.on("filechooser", lambda _: None)
    seen.go("/")
    keys.tab_to(".skip")
    keys.tab_to("#file")
    with seen.page.expect_file_chooser() as chooser:
        keys.press("Enter")
    chooser.value.set_files(cv)
    keys.tab_to("#role")
    seen.page.keyboard.type("Lead Back")
    keys.tab_to("#form button[name=look]")
    keys.leave()
    assert "What is asked" in seen.text()

    keys.tab_to("#form button[type=submit]")
    keys.leave(" ")
    assert "must-haves are shown" in seen.text()
    keys.tab_to(".rows details:not([open]) > summary")
    keys.press("Enter")
    assert is_open(seen)
    keys.tab_to(".qcard:not([open]) > summary")
    keys.press(" ")
    assert is_open(seen)
    keys.tab_to(".tick")
    if scripts:
        keys.press("Enter")
        seen.page.locator(".done-tag:not([hidden])").wait_for()
        # The focus stays where it was, so that the next card is one Tab away.
        assert seen.page.evaluate("document.activeElement.matches('.tick')")
    else:
        keys.leave()
    assert seen.page.locator(".done-tag:not([hidden])").count() == 1

    report = seen.page.url.split("#")[0]
    seen.go(report)
    keys.tab_to("a[href$='/practice']")
    keys.leave()
    keys.tab_to(".qcard summary")
    keys.press("Enter")
    assert is_open(seen)
    seen.go(report)
    keys.tab_to(".facts button")
    keys.leave()
    assert "It is deleted" in seen.text()
