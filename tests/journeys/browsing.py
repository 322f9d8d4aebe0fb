"""A visit to the pages in a headless Chromium, which notes what the browser complains about and asks for."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field

from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize

__all__ = ["FLAGS", "WEIGHT", "WIDTHS", "Visit", "find_chromium", "visit_with"]

WIDTHS = (390, 1280)
WEIGHT = 150_000
# As root and without a network: no sandbox, and nothing that would ask for other hosts.
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip
_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# Text, styles and scripts; the pictures of somebody's own pages are loaded late and weigh what they weigh.
_BYTES = """() => [...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")]
  .filter(one => !one.name.endsWith(".png")).reduce((sum, one) => sum + one.decodedBodySize, 0)"""
_SHIFTS = """() => new Promise(done => { let sum = 0;
  new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 60); })"""
_OVERFLOW = "() => document.documentElement.scrollWidth - window.innerWidth"


def find_chromium() -> str | None:
    """Return the program of a Chromium that this machine has."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


@dataclass
class Visit:
    """One page of one browser context: its address bar starts at ``site``."""

    page: Page
    site: str
    scripts: bool = True
    complaints: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)

    def go(self, address: str) -> None:
        """Open an address of the site, or a full one."""
        self.page.goto(address if address.startswith("http") else self.site + address)

    def text(self) -> str:
        """Return the text that can be seen."""
        return self.page.inner_text("body")

    def send(self, selector: str = "#form button[type=submit]:not([name])") -> None:
        """Press a button that leads to another page."""
        with self.page.expect_navigation():
            self.page.click(selector)

    def open_details(self, holding: str) -> None:
        """Open the closed part of a form that holds a field."""
        part = self.page.locator("details", has=self.page.locator(holding))
        if part.get_attribute("open") is None:
            part.locator("summary").click()

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than the window; not above 0 where it fits."""
        return int(self.page.evaluate(_OVERFLOW))

    def weight(self) -> int:
        """Return the bytes of the page with its styles and scripts, unpacked."""
        return int(self.page.evaluate(_BYTES))

    def shifts(self) -> float:
        """Return how much the page moved while it loaded (cumulative layout shift)."""
        return float(self.page.evaluate(_SHIFTS))

    def faults(self) -> dict[str, object]:
        """Return what must hold on every page and does not: console, other hosts, width, weight."""
        weight = self.weight()
        # The browser draws the buttons of its own fields from data: addresses.
        foreign = [one for one in self.requested if not one.startswith((self.site, "data:image/svg"))]
        found = {
            "console": list(self.complaints),
            "foreign": foreign,
            "too wide": max(0, self.overflow()),
            "too heavy": weight if weight >= WEIGHT else 0,
        }
        return {name: value for name, value in found.items() if value}


def visit_with(
    browser: Browser,
    site: str,
    *,
    width: int = 1280,
    height: int | None = None,
    scripts: bool = True,
    dark: bool = False,
) -> Visit:
    """Return a visit in a context of its own: no cookie and no cache of others; the caller closes the context."""
    context = browser.new_context(
        viewport=ViewportSize(width=width, height=height or (844 if width < 700 else 900)),
        java_script_enabled=scripts,
        color_scheme="dark" if dark else "light",
    )
    context.set_default_timeout(15_000)
    page = context.new_page()
    visit = Visit(page, site, scripts)

    def complain(message: ConsoleMessage) -> None:
        # An answer that is meant to be an error is told in the console by its status; that is no fault of the page.
        if "Failed to load resource: the server responded with a status of" not in message.text:
            visit.complaints.append(message.text)

    page.on("console", complain)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on("request", lambda request: visit.requested.append(request.url))
    return visit
