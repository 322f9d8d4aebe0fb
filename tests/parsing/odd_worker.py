"""A parser process whose reader does what the file's bytes say: for the tests of the sandbox."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from matcher.domain.document import Document, Format
from matcher.parsing import worker
from matcher.parsing.limits import Limits

_HOLD: list[bytes] = []


def _spin() -> None:
    while True:
        pass


def _fill() -> None:
    while True:
        _HOLD.append(b"x" * 10_000_000)


def _recurse() -> None:
    _recurse()


_DEEDS: dict[str, Callable[[], object]] = {
    "crash": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "hang": signal.pause,
    "spin": _spin,
    "fill": _fill,
    "leave": lambda: os._exit(0),
    "recurse": _recurse,
    "connect": lambda: socket.create_connection(("127.0.0.1", 9), timeout=1),
    "run": lambda: subprocess.run([sys.executable, "-c", ""], check=True),
    "write": lambda: Path("written.txt").write_text("x", encoding="utf-8"),
    "print": lambda: os.write(1, b"noise on standard output"),
}
_ANSWERS: dict[str, Callable[[], str]] = {
    "shout": lambda: "x" * 80_000_000,
    "environment": lambda: json.dumps(sorted(os.environ)),
}


def misbehave(data: bytes, file_format: Format, limits: Limits) -> Document:
    """Do what the bytes say, then answer with them."""
    word = data.decode()
    _DEEDS.get(word, str)()
    return Document(_ANSWERS.get(word, lambda: word)(), (), file_format, 1, "")


if __name__ == "__main__":
    worker.read_file = misbehave
    worker.main()
