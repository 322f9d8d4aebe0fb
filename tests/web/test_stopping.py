from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from flask import Flask

from matcher.web.stopping import end_work, stop_gently

BODY = json.dumps({"resume_text": "Ada Byte\n\nSkills\nGo", "role": "lead-backend-engineer"}).encode()


def test_readiness_turns_red_before_the_door_is_closed(app: Flask) -> None:
    closed = threading.Event()
    red: list[bool] = []

    def close() -> None:
        red.append(app.extensions["matcher.api"].stopping.is_set())
        closed.set()

    stop_gently(app, close, 0.05)

    assert app.test_client().get("/api/v1/ready").status_code == 503
    assert closed.wait(5)
    assert red == [True]


def test_what_runs_beside_the_requests_is_ended(app: Flask) -> None:
    end_work(app, 0.1)
    app.extensions["matcher.work"].wake()

    assert app.extensions["matcher.work"]._pool is None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_a_server_that_is_told_to_stop_answers_what_it_took(tmp_path: Path) -> None:
    port = free_port()
    root = f"http://127.0.0.1:{port}/api/v1"
    command = [sys.executable, "-m", "matcher", "serve", "--port", str(port)]
    command += ["--database", f"sqlite:///{tmp_path / 'matcher.db'}"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ})
    try:
        assert process.stdout is not None
        assert b"Matcher is at" in process.stdout.readline()
        answers: list[Any] = []

        def send() -> None:
            request = urllib.request.Request(  # noqa: S310 - our own server
                f"{root}/matches", BODY, {"Content-Type": "application/json"}, method="POST"
            )
            try:
                with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
                    answers.append(answer.status)
            except urllib.error.HTTPError as error:
                answers.append(error.code)
            except OSError as error:
                answers.append(type(error).__name__)

        threads = [threading.Thread(target=send) for _ in range(20)]
        for thread in threads:
            thread.start()
        time.sleep(0.3)
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        for thread in threads:
            thread.join(60)
        process.wait(40)
        took = time.monotonic() - began
    finally:
        process.kill()
        process.stdout.close()

    assert answers == [201] * 20
    assert took < 30
