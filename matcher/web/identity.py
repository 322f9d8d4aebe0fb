"""Who acts: the user of the session that the browser's cookie names, or the built-in one where nobody logs in."""

from __future__ import annotations

import ipaddress

from flask import Response, g, request

from matcher.domain.workspace import Session, User
from matcher.storage.accounts import ensure_local, find_user
from matcher.storage.ids import LOCAL_TEAM, LOCAL_USER
from matcher.storage.sessions import TOUCH_AFTER, begin_session, end_session, find_session, sweep_sessions, touch
from matcher.web.csrf import FORM_COOKIE, SESSION_COOKIE, set_cookie
from matcher.web.problems import Problem, Refused
from matcher.web.workspace import idle_time, life_time, now, workspace

__all__ = ["begin", "current_session", "end", "find_actor", "is_loopback"]

_LOCAL_NAMES = frozenset({"localhost", "localhost.localdomain"})


def find_actor() -> User | None:
    """Return who sent this request; None if nobody is logged in.

    Raises:
        Refused: ``local_only`` if there are no accounts and the request does not come from this machine.
    """
    if workspace().single_user:
        _refuse_strangers()
        return _local_user()
    session = current_session()
    return None if session is None else session.user


def current_session() -> Session | None:
    """Return the session that the request belongs to, and note that it is in use."""
    token = request.cookies.get(SESSION_COOKIE)
    if not token:
        return None
    moment, database = now(), workspace().database
    with database.read() as connection:
        session = find_session(connection, token, moment)
    if session is not None and moment - session.used_at >= TOUCH_AFTER:
        with database.write() as connection:
            touch(connection, session, now=moment, idle=idle_time())
    return session


def begin(response: Response, user: User) -> Response:
    """Begin a session for a user, under a token that was not there before, and hand the token to the browser."""
    moment = now()
    with workspace().database.write() as connection:
        end_session(connection, request.cookies.get(SESSION_COOKIE, ""))
        sweep_sessions(connection, moment)
        g.session_token = begin_session(connection, user.id, now=moment, idle=idle_time(), life=life_time())
    set_cookie(response, SESSION_COOKIE, g.session_token)
    response.delete_cookie(FORM_COOKIE, path="/")
    return response


def end(response: Response) -> Response:
    """End the session of this browser."""
    with workspace().database.write() as connection:
        end_session(connection, request.cookies.get(SESSION_COOKIE, ""))
    response.delete_cookie(SESSION_COOKIE, path="/")
    return response


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address means this machine and is reached from nowhere else."""
    bare = host.removeprefix("[").removesuffix("]").casefold()
    if bare in _LOCAL_NAMES:
        return True
    try:
        return ipaddress.ip_address(bare).is_loopback
    except ValueError:
        return False


def _local_user() -> User:
    database = workspace().database
    with database.read() as connection:
        found = find_user(connection, LOCAL_TEAM, LOCAL_USER)
    if found is not None:
        return found
    with database.write() as connection:
        return ensure_local(connection, now())


def _refuse_strangers() -> None:
    """Refuse what does not come from this machine under a name of this machine.

    The name counts too: a page from elsewhere can have its own name lead to the loopback address, and its scripts
    could then read the answers as their own (DNS rebinding).
    """
    if not (is_loopback(_host_name()) and is_loopback(request.remote_addr or "")):
        raise Refused(
            Problem(
                403,
                "local_only",
                "This part is open on its own machine alone",
                "Nobody has an account here yet.",
                "Whoever runs it can make the first: matcher users add LOGIN --role administrator.",
            )
        )


def _host_name() -> str:
    """Return the host that was asked for, without its port."""
    host = request.host
    if host.startswith("["):
        return host.partition("]")[0]
    return host.partition(":")[0]
