from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from flask import Flask

from matcher.client.example import main
from tests.web.api.conftest import work_off


def test_the_example_runs(app: Flask, server: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = threading.Event()

    def work() -> None:
        while not done.is_set():
            work_off(app)
            time.sleep(0.1)

    worker = threading.Thread(target=work)
    worker.start()
    try:
        main(server, str(root / "matcher" / "samples" / "resume.pdf"))
    finally:
        done.set()
        worker.join()

    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("Senior Back-End Engineer: ")
    assert told[2] == "Batch completed: 1 read, 1 not"
    assert told[3].startswith("application-1 ")
    assert told[4] == "application-2 file_corrupt"
