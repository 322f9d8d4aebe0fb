"""Puts the API into an application: its state, its settings and its checks."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, field

from apiflask import APIFlask

from matcher import __version__
from matcher.web.api.access import Buckets
from matcher.web.api.base import Ident, blueprint
from matcher.web.api.database import KeyWatch
from matcher.web.api.gate import Room
from matcher.web.api.guards import StrictJson
from matcher.web.api.metrics import Metrics
from matcher.web.api.refusals import install_refusals
from matcher.web.api.spec import install_spec

__all__ = ["ApiState", "install_api"]


@dataclass(frozen=True, slots=True)
class ApiState:
    """What the API holds for one process.

    Args:
        metrics: the counters.
        room: for requests that read resumes.
        keys: whether callers need one.
        buckets: how often each key may call.
        secret: signs cursors; they are good for as long as the process.
        stopping: set before the server goes away.
    """

    metrics: Metrics
    room: Room
    keys: KeyWatch = field(default_factory=KeyWatch)
    buckets: Buckets = field(default_factory=Buckets)
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    stopping: threading.Event = field(default_factory=threading.Event)


def install_api(app: APIFlask) -> None:
    """Register the API; the application's pages are not touched by it."""
    app.title, app.version = "Matcher", __version__
    app.json = StrictJson(app)
    app.extensions["matcher.api"] = ApiState(
        Metrics(app),
        Room(int(app.config["MATCHES_AT_ONCE"])),
    )
    install_refusals(app)
    install_spec(app)
    app.url_map.converters["ident"] = Ident
    app.register_blueprint(blueprint)
