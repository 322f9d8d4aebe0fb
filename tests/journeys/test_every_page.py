"""What holds on every page: axe finds nothing, it fits the smallest phone, nothing moves, it is light."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask

from tests.journeys.browsing import WIDTHS, Visit
from tests.journeys.test_browser_paths import JOB, ROLE, upload
from tests.web.conftest import RESUME

pytestmark = pytest.mark.browser

# What is handed out as a file or as data is no page.
_NO_PAGES = {"static", "candidate.download", "preparing.download_plan", "pages.resume_template",
             "pictures.show_page", "profiles.download",
             "screenings.download_ranking", "screenings.held", "screenings.show_progress",
             "interviews.download_kit", "interviews.download_role_kit",
             "integrations.list_tests", "integrations.test_status"}  # fmt: skip
_RULES = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": [
    "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}  # fmt: skip
# Between light and dark nothing differs but the colours.
_COLOUR_RULES = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
_AXE = Axe().axe_script
_RUN = """rules => axe.run({...rules, preload: false}).then(result =>
  result.violations.map(one => [one.id, one.nodes.map(node => node.target.join(" "))]))"""
_SPACING = """*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}
p{margin-bottom:2em!important}"""
_OPEN = "() => document.querySelectorAll('details').forEach(one => one.open = true)"


def screening(seen: Visit, cv: Path, *, names: bool = False) -> str:
    """Hand in two files and a damaged one, and return the address; nothing is read yet."""
    other, broken = cv.with_name("other.txt"), cv.with_name("broken.pdf")
    other.write_bytes(RESUME)
    broken.write_bytes(b"")
    seen.go("/screenings/new")
    seen.page.set_input_files("#files", [cv, other, broken])
    seen.page.select_option("#role", ROLE)
    if names:
        seen.page.uncheck("#hide")
    seen.send("main form button[type=submit]")
    return seen.page.url


def decide_and_keep(seen: Visit, ranking: str) -> None:
    """Decide on the first, note something, and keep it in the pool."""
    seen.go(f"{ranking}/resumes/A1")
    seen.page.check("#choice-hold")
    seen.page.select_option("#requirement", index=1)
    seen.page.fill("#reason", "We talked.")
    seen.send("#form button[type=submit]")
    seen.page.fill("#note", "Call back in spring.")
    seen.send("form[action$=notes] button")
    seen.open_details("#consent_on")
    seen.page.fill("#consent_on", "2026-11-01")
    seen.send("form[action*=pool] button")


@pytest.fixture
def pages(visit: Callable[..., Visit], cv: Path, work_off: Callable[[], None]) -> dict[str, str]:
    """All pages by name; forms that came back with a problem are sent in the tests themselves."""
    seen = visit()
    report = upload(seen, cv)
    seen.go(f"{report}/again")
    seen.page.set_input_files("#file", cv)
    seen.send("#form button")
    changes = seen.page.url
    seen.go("/")
    seen.page.set_input_files("#file", cv)
    seen.open_details("#job")
    seen.page.fill("#job", JOB)
    seen.send("[name=look]")
    asked = seen.page.url
    ranking = screening(seen, cv, names=True)
    blind = screening(seen, cv)
    work_off()
    running = screening(seen, cv)
    decide_and_keep(seen, ranking)
    erased = screening(seen, cv)
    seen.go(f"{erased}/delete")
    seen.send("main form button[type=submit]")
    receipt = seen.page.url
    seen.go("/profiles")
    seen.page.select_option("#role", ROLE)
    seen.send("main form button[type=submit]")
    profile = seen.page.url.removesuffix("/edit")
    kept = {name: f"{report}{rest}" for name, rest in (
        ("report", ""), ("report, for print", "?view=print"), ("text", "/text"),
        ("again", "/again"), ("plan, asking", "/plan"), ("plan", "/plan?date=2026-12-04"),
        ("plan, problem", "/plan?date=soup"), ("practice", "/practice?n=2"),
    )}  # fmt: skip
    plain = {path: path for path in ("/", "/questions", "/questions?q=zebra", "/questions/practice", "/roles",
             f"/roles/{ROLE}", "/about", "/api", "/screenings", "/deleted", "/nothing", "/reports/" + "a" * 32,
             "/results/none", f"/roles/{ROLE}.txt", "/profiles", "/account", "/team", "/login")}  # fmt: skip
    return kept | plain | {
        "changes": changes, "asked": asked, "ranking": ranking, "candidate of a ranking": f"{ranking}/resumes/A1",
        "blind ranking": blind, "blind candidate": f"{blind}/resumes/A1", "running": running,
        "more files": f"{ranking}/files", "again with another list": f"{ranking}/again",
        "erasing": f"{ranking}/delete", "receipt": receipt, "pool": "/pool", "pool, nobody": "/pool?skill=zebra",
        "new screening": "/screenings/new", "kit": f"{ranking}/resumes/A1/kit", "kit of the role": f"{ranking}/kit",
        "side by side": f"{ranking}/side-by-side?who=A1&who=A2",
        "method": f"/roles/{ROLE}/method", "notice": f"/roles/{ROLE}/notice",
        "profile": profile, "profile, edited": f"{profile}/edit", "profile, versions": f"{profile}/versions",
        "profile, questions": f"{profile}/questions/performance",
    }  # fmt: skip


def test_no_page_is_left_out(app: Flask, pages: dict[str, str]) -> None:
    adapter = app.url_map.bind("localhost")
    seen = set()
    for address in pages.values():
        path = "/" + address.split("//")[-1].split("/", 1)[-1].split("?")[0]
        if adapter.test(path, "GET"):
            seen.add(adapter.match(path, "GET")[0])

    shown = {rule.endpoint for rule in app.url_map.iter_rules()
             if "GET" in (rule.methods or ()) and not rule.rule.startswith("/api/")}  # fmt: skip

    assert shown - _NO_PAGES - seen == set()


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(width: int, pages: dict[str, str], visit: Callable[..., Visit]) -> None:
    seen = visit(width=width)
    found: dict[str, object] = {}

    def look(name: str) -> None:
        seen.page.evaluate(_OPEN)
        seen.page.evaluate(_AXE)
        for scheme, rules in (("light", _RULES), ("dark", _COLOUR_RULES)):
            seen.page.emulate_media(color_scheme=scheme)
            violations = seen.page.evaluate(_RUN, rules)
            if violations:
                found[f"{name}, {scheme}"] = violations

    for name, address in pages.items():
        seen.go(address)
        look(name)
        faults = seen.faults()
        if name == "/api":
            # The whole reference of the API on one page is for people at a desk who look something up.
            faults.pop("too heavy", None)
        if faults:
            found[name] = faults
        seen.complaints.clear()
        seen.requested.clear()
    for name, address in (("/", "/"), ("again", pages["again"]), ("/screenings/new", "/screenings/new")):
        seen.go(address)
        seen.send("main form button[type=submit], main form button")
        look(f"{name}, with a problem")

    assert found == {}


def test_axe_would_find_something(visit: Callable[..., Visit]) -> None:
    seen = visit()
    seen.go("/")
    seen.page.evaluate("() => document.querySelector('label[for=file]').remove()")

    seen.page.evaluate(_AXE)

    assert "label" in {name for name, _ in seen.page.evaluate(_RUN, _RULES)}


def test_every_page_fits_the_smallest_phone(pages: dict[str, str], visit: Callable[..., Visit]) -> None:
    seen = visit(width=320)
    wide = {}
    for name, address in pages.items():
        seen.go(address)
        seen.page.evaluate(_OPEN)
        plain = seen.overflow()
        # WCAG 1.4.12: the four values of text spacing; a constructed sheet, as the policy allows no inline style.
        seen.page.evaluate(
            "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }", _SPACING
        )
        spaced = seen.overflow()
        if plain > 0 or spaced > 0:
            wide[name] = (plain, spaced)

    assert wide == {}


def test_nothing_moves_while_a_page_loads(pages: dict[str, str], visit: Callable[..., Visit]) -> None:
    for width in WIDTHS:
        seen = visit(width=width)
        moved = {}
        for name, address in pages.items():
            seen.go(address)
            if seen.shifts() > 0:
                moved[name] = seen.shifts()
        assert moved == {}


def test_forced_colours_keep_the_shapes_and_motion_can_be_off(
    pages: dict[str, str], visit: Callable[..., Visit]
) -> None:
    seen = visit()
    seen.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    seen.go(pages["report"])

    style = "(one, name) => getComputedStyle(one)[name]"
    chevron = seen.page.locator(".chev").first
    assert set(str(chevron.evaluate(style, "transitionDuration")).split(", ")) == {"0s"}
    badge = seen.page.locator(".badge").first
    assert badge.evaluate(style, "borderTopStyle") in {"solid", "dashed"}
    assert badge.locator("svg").count() == 1
    track, value = (seen.page.locator(f".score .{name}").evaluate(style, "fill") for name in ("track", "value"))
    assert track != value


def test_the_report_prints_from_the_dark_as_from_the_light(pages: dict[str, str], visit: Callable[..., Visit]) -> None:
    seen = visit(dark=True)
    seen.go(pages["report, for print"])
    seen.page.emulate_media(media="print", color_scheme="dark")

    paper = seen.page.evaluate("() => getComputedStyle(document.querySelector('.badge.met')).color")
    assert paper == "rgb(11, 86, 156)"
    assert not seen.page.locator(".top").is_visible()
    assert seen.page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
