"""Logging in and out, and the page of one's own account."""

from __future__ import annotations

from datetime import timedelta
from math import ceil

from flask import Blueprint, Response, g, make_response, redirect, render_template, request, url_for

from matcher.domain.workspace import User
from matcher.errors import WorkspaceError
from matcher.storage.accounts import set_password, stored_password, was_here
from matcher.storage.attempts import begin_attempt, succeed
from matcher.storage.passwords import LEAST_LENGTH, check_password, hash_password, verify_password
from matcher.storage.sessions import count_sessions
from matcher.storage.teams import find_team
from matcher.web.access import Right, current_user, needs
from matcher.web.csrf import check_form
from matcher.web.identity import begin, current_session, end
from matcher.web.problems import Problem
from matcher.web.workspace import now, workspace

__all__ = ["blueprint"]

blueprint = Blueprint("account", __name__)


@blueprint.get("/login")
@needs(Right.OPEN)
def login() -> Response:
    """Show the form; where nobody logs in, lead on."""
    if workspace().single_user:
        return make_response(redirect(_wanted(), 303))
    return make_response(_login_form(()))


@blueprint.post("/login")
@needs(Right.OPEN)
def log_in() -> Response:
    """Log in. A wrong password, an unknown name and a disabled account are answered alike, after the same work."""
    check_form()
    name, password = request.form.get("login", ""), request.form.get("password", "")
    moment, database = now(), workspace().database
    with database.write() as connection:
        attempt, wait = begin_attempt(connection, name, request.remote_addr or "", moment)
    if attempt is None:
        return _wait(wait)
    with database.read() as connection:
        found = stored_password(connection, name)
    fits, renewed = verify_password(password, found[1] if found else None)
    if found is None or not fits:
        return make_response(_login_form((_WRONG,)), 401)
    user = found[0]
    with database.write() as connection:
        succeed(connection, attempt)
        was_here(connection, user.id, moment)
        if renewed is not None:
            set_password(connection, user.id, renewed, now=None)
    return begin(make_response(redirect(_wanted(), 303)), user)


@blueprint.post("/logout")
@needs(Right.SEE)
def log_out() -> Response:
    """End the session of this browser."""
    return end(make_response(redirect(url_for(".login"), 303)))


@blueprint.get("/account")
@needs(Right.SEE)
def account() -> str:
    """Show who one is here, and the form for a new password."""
    return _account_page(())


@blueprint.post("/account/password")
@needs(Right.SEE)
def change_password() -> Response:
    """Set a new password, if the present one is known; all other sessions end."""
    user = current_user()
    try:
        _change_password(user)
    except WorkspaceError as error:
        g.code = error.code
        problem = Problem(422, error.code, "The password was not changed", error.message, error.remedy, error.field)
        return make_response(_account_page((problem,)), 422)
    return make_response(redirect(url_for(".account", changed="yes"), 303))


def _change_password(user: User) -> None:
    present, new = request.form.get("present", ""), request.form.get("password", "")
    moment, database = now(), workspace().database
    with database.write() as connection:
        attempt, wait = begin_attempt(connection, user.login, request.remote_addr or "", moment)
    if attempt is None:
        raise WorkspaceError("login_wait", "Too many wrong passwords.", _try_again(wait), field="present")
    with database.read() as connection:
        found = stored_password(connection, user.login)
    if not verify_password(present, found[1] if found else None)[0]:
        raise WorkspaceError("login_wrong", "This is not your present password.", "Type it again.", field="present")
    check_password(new, user.login)
    session = current_session()
    hashed = hash_password(new)
    with database.write() as connection:
        succeed(connection, attempt)
        set_password(connection, user.id, hashed, now=moment, but=session.id if session else None)


_WRONG = Problem(401, "login_wrong", "The login failed", "Name or password is wrong.", "Type both again.", "login")


def _wait(wait: timedelta) -> Response:
    problem = Problem(429, "login_wait", "Too many attempts", "Too many logins failed.", _try_again(wait), "login")
    response = make_response(_login_form((problem,)), 429)
    response.headers["Retry-After"] = str(ceil(wait.total_seconds()))
    return response


def _try_again(wait: timedelta) -> str:
    minutes = ceil(wait.total_seconds() / 60)
    return f"Try again in {minutes} {'minute' if minutes == 1 else 'minutes'}."


def _login_form(problems: tuple[Problem, ...]) -> str:
    if problems:
        g.code = problems[0].code
    return render_template(
        "account/login.html", problems=problems, login=request.form.get("login", "")[:254], wanted=_wanted()
    )


def _account_page(problems: tuple[Problem, ...]) -> str:
    user = current_user()
    with workspace().database.read() as connection:
        team = find_team(connection, user.team_id)
        sessions = count_sessions(connection, user.id, now())
    return render_template(
        "account/account.html",
        problems=problems,
        team=team,
        sessions=sessions,
        changed="changed" in request.args,
        least_length=LEAST_LENGTH,
    )


def _wanted() -> str:
    """Return where to go after the login: a path of this site that was asked for, else the screenings."""
    wanted = request.values.get("next", "")
    local = wanted.startswith("/") and not wanted.startswith("//") and "\\" not in wanted and wanted.isprintable()
    return wanted if local else url_for("screenings.show_all")
