from __future__ import annotations

from flask import Flask

from matcher.web import create_app


def test_the_api_brings_no_pages_of_its_own(app: Flask) -> None:
    """The library's page of documentation would load scripts from elsewhere."""
    rules = {rule.rule for rule in app.url_map.iter_rules()}

    assert rules.isdisjoint({"/docs", "/docs/oauth2-redirect", "/openapi.json"})
    assert "/api/v1/openapi.json" in rules


def test_each_application_has_its_own_state(app: Flask) -> None:
    other = create_app({"MATCHER": app.config["MATCHER"]})

    assert app.extensions["matcher.api"].secret != other.extensions["matcher.api"].secret
    assert not other.extensions["matcher.api"].stopping.is_set()
