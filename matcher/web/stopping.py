"""How a server goes away: readiness red first, then no new requests, then an end to what is under way."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from typing import Any

from flask import Flask

__all__ = ["DRAIN_SECONDS", "STOP_SECONDS", "end_work", "on_terminate", "stop_gently", "wsgi_of"]

DRAIN_SECONDS = 2.0
"""How long requests are still taken after readiness turned red, so that whoever balances load has seen it."""

STOP_SECONDS = 15.0
"""How long workers may end what they are at. With the requests' own time it stays under 30 seconds."""


def stop_gently(app: Flask, close: Callable[[], None], seconds: float = DRAIN_SECONDS) -> None:
    """Turn readiness red, and close a little later.

    Args:
        app: the application that is served.
        close: stops taking requests and lets those under way end.
        seconds: how much later.
    """
    app.extensions["matcher.api"].stopping.set()
    timer = threading.Timer(seconds, close)
    timer.daemon = True
    timer.start()


def on_terminate(app: Flask, close: Callable[[], None]) -> None:
    """Have SIGTERM stop the process gently. Call it in the main thread, after the server set its own handlers."""
    signal.signal(signal.SIGTERM, lambda *_: stop_gently(app, close))
    signal.siginterrupt(signal.SIGTERM, False)


def end_work(app: Flask, seconds: float = STOP_SECONDS) -> None:
    """End what runs beside the requests; what is not done stays in the database and is done at the next start."""
    app.extensions["matcher.work"].stop(seconds)
    app.extensions["matcher.workspace"].close()


def wsgi_of(worker: Any) -> Flask:
    """Return the application of a gunicorn worker."""
    app: Flask = worker.wsgi
    return app
