"""Every path of a candidate in a real browser: on a phone and on a desk, with and without scripts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from matcher.pipeline import Upload
from tests.journeys.chromium import Chromium

pytestmark = pytest.mark.browser

JOB = "Payments Engineer\\n\\nRequirements\\n- Experience with PostgreSQL\\n- Experience with Kafka\\n"
WEIGHT = 150_000
_AXE = Path(os.environ.get("MATCHER_AXE", "node_modules/axe-core/axe.min.js"))
_SHIFTS = """new Promise(done => { let sum = 0;
  new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 60); })"""
_BYTES = """[...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")]
  .reduce((sum, one) => sum + one.decodedBodySize, 0)"""


def looks_right(browser: Chromium, site: str, width: int) -> None:
    """Check what must hold on every page: no complaint, nothing from elsewhere, not too wide, not too heavy."""
    assert browser.complaints() == []
    # The browser draws the buttons of its own fields from data: addresses.
    assert [one for one in browser.requested() if not one.startswith((site, "data:image/svg"))] == []
    assert browser.evaluate("document.documentElement.scrollWidth") <= width
    assert browser.evaluate(_BYTES) < WEIGHT


def text_of(browser: Chromium) -> str:
    return str(browser.evaluate("document.body.innerText"))


def upload(browser: Chromium, site: str, path: Path, *, job: bool = False, look: bool = False) -> str:
    """Fill in the form and send it; return the report's address."""
    browser.open(f"{site}/")
    browser.choose_file("#file", path)
    browser.evaluate("document.querySelector('#role').value = 'lead-backend-engineer'")
    if job:
        browser.evaluate(f"document.querySelector('#job').value = '{JOB}'")
    button = "[name=look]" if look else "button[type=submit]:not([name])"
    browser.go(f"document.querySelector('#form').requestSubmit(document.querySelector('#form {button}'))")
    return str(browser.evaluate("location.href"))


@pytest.fixture
def cv(sample: Upload, tmp_path: Path) -> Path:
    path = tmp_path / "cv.pdf"
    path.write_bytes(sample.data)
    return path


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_from_the_upload_to_the_plan(width: int, scripts: bool, site: str, browser: Chromium, cv: Path) -> None:
    browser.look(width=width)
    browser.call("Emulation.setScriptExecutionDisabled", value=not scripts)

    address = upload(browser, site, cv, job=True, look=True)
    assert "Experience with Kafka" in text_of(browser)
    looks_right(browser, site, width)
    browser.evaluate("document.querySelector('#is-kafka').value = 'drop'")
    browser.evaluate("document.querySelector('#add').value = 'Terraform'")
    browser.go("document.querySelector('#form').requestSubmit()")
    address = str(browser.evaluate("location.href"))
    assert browser.evaluate("!!document.querySelector('#r-terraform') && !document.querySelector('#r-kafka')")
    looks_right(browser, site, width)

    before = browser.evaluate("document.querySelectorAll('.done-tag').length")
    click = "document.querySelector('.qcard .tick').requestSubmit(document.querySelector('.qcard .tick button'))"
    if scripts:
        browser.evaluate(f"{click}; new Promise(done => setTimeout(done, 300))")
        assert browser.evaluate("document.querySelectorAll('.done-tag').length") == before + 1
    else:
        browser.go(click)
    browser.open(address)
    assert browser.evaluate("document.querySelectorAll('.done-tag').length") == before + 1

    for path, words in (
        ("/plan?date=2026-12-04", "Rehearse"),
        ("/practice?n=2", "Question 2 of"),
        ("/text", "line by line"),
        ("?open=all", "Smallest true change"),
        ("?view=print", "Everything is open for paper"),
        ("/again", "same list as before"),
    ):
        browser.open(address.split("?")[0] + path)
        assert words in text_of(browser), path
        looks_right(browser, site, width)

    browser.choose_file("#file", cv)
    browser.go("document.querySelector('#form').requestSubmit()")
    assert "No requirement moved." in text_of(browser)
    looks_right(browser, site, width)
    browser.open(address)
    browser.go("document.querySelector('.facts form').requestSubmit()")
    assert "It is deleted" in text_of(browser)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_bank_without_an_upload(width: int, scripts: bool, site: str, browser: Chromium) -> None:
    browser.look(width=width, dark=True)
    browser.call("Emulation.setScriptExecutionDisabled", value=not scripts)
    browser.open(f"{site}/questions")
    browser.evaluate("document.querySelector('#kind').value = 'technical'")
    browser.go("document.querySelector('#form').requestSubmit()")
    assert "kind=technical" in browser.evaluate("location.search")
    looks_right(browser, site, width)

    browser.go("document.querySelector('p.actions a').click()")
    assert "Question 1 of" in text_of(browser)
    assert browser.evaluate("document.querySelector('details.qcard').open") is False
    looks_right(browser, site, width)


def test_nothing_moves_while_a_page_loads(site: str, browser: Chromium, cv: Path) -> None:
    browser.look(width=390, height=844)
    report = upload(browser, site, cv)

    for address in (f"{site}/", report, f"{report}/text", f"{site}/questions"):
        browser.open(address)
        assert browser.evaluate(_SHIFTS) < 0.01, address


def test_the_whole_path_by_keyboard(site: str, browser: Chromium, cv: Path) -> None:
    browser.look(width=1280)
    browser.open(f"{site}/")
    browser.choose_file("#file", cv)
    browser.evaluate("document.querySelector('#role').value = 'lead-backend-engineer'")

    def tab_to(found: str) -> None:
        for _ in range(80):
            browser.press("Tab")
            if browser.evaluate(f"document.activeElement.matches({found!r})"):
                assert browser.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
                return
        raise AssertionError(found)

    tab_to("#form button")
    browser.events.clear()
    browser.press("Enter")
    browser.wait_for("Page.loadEventFired")
    assert "must-haves are shown" in text_of(browser)
    tab_to(".rows details:not([open]) > summary")
    browser.press("Enter")
    assert browser.evaluate("document.activeElement.parentElement.open") is True
    tab_to(".qcard:not([open]) > summary")
    browser.press(" ")
    assert browser.evaluate("document.activeElement.parentElement.open") is True


@pytest.mark.skipif(not _AXE.is_file(), reason="axe-core is not here; MATCHER_AXE names its axe.min.js")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(dark: bool, site: str, browser: Chromium, cv: Path) -> None:
    axe = _AXE.read_text("utf-8")
    browser.call("Page.setBypassCSP", enabled=True)
    browser.look(width=390 if dark else 1280, dark=dark)
    asked = upload(browser, site, cv, job=True, look=True)
    report = asked.removesuffix("/asked")
    again = [f"{report}{path}" for path in ("?open=all", "/text", "/asked", "/plan?date=2026-12-04", "/plan?date=x")]
    more = [f"{report}{path}" for path in ("/practice", "/again", "/plan", "?view=print")]
    plain = ("/", "/questions", "/questions?q=zebra", "/questions/practice", "/roles", "/roles/lead-backend-engineer",
             "/about", "/api", "/screenings", "/deleted", "/nothing")  # fmt: skip

    found = {}
    for address in (report, *again, *more, *(f"{site}{path}" for path in plain)):
        browser.open(address)
        browser.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        browser.evaluate(f"{axe}; 1")
        wrong = browser.evaluate(
            "axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target).join(' ')))"
        )
        if wrong:
            found[address.removeprefix(site)] = wrong
    assert found == {}
