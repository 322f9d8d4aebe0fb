from __future__ import annotations

from flask import Flask

from matcher.storage.sealing import own_key
from matcher.web.ordering import courier_of, outside_of


def test_links_are_signed_by_a_key_that_outlives_the_process(app: Flask) -> None:
    outside = outside_of(app)
    assert outside_of(app) is outside
    with app.extensions["matcher.workspace"].database.write() as connection:
        assert own_key(connection, "links", app.config["CLOCK"]()) == outside.link_key


def test_who_works_orders_off_finds_none_to_begin_with(app: Flask) -> None:
    assert courier_of(app, lambda: None).work_off() == 0
