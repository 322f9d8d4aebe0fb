"""What the candidate's pages cost in a browser: from the press of the button to the rendered report, and its weight."""

from __future__ import annotations

import statistics
import threading
import time
from pathlib import Path

from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from matcher.parsing.pictures import warm_up_drawing
from matcher.parsing.reader import warm_up
from matcher.web import create_app
from tests.journeys.browsing import FLAGS, find_chromium, visit_with

__all__ = ["page_costs"]

_ROUNDS = 7
_ROLE = "lead-backend-engineer"


def page_costs(resume: Path) -> tuple[float, int] | None:
    """Return the median seconds from the press of the button to the painted report, and the bytes of the page.

    None where no browser is installed. The report is there when the browser has painted it twice.
    """
    program = find_chromium()
    if program is None:
        return None
    warm_up()
    warm_up_drawing()
    server = make_server("127.0.0.1", 0, create_app(), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with (
            sync_playwright() as playwright,
            playwright.chromium.launch(executable_path=program, args=FLAGS) as browser,
        ):
            seen = visit_with(browser, f"http://127.0.0.1:{server.server_port}")
            times = []
            for _ in range(_ROUNDS):
                seen.go("/")
                seen.page.set_input_files("#file", resume)
                seen.page.select_option("#role", _ROLE)
                start = time.perf_counter()
                seen.send()
                seen.page.evaluate(
                    "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
                )
                times.append(time.perf_counter() - start)
            return statistics.median(times), seen.weight()
    finally:
        server.shutdown()
