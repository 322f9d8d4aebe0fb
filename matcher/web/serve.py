"""Runs the application: one process, a few threads, because reports live in its memory."""

from __future__ import annotations

import importlib
import logging
from typing import Any

from flask import Flask

from matcher.errors import WorkspaceError
from matcher.parsing.pictures import warm_up_drawing
from matcher.parsing.reader import warm_up
from matcher.web.app import create_app
from matcher.web.identity import is_loopback
from matcher.web.logs import log_as_json
from matcher.web.stopping import end_work, on_terminate, wsgi_of
from matcher.web.tidying import tidying
from matcher.web.work import pool
from matcher.web.workspace import Workspace

__all__ = ["check_access", "serve"]


def serve(*, host: str, port: int, database: str = "") -> None:
    """Serve until stopped. gunicorn where it runs, else Werkzeug's own server.

    Args:
        host: the address to listen at. On loopback the API asks for no key until the first one was made; elsewhere it
            always does.
        port: the port to listen at.
        database: the URL of the workspace's database; "" for one that is deleted at the end.

    Raises:
        StorageError: the database cannot be used.
        WorkspaceError: ``no_users``: others can reach this address, and nobody has an account to log in with.
    """
    check_access(host, database)
    log_as_json()
    for chatty in ("werkzeug", "alembic"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    try:
        gunicorn = importlib.import_module("gunicorn.app.base")
    except ImportError:
        _serve_with_werkzeug(host, port, database)
        return

    class Server(gunicorn.BaseApplication):  # type: ignore[misc,name-defined]
        def load_config(self) -> None:
            for name, value in _settings(host, port).items():
                self.cfg.set(name, value)

        def load(self) -> Flask:
            return _application(host, database)

    Server().run()


def check_access(host: str, database: str) -> None:
    """Refuse to listen where others can come while nobody would be asked who he is; and bring the tables up to date."""
    workspace = Workspace(database)
    try:
        # Asked even where the answer does not matter: a database that cannot be used is told before the start.
        alone = workspace.single_user
        if alone and not is_loopback(host):
            raise WorkspaceError(
                "no_users",
                f"Others can reach {host}, and nobody has an account here yet.",
                "Make the first: matcher users add LOGIN --role administrator --database URL. "
                "Or serve this machine alone: --host 127.0.0.1.",
            )
    finally:
        workspace.close()


def _application(host: str, database: str) -> Flask:
    warm_up()
    warm_up_drawing()
    app = create_app({"HOST": host, "DATABASE": database})
    with app.app_context():
        tidying().start()
        if database:
            pool().resume()
    return app


def _settings(host: str, port: int) -> dict[str, Any]:
    return {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "workers": 1,
        "worker_class": "gthread",
        "threads": 4,
        "timeout": 120,
        "graceful_timeout": 25,
        "loglevel": "warning",
        "proc_name": "matcher",
        "control_socket_disable": True,
        "post_worker_init": lambda worker: _begin(worker, host, port),
        "worker_exit": lambda _server, worker: end_work(wsgi_of(worker)),
    }


def _begin(worker: Any, host: str, port: int) -> None:
    on_terminate(wsgi_of(worker), lambda: worker.handle_exit(None, None))
    # Told when the application is built, not when the socket is there: a request before that would wait.
    print(f"Matcher is at http://{host}:{port}/  (Ctrl+C stops it)", flush=True)


def _serve_with_werkzeug(host: str, port: int, database: str) -> None:
    from werkzeug.serving import WSGIRequestHandler, run_simple

    class Quiet(WSGIRequestHandler):
        """Werkzeug's own log lines hold addresses, and those hold the secrets of reports."""

        def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002
            pass

    print(f"Matcher is at http://{host}:{port}/  (Ctrl+C stops it)", flush=True)
    app = _application(host, database)
    try:
        run_simple(host, port, app, threaded=True, request_handler=Quiet)
    finally:
        end_work(app)
