from __future__ import annotations

import os
import subprocess
import sys
import time

from matcher.domain.screenings import ItemStatus
from tests.work.conftest import MakeStack, resume


def test_a_worker_finishes_what_it_is_at_and_ends_with_its_input(make_stack: MakeStack, database_url: str) -> None:
    stack = make_stack([resume(1)])
    command = [sys.executable, "-m", "matcher.work.worker", "wrk_test"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    worker = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    worker.stdin.write(f"{database_url}\n".encode())
    worker.stdin.flush()
    while stack.items()[0].status is not ItemStatus.DONE:
        assert worker.poll() is None
        time.sleep(0.05)
    said = worker.communicate(timeout=30)[1]
    assert worker.returncode == 0
    # Nothing of a resume, of a file's name or of the database's password is told.
    assert said == b""
