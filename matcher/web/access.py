"""The one place that says who may open what: every route has a right, and a guard asks for it before the view runs.

A route without a right is closed to everybody, and a test fails.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final, TypeVar

from flask import Flask, Response, abort, current_app, g, make_response, redirect, request, url_for

from matcher.domain.workspace import User, UserRole
from matcher.web.csrf import check_form, csrf_field, keep_form_cookie
from matcher.web.identity import find_actor
from matcher.web.problems import Problem, Refused
from matcher.web.workspace import workspace

__all__ = ["Right", "current_user", "install_access", "may", "needs", "right_of"]

F = TypeVar("F", bound=Callable[..., Any])
_MARK: Final = "matcher_right"
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class Right(StrEnum):
    """What a route needs: nothing, a key of the API (which the API asks for itself), or a user with a role."""

    OPEN = "open"
    KEY = "key"
    SEE = "see"
    WORK = "work"
    MANAGE = "manage"


_LEAST: Final = {Right.SEE: UserRole.VIEWER, Right.WORK: UserRole.RECRUITER, Right.MANAGE: UserRole.ADMINISTRATOR}

# The faces that have one right for all of their routes. Views of the workspace say theirs by ``needs``.
OF_BLUEPRINTS: Final = {
    "candidate": Right.OPEN,
    "pictures": Right.OPEN,
    "theme": Right.OPEN,
    "asked": Right.OPEN,
    "again": Right.OPEN,
    "preparing": Right.OPEN,
    "bank": Right.OPEN,
    "pages": Right.OPEN,
    "api": Right.KEY,
    "integrations": Right.KEY,
}


def needs(right: Right) -> Callable[[F], F]:
    """Declare what a view needs; stands below the route."""

    def declare(view: F) -> F:
        setattr(view, _MARK, right)
        return view

    return declare


def right_of(app: Flask, endpoint: str) -> Right | None:
    """Return what a route needs; None where nothing was declared."""
    if endpoint == "static":
        return Right.OPEN
    declared: Right | None = getattr(app.view_functions.get(endpoint), _MARK, None)
    return declared or OF_BLUEPRINTS.get(endpoint.rpartition(".")[0])


def install_access(app: Flask) -> None:
    """Set the guard before all views, and give templates the form field and what the user may do."""
    app.before_request(_guard)
    app.after_request(keep_form_cookie)
    app.context_processor(lambda: {"csrf_field": csrf_field, "actor": g.get("actor"), "may": may, "solitary": _alone()})


def current_user() -> User:
    """Return the user who sent the request; in views that need one."""
    user: User = g.actor
    return user


def may(right: str) -> bool:
    """Tell whether whoever sent this request has a right; for templates, the guard alone decides."""
    actor: User | None = g.get("actor")
    return actor is not None and actor.role.includes(_LEAST[Right(right)])


def _guard() -> Response | None:
    if request.endpoint is None:
        # No such page, or not by this method: answered elsewhere, and the same for everybody.
        return None
    right = right_of(current_app, request.endpoint)
    if right is None:
        abort(403)
    least = _LEAST.get(right)
    if least is None:
        return None
    g.actor = find_actor()
    if g.actor is None:
        return _to_login()
    if not g.actor.role.includes(least):
        raise Refused(_not_for(g.actor.role, least))
    if request.method not in _SAFE:
        check_form()
    return None


def _to_login() -> Response:
    """Lead to the login page; a form that was sent cannot be kept meanwhile, so its sender is told."""
    if request.method in _SAFE:
        wanted = request.full_path.removesuffix("?")
        return make_response(redirect(url_for("account.login", next=wanted), 303))
    raise Refused(
        Problem(
            401,
            "login_needed",
            "You are logged out",
            "The form was not sent.",
            "Log in, open its page again and send it once more.",
        )
    )


def _not_for(has: UserRole, needed: UserRole) -> Problem:
    return Problem(
        403,
        "role_too_low",
        "Your role may not do this",
        f"It takes a {needed.value}; you are a {has.value}.",
        "Ask an administrator of your team.",
    )


def _alone() -> dict[str, bool] | None:
    """Return what pages say of the single-user mode; None where people log in or nobody was asked for."""
    if g.get("actor") is None or not workspace().single_user:
        return None
    return {"temporary": workspace().temporary}
