"""People who are logged in, for tests of the workspace's pages."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask
from flask.testing import FlaskClient

from matcher.domain.workspace import User, UserRole
from matcher.storage.accounts import add_user
from matcher.storage.passwords import hash_password
from matcher.storage.sessions import begin_session
from matcher.storage.teams import add_team
from matcher.web.csrf import FIELD, SESSION_COOKIE, sign

PASSWORD = "four words do very well"


class Staff:
    """Two teams: "here" with one user of each role, "elsewhere" with an administrator."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.database = app.extensions["matcher.workspace"].database
        now = app.config["CLOCK"]()
        self.users: dict[str, User] = {}
        with self.database.write() as connection:
            here, there = (add_team(connection, name, now=now).id for name in ("here", "elsewhere"))
            for login, team, role in (
                *((role.value, here, role) for role in UserRole),
                ("stranger", there, UserRole.ADMINISTRATOR),
            ):
                self.users[login] = add_user(connection, team, login, role=role, password_hash="none", now=now)

    def client(self, login: str, host: str = "localhost") -> FlaskClient:
        """A browser of its own in which the user is logged in; ``form_of`` makes its forms valid."""
        with self.database.write() as connection:
            token = begin_session(
                connection,
                self.users[login].id,
                now=self.app.config["CLOCK"](),
                idle=timedelta(hours=1),
                life=timedelta(hours=10),
            )
        client = self.app.test_client()
        client.set_cookie(SESSION_COOKIE, token, domain=host)
        return client

    def give_password(self, login: str) -> None:
        """Let a user log in with ``PASSWORD``."""
        from matcher.storage.accounts import set_password

        with self.database.write() as connection:
            set_password(connection, self.users[login].id, hash_password(PASSWORD), now=None)


def form_of(client: FlaskClient, **fields: str) -> dict[str, str]:
    """The fields of a form with the token that this browser's pages carry."""
    cookie = client.get_cookie(SESSION_COOKIE)
    assert cookie is not None
    return {FIELD: sign(cookie.value), **fields}
