from __future__ import annotations

from flask import Flask
from jinja2 import StrictUndefined

from matcher.pipeline import Matcher
from matcher.web import create_app


def test_two_applications_do_not_share_what_they_keep(matcher: Matcher) -> None:
    first, second = create_app({"MATCHER": matcher}), create_app({"MATCHER": matcher})

    assert first.extensions["matcher"].reports is not second.extensions["matcher"].reports


def test_a_misspelt_name_in_a_template_fails(app: Flask) -> None:
    assert app.jinja_env.undefined is StrictUndefined
    assert app.jinja_env.autoescape is not False


def test_there_is_no_session(app: Flask) -> None:
    assert app.secret_key is None
