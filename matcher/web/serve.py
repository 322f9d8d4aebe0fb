"""Runs the application: one process, a few threads, because reports live in its memory."""

from __future__ import annotations

import importlib
import logging
from typing import Any

from flask import Flask

from matcher.parsing.pictures import warm_up_drawing
from matcher.parsing.reader import warm_up
from matcher.web.app import create_app

__all__ = ["serve"]


def serve(*, host: str, port: int) -> None:
    """Serve until stopped. gunicorn where it runs, else Werkzeug's own server.

    There is no key and no rate limit yet: anything but loopback belongs behind a proxy that has them.
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    try:
        gunicorn = importlib.import_module("gunicorn.app.base")
    except ImportError:
        _serve_with_werkzeug(host, port)
        return

    class Server(gunicorn.BaseApplication):  # type: ignore[misc,name-defined]
        def load_config(self) -> None:
            for name, value in _settings(host, port).items():
                self.cfg.set(name, value)

        def load(self) -> Flask:
            return _application()

    Server().run()


def _application() -> Flask:
    warm_up()
    warm_up_drawing()
    return create_app()


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
        # Told when the application is built, not when the socket is there: a request before that would wait.
        "post_worker_init": lambda _worker: print(
            f"Matcher is at http://{host}:{port}/  (Ctrl+C stops it)", flush=True
        ),
    }


def _serve_with_werkzeug(host: str, port: int) -> None:
    from werkzeug.serving import WSGIRequestHandler, run_simple

    class Quiet(WSGIRequestHandler):
        """Werkzeug's own log lines hold addresses, and those hold the secrets of reports."""

        def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002
            pass

    print(f"Matcher is at http://{host}:{port}/  (Ctrl+C stops it)", flush=True)
    run_simple(host, port, _application(), threaded=True, request_handler=Quiet)
