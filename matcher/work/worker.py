"""A worker: a process of its own that works off items until it is told to stop, or its parent is gone.

Run as ``python -m matcher.work.worker OWNER`` with the URL of the database as the first line of standard input, which
keeps its password out of the list of processes. Each further line wakes it; the end of the input stops it.
"""

from __future__ import annotations

import logging
import os
import select
import sys
import time
from datetime import UTC, datetime

from matcher.errors import StorageError
from matcher.pipeline import Matcher
from matcher.storage.database import Database
from matcher.work.matching import match_one
from matcher.work.processing import work_off_one

__all__ = ["main"]

# How long a worker with nothing to do waits before it looks again; new work wakes it at once.
_LOOK_AGAIN_SECONDS = 1.0
_AFTER_TROUBLE_SECONDS = 2.0
# Read without a buffer, which would hide from select what is there.
_INPUT = 0
_LOG = logging.getLogger(__name__)


def main() -> None:
    """Work until the input ends."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s", stream=sys.stderr)
    owner, url = sys.argv[1], _first_line()
    database, matcher = Database.open(url), Matcher.from_folder()
    while not _told_to_stop(0.0):
        try:
            # In turn, so that neither a large screening nor a large batch keeps the other waiting.
            busy = [work(database, matcher, owner=owner, clock=_now) for work in (work_off_one, match_one)]
        except StorageError as error:
            _LOG.warning("worker %s: %s", owner, error.message)
            time.sleep(_AFTER_TROUBLE_SECONDS)
        else:
            if not any(busy) and _told_to_stop(_LOOK_AGAIN_SECONDS):
                break
    database.close()


def _now() -> datetime:
    return datetime.now(tz=UTC)


def _told_to_stop(seconds: float) -> bool:
    """Wait for a line at most so long; tell whether the input has ended instead."""
    if not select.select([_INPUT], [], [], seconds)[0]:
        return False
    # What is there is taken whole: ten calls to wake up are one.
    return not os.read(_INPUT, 4096)


def _first_line() -> str:
    line = b""
    while not line.endswith(b"\n") and (byte := os.read(_INPUT, 1)):
        line += byte
    return line.decode().strip()


if __name__ == "__main__":
    main()
