"""The commands on users and teams. Passwords come from a prompt or from standard input, never from an argument."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from matcher.cli.database import database_option, open_database
from matcher.domain.workspace import Team, User, UserRole
from matcher.errors import WorkspaceError

if TYPE_CHECKING:
    from matcher.storage.database import Connection, Database

__all__ = ["teams", "users"]

F = TypeVar("F", bound=Callable[..., Any])

_ROLES = [role.value for role in UserRole]


@click.group()
def users() -> None:
    """Look after the accounts of the recruiter's workspace."""


@click.group()
def teams() -> None:
    """Look after teams: people who share their screenings and see nothing of each other's."""


def _password_option(command: F) -> F:
    return click.option(
        "--password-stdin", "from_stdin", is_flag=True, help="Read the password from the first line of standard input."
    )(command)


@users.command("add")
@click.argument("login")
@click.option("--role", type=click.Choice(_ROLES), default=UserRole.RECRUITER.value, show_default=True)
@click.option("--team", "team_name", help="The name of the team.  [default: the only one there is]")
@click.option("--name", default="", help="The name that pages show.  [default: the login]")
@_password_option
@database_option
def add(login: str, role: str, team_name: str | None, name: str, from_stdin: bool, url: str | None) -> None:
    """Add a user who logs in as LOGIN. The first one must be an administrator."""
    from matcher.storage import accounts
    from matcher.storage.passwords import hash_password

    with _opened(url) as database:
        with database.read() as connection:
            first = not accounts.has_users(connection)
        if first and role != UserRole.ADMINISTRATOR:
            raise WorkspaceError(
                "first_administrator", "The first user looks after the others.", "Add --role administrator."
            )
        hashed = hash_password(_asked_password(login, from_stdin=from_stdin))
        with database.write() as connection:
            team = _team(connection, team_name)
            user = accounts.add_user(
                connection, team.id, login, role=UserRole(role), password_hash=hashed, now=_now(), name=name
            )
    click.echo(f"{user.login} is {_a(user.role)} of the team {team.name}.")
    if first:
        click.echo("From now on the pages of the workspace ask for a login.")


@users.command("list")
@database_option
def list_all(url: str | None) -> None:
    """List all users."""
    from matcher.storage.accounts import list_users
    from matcher.storage.teams import list_teams

    with _opened(url) as database, database.read() as connection:
        names = {team.id: team.name for team in list_teams(connection)}
        found = list_users(connection, None)
    for user in found:
        state = "" if user.active else "  disabled"
        seen = f"{user.last_login_at:%Y-%m-%d %H:%M} UTC" if user.last_login_at else "never"
        click.echo(f"{user.login}  {user.role}  team {names[user.team_id]}  last login {seen}{state}")
    if not found:
        click.echo("There is no user yet. Make the first: matcher users add LOGIN --role administrator")


@users.command()
@click.argument("login")
@database_option
def disable(login: str, url: str | None) -> None:
    """Let LOGIN not log in any more, and end the sessions that are open."""
    from matcher.storage.accounts import set_active

    _change(url, login, lambda connection, user: set_active(connection, user.id, active=False, now=_now()))
    click.echo(f"{login} is disabled.")


@users.command()
@click.argument("login")
@database_option
def enable(login: str, url: str | None) -> None:
    """Let LOGIN log in again."""
    from matcher.storage.accounts import set_active

    _change(url, login, lambda connection, user: set_active(connection, user.id, active=True, now=_now()))
    click.echo(f"{login} may log in.")


@users.command()
@click.argument("login")
@_password_option
@database_option
def password(login: str, from_stdin: bool, url: str | None) -> None:
    """Set a new password for LOGIN, and end the sessions that are open."""
    from matcher.storage.accounts import set_password, user_named
    from matcher.storage.passwords import hash_password

    with _opened(url) as database:
        with database.read() as connection:
            user = user_named(connection, login)
        hashed = hash_password(_asked_password(login, from_stdin=from_stdin))
        with database.write() as connection:
            set_password(connection, user.id, hashed, now=_now())
    click.echo(f"{user.login} has a new password.")


@users.command()
@click.argument("login")
@click.argument("to", metavar="ROLE", type=click.Choice(_ROLES))
@database_option
def role(login: str, to: str, url: str | None) -> None:
    """Make LOGIN a viewer, a recruiter or an administrator."""
    from matcher.storage.accounts import set_role

    _change(url, login, lambda connection, user: set_role(connection, user.id, UserRole(to)))
    click.echo(f"{login} is {_a(UserRole(to))} now.")


@teams.command("add")
@click.argument("name")
@database_option
def add_named(name: str, url: str | None) -> None:
    """Add a team with a NAME."""
    from matcher.storage.teams import add_team

    with _opened(url) as database, database.write() as connection:
        team = add_team(connection, name, now=_now())
    click.echo(f"There is a team {team.name} now.")


@teams.command("list")
@database_option
def list_named(url: str | None) -> None:
    """List all teams with the number of their users."""
    from matcher.storage.accounts import list_users
    from matcher.storage.teams import list_teams

    with _opened(url) as database, database.read() as connection:
        for team in list_teams(connection):
            click.echo(
                f"{team.name}  users: {len(list_users(connection, team.id))}  keeps for {team.retention_days} days"
            )


def _change(url: str | None, login: str, change: Callable[[Connection, User], None]) -> None:
    from matcher.storage.accounts import user_named

    with _opened(url) as database, database.write() as connection:
        change(connection, user_named(connection, login))


def _team(connection: Connection, name: str | None) -> Team:
    """Return the team that is named, else the only one; where there is none it is made, under the name "main"."""
    from matcher.storage.teams import add_team, list_teams, team_named

    if name is not None:
        return team_named(connection, name)
    found = list_teams(connection)
    if len(found) > 1:
        raise WorkspaceError("team_unknown", "There are several teams.", "Say which: --team NAME.")
    return found[0] if found else add_team(connection, "main", now=_now())


def _asked_password(login: str, *, from_stdin: bool) -> str:
    from matcher.storage.passwords import LEAST_LENGTH, check_password

    if from_stdin:
        typed = sys.stdin.readline().rstrip("\r\n")
    else:
        click.echo(f"The password needs {LEAST_LENGTH} characters or more; four words do well.", err=True)
        typed = click.prompt("Password", hide_input=True, confirmation_prompt="Once more", err=True)
    check_password(typed, login)
    return typed


@contextmanager
def _opened(url: str | None) -> Iterator[Database]:
    database = open_database(url)
    try:
        yield database
    finally:
        database.close()


def _a(role: UserRole) -> str:
    return f"an {role}" if role is UserRole.ADMINISTRATOR else f"a {role}"


def _now() -> datetime:
    return datetime.now(tz=UTC)
