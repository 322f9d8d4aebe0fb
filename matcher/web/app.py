"""Builds the web application."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from apiflask import APIFlask
from flask import Flask
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from matcher import __version__
from matcher.parsing.accepted import JOB_ENDINGS, JOB_FORMATS, RESUME_ENDINGS, RESUME_FORMATS
from matcher.parsing.limits import Limits
from matcher.reports import language, templating
from matcher.reports.phrases import or_list
from matcher.resources import data_folder
from matcher.web import (
    account,
    again,
    asked,
    bank,
    candidate,
    interviews,
    pages,
    pictures,
    pool,
    preparing,
    profile_cards,
    profile_editing,
    profiles,
    screenings,
    team,
    theme,
)
from matcher.web.access import install_access
from matcher.web.api import install_api
from matcher.web.config import DEFAULTS
from matcher.web.errors import install_errors
from matcher.web.headers import install_headers
from matcher.web.integrations import install_integrations
from matcher.web.memory import MemoryRequest
from matcher.web.shared import SharedMatcher, State, clock_of
from matcher.web.store import Store
from matcher.web.tidying import install_tidying
from matcher.web.work import install_work
from matcher.web.workspace import install_workspace

__all__ = ["create_app"]

_FACES = (
    *(candidate, pictures, asked, again, preparing, bank, pages, theme),
    *(account, team, profiles, profile_editing, profile_cards, screenings, pool, interviews),
)


class _App(APIFlask):
    request_class = MemoryRequest


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """Build the application: settings from the environment over the defaults, one matcher, one store.

    Args:
        config: settings that go over all others; ``MATCHER`` in it hands in a matcher that is there already.
    """
    app = _App(
        "matcher.web",
        template_folder=str(data_folder("templates")),
        # Its own page of the API would load scripts from elsewhere; ours is made from our templates.
        docs_path=None,
        spec_path=None,
        json_errors=False,
    )
    app.config.from_mapping(DEFAULTS)
    app.config.from_prefixed_env("MATCHER")
    app.config.from_mapping(config or {})
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    templating.install(app.jinja_env)
    language.use(str(app.config["LANGUAGE"]))
    matcher = app.config.get("MATCHER") or SharedMatcher.from_folder()
    # A file that is too large is still read to its end, and let go: the form comes back with all that was typed.
    app.config["MAX_FILE_BYTES"] = matcher.limits.max_bytes
    app.config.setdefault("MAX_CONTENT_LENGTH", None)
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_CONTENT_LENGTH"] or 20 * matcher.limits.max_bytes
    hours, clock = float(app.config["KEEP_HOURS"]), clock_of(app)
    app.extensions["matcher"] = State(
        matcher,
        Store(hours=hours, most=int(app.config["KEEP_REPORTS"]), clock=clock),
    )
    app.jinja_env.globals["site"] = _site(app, matcher.limits)
    install_tidying(app, install_workspace(app))
    install_headers(app)
    install_access(app)
    install_errors(app)
    theme.install_theme(app)
    for face in _FACES:
        app.register_blueprint(face.blueprint)
    install_work(app)
    install_api(app)
    install_integrations(app)
    proxies = int(app.config["PROXIES"])
    if proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies
        )
    return app


def _site(app: Flask, limits: Limits) -> dict[str, Any]:
    """Return what pages say of the installation."""
    return {
        "version": __version__,
        "keep_hours": app.config["KEEP_HOURS"],
        "max_bytes": limits.max_bytes,
        "max_megabytes": limits.max_bytes // 1_000_000,
        "max_pages": limits.max_pages,
        "max_files": app.config["SCREENING_FILES"],
        "resume_formats": or_list(RESUME_FORMATS),
        "resume_endings": ",".join(RESUME_ENDINGS),
        "job_formats": or_list(JOB_FORMATS),
        "job_endings": ",".join(JOB_ENDINGS),
    }
