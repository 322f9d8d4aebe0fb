"""Orders of applicant tracking systems in one application: how others are called, and who works them off."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from flask import Flask

from matcher.storage.sealing import own_key
from matcher.web.outside import inner_hosts, resolver, seal_of
from matcher.web.shared import State, clock_of
from matcher.work.partners.courier import Courier, Outside

__all__ = ["courier_of", "outside_of"]

_KEY = "matcher.orders"


def outside_of(app: Flask) -> Outside:
    """Return how an application calls others, and signs links to its result pages."""
    if _KEY not in app.extensions:
        with app.extensions["matcher.workspace"].database.write() as connection:
            links = own_key(connection, "links", clock_of(app)())
        app.extensions[_KEY] = Outside(seal_of(app), links, resolver(app), inner_hosts(app))
    return cast("Outside", app.extensions[_KEY])


def courier_of(app: Flask, wake: Callable[[], None]) -> Courier:
    """Return who works off the orders of an application; it is not started.

    Args:
        app: whose orders.
        wake: tells the workers that a resume waits.
    """
    state: State = app.extensions["matcher"]
    database = app.extensions["matcher.workspace"].database
    return Courier(database, state.matcher, outside_of(app), clock_of(app), wake)
