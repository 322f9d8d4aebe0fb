"""The same parser process as it runs where there is no fork."""

from __future__ import annotations

from matcher.parsing import worker
from tests.parsing.odd_worker import misbehave

if __name__ == "__main__":
    worker._FORKS = False
    worker.read_file = misbehave
    worker.main()
