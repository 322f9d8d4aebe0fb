"""A drawing process that does what the file's bytes say, "crash on page 2": for the tests of pictures."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from matcher.domain.document import PagePicture
from matcher.parsing import drawer
from matcher.parsing.picture_wire import PictureRequest
from matcher.parsing.png import write_png

_HOLD: list[bytes] = []


def _spin() -> None:
    while True:
        pass


def _hang() -> None:
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()


def _fill() -> None:
    while True:
        _HOLD.append(b"x" * 10_000_000)


_DEEDS: dict[str, Callable[[], object]] = {
    "crash": lambda: os.kill(os.getpid(), signal.SIGSEGV) or os.abort(),
    "hang": _hang,
    "spin": _spin,
    "fill": _fill,
    "open": lambda: Path(__file__).read_text(encoding="utf-8"),
    "connect": lambda: socket.create_connection(("127.0.0.1", 9), timeout=1),
    "run": lambda: subprocess.run([sys.executable, "-c", ""], check=True),
}


def misbehave(data: bytes, request: PictureRequest) -> PagePicture:
    """Do what the bytes say if it is the turn of their page, then answer with a pixel."""
    deed, _, number = data.decode().partition(" on page ")
    if int(number) == request.page:
        _DEEDS[deed]()
    return PagePicture(request.page, 1, 1, 595, 842, write_png(b"\xff\xff\xff", 1, 1))


if __name__ == "__main__":
    drawer.draw_page = misbehave
    drawer.main()
