"""The workers beside the server: started with the first resume that waits, ended with the server."""

from __future__ import annotations

import threading
from typing import cast

from flask import Flask, current_app

from matcher.storage.api_batches import waiting_items
from matcher.storage.items import has_waiting
from matcher.storage.partners import has_orders
from matcher.storage.webhooks import has_endpoints
from matcher.web.ordering import courier_of
from matcher.web.outside import inner_hosts, resolver, seal_of
from matcher.web.shared import clock_of
from matcher.work.deliveries import Deliverer
from matcher.work.partners.courier import Courier
from matcher.work.pool import Pool

__all__ = ["Workers", "install_work", "pool"]

_KEY = "matcher.work"
# A resume that comes slowly is fetched again at the next start.
_COURIER_SECONDS = 3.0


class Workers:
    """Starts the pool when it is first woken, so that a server without such work does not pay for it.

    Args:
        app: whose workspace is worked on.
        count: how many processes; 0 where somebody else looks after them, as in tests.
    """

    def __init__(self, app: Flask, count: int) -> None:
        self._app = app
        self._count = count
        self._lock = threading.Lock()
        self._pool: Pool | None = None
        self._deliverer: Deliverer | None = None
        self._courier: Courier | None = None
        self._stopped = False

    def wake(self) -> None:
        """Tell that something waits."""
        with self._lock:
            if not self._count or self._stopped:
                return
            if self._pool is None:
                url = self._app.extensions["matcher.workspace"].database.engine.url
                text = url.render_as_string(hide_password=False)
                self._pool = Pool(text, workers=self._count, clock=clock_of(self._app))
                self._pool.start()
            self._pool.wake()

    def deliver(self) -> None:
        """Have messages sent that are due, from now on."""
        with self._lock:
            if not self._count or self._stopped or self._deliverer is not None:
                return
            app = self._app
            self._deliverer = Deliverer(
                app.extensions["matcher.workspace"].database,
                seal_of(app),
                clock_of(app),
                resolver=resolver(app),
                inner=inner_hosts(app),
            )
            self._deliverer.start()

    def serve_orders(self) -> None:
        """Have orders of applicant tracking systems worked off, from now on."""
        with self._lock:
            if self._count and not self._stopped and self._courier is None:
                self._courier = courier_of(self._app, self.wake)
                self._courier.start()

    def resume(self) -> None:
        """Go on with what an earlier process left: messages to send, orders, and resumes that wait."""
        with self._app.extensions["matcher.workspace"].database.read() as connection:
            messages, orders = has_endpoints(connection), has_orders(connection)
            waiting = has_waiting(connection) or bool(waiting_items(connection))
        if orders:
            self.serve_orders()
        if messages:
            self.deliver()
        if waiting:
            self.wake()

    def stop(self, seconds: float) -> None:
        """Let the workers end what they are at, at most so long; the rest waits for the next start."""
        with self._lock:
            self._stopped = True
            courier, self._courier = self._courier, None
        if courier is not None:
            # Outside of the lock, for which it may be waiting to wake the workers.
            courier.stop(min(seconds, _COURIER_SECONDS))
        with self._lock:
            if self._deliverer is not None:
                self._deliverer.stop(seconds)
                self._deliverer = None
            if self._pool is not None:
                self._pool.stop(seconds)
                self._pool = None


def install_work(app: Flask) -> None:
    """Give the application its workers; none is started."""
    app.extensions[_KEY] = Workers(app, int(app.config["WORKERS"]))


def pool() -> Workers:
    """Return the workers of the application that answers this request."""
    return cast("Workers", current_app.extensions[_KEY])
