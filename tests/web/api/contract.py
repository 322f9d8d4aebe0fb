"""Runs schemathesis, all checks and phases, against a server on loopback; `make contract` calls it.

`python -m tests.web.api.contract --seed 1 --seed 2 --examples 100`
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from matcher.domain.integration import SCOPES
from matcher.storage.accounts import ensure_local
from matcher.storage.database import Database
from matcher.storage.keys import add_key
from matcher.web import create_app

CONFIG = Path(__file__).with_name("schemathesis.toml")


class Quiet(WSGIRequestHandler):
    """Keeps the addresses that are made up out of the output."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002
        pass


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """Serve an application on a free port of loopback; yields its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def run(root: str, seed: int, examples: int, *more: str) -> subprocess.CompletedProcess[str]:
    """Run all checks with one seed."""
    command = [
        Path(sys.executable).with_name("schemathesis"),
        f"--config-file={CONFIG}",
        "run",
        f"{root}/api/v1/openapi.json",
        "--checks=all",
        f"--seed={seed}",
        f"--max-examples={examples}",
        "--generation-database=none",
        "--no-color",
        *more,
    ]
    # It keeps a cache where it stands.
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def with_key(url: str) -> str:
    """Make a key for everything, with no limit that a run could reach."""
    database, now = Database.open(url), datetime.now(tz=UTC)
    database.upgrade()
    with database.write() as connection:
        team = ensure_local(connection, now).team_id
        key = add_key(
            connection, team, "contract", SCOPES, created_by="usr_local", now=now,
            requests_per_minute=1_000_000, items_per_day=1_000_000,
        )  # fmt: skip
    database.close()
    return key[1]


def main() -> int:
    """Run each seed in turn, without keys and with one; the exit status is 1 if one failed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, action="append")
    parser.add_argument("--examples", type=int, default=100)
    asked = parser.parse_args()
    failed = False
    for seed in asked.seed or [1, 2]:
        for keys in (False, True):
            with tempfile.TemporaryDirectory() as folder:
                url = f"sqlite:///{folder}/contract.db"
                more = ("-H", f"Authorization: Bearer {with_key(url)}") if keys else ()
                with serving(
                    create_app({"DATABASE": url, "RESOLVER": lambda _host, _port: ["93.184.216.34"], "WORKERS": 0})
                ) as root:
                    done = run(root, seed, asked.examples, *more)
            print(f"Seed {seed}, {'with a key' if keys else 'without keys'}")
            print(done.stdout[-6000:], done.stderr[-2000:])
            failed |= done.returncode != 0
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
