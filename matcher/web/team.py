"""The page of a team for its administrators: who belongs to it, with which role, and how long it keeps things."""

from __future__ import annotations

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from matcher.domain.workspace import User, UserRole
from matcher.errors import WorkspaceError
from matcher.storage.accounts import add_user, find_user, list_users, login_key, set_active, set_password, set_role
from matcher.storage.passwords import LEAST_LENGTH, check_password, hash_password
from matcher.storage.teams import MOST_RETENTION, find_team, set_retention
from matcher.web.access import Right, current_user, needs
from matcher.web.problems import Problem
from matcher.web.workspace import now, workspace

__all__ = ["blueprint"]

blueprint = Blueprint("team", __name__, url_prefix="/team")


@blueprint.get("")
@needs(Right.MANAGE)
def show_team() -> str:
    """Show the team with its users."""
    return _page(())


@blueprint.post("/retention")
@needs(Right.MANAGE)
def retention() -> AnyResponse:
    """Set how long the team keeps a screening where nothing else is said."""
    typed = request.form.get("retention_days", "").strip()
    with workspace().database.write() as connection:
        set_retention(connection, current_user().team_id, int(typed) if typed.isdecimal() and len(typed) < 6 else 0)
    return _done()


@blueprint.post("/users")
@needs(Right.MANAGE)
def add() -> AnyResponse:
    """Add a user to the team."""
    if workspace().single_user:
        raise WorkspaceError(
            "first_administrator",
            "The first user is made on the command line.",
            "Whoever runs this does it: matcher users add LOGIN --role administrator.",
        )
    login, password = request.form.get("login", ""), request.form.get("password", "")
    role = _role()
    check_password(password, login_key(login))
    hashed = hash_password(password)
    with workspace().database.write() as connection:
        add_user(
            connection,
            current_user().team_id,
            login,
            role=role,
            password_hash=hashed,
            now=now(),
            name=request.form.get("name", ""),
        )
    return _done()


@blueprint.post("/users/<user_id>")
@needs(Right.MANAGE)
def change(user_id: str) -> AnyResponse:
    """Give a user of the team another role or password, or let him log in no more or again, as the button says."""
    user = _user(user_id)
    pressed = request.form.get("do", "")
    if pressed == "password":
        _give_password(user)
        return _done()
    with workspace().database.write() as connection:
        if pressed == "role":
            set_role(connection, user.id, _role())
        elif pressed in {"disable", "enable"}:
            set_active(connection, user.id, active=pressed == "enable", now=now())
        else:
            abort(400)
    return _done()


@blueprint.errorhandler(WorkspaceError)
def _problem(error: WorkspaceError) -> tuple[str, int]:
    """Bring the page back with what is wrong."""
    g.code = error.code
    field = error.field if error.field and request.endpoint != "team.change" else "form"
    return _page((Problem(422, error.code, "This cannot be done", error.message, error.remedy, field),)), 422


def _give_password(user: User) -> None:
    password = request.form.get("password", "")
    check_password(password, user.login)
    hashed = hash_password(password)
    with workspace().database.write() as connection:
        set_password(connection, user.id, hashed, now=now())


def _role() -> UserRole:
    said = request.form.get("role", "")
    if said not in set(UserRole):
        abort(400)
    return UserRole(said)


def _user(user_id: str) -> User:
    with workspace().database.read() as connection:
        found = find_user(connection, current_user().team_id, user_id)
    if found is None:
        abort(404)
    return found


def _done() -> AnyResponse:
    return redirect(url_for(".show_team"), 303)


def _page(problems: tuple[Problem, ...]) -> str:
    team_id = current_user().team_id
    with workspace().database.read() as connection:
        team, users = find_team(connection, team_id), list_users(connection, team_id)
    filled = {name: request.form.get(name, "") for name in ("login", "name", "role")}
    return render_template(
        "team/team.html",
        problems=problems,
        team=team,
        users=users,
        filled=filled,
        roles=[role.value for role in UserRole],
        least_length=LEAST_LENGTH,
        most_days=MOST_RETENTION,
    )
