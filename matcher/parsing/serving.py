"""The loop of a process that handles files: it forks one limited child for each file and passes on its answer."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from matcher.parsing.limits import ChildLimits
from matcher.parsing.wire import MAX_ANSWER_BYTES, receive, send

__all__ = ["Service", "serve"]

_FORKS = hasattr(os, "fork")
_OVER_LIMIT = frozenset(
    getattr(signal, name) for name in ("SIGXCPU", "SIGALRM", "SIGKILL", "SIGXFSZ") if hasattr(signal, name)
)
# A parser has no business with any of these; a file that makes it try is stopped.
_REFUSED_EVENTS = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.fork", "ctypes.")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_HIGHEST_DESCRIPTOR = 1_024


@dataclass(frozen=True, slots=True)
class Service:
    """What is done with a file, and what is said where the child that did it came to harm.

    Args:
        limits: tells from a request's header what the child may use.
        answer: turns header and file into an answer; runs in the child and raises nothing.
        failed: the answer for a child that died; told whether it ran over a limit.
        confine: shuts the child in further, once its limits hold; what it raises ends the child.
    """

    limits: Callable[[bytes], ChildLimits]
    answer: Callable[[bytes, bytes], bytes]
    failed: Callable[[bool], bytes]
    confine: Callable[[], None] | None = None


def serve(service: Service) -> None:
    """Serve files from standard input until it closes.

    Without ``fork`` (Windows) the process handles one file itself and ends, so that nothing of a file outlives it.
    """
    requests = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)  # whatever a library prints must not mix with the answers
    gc.freeze()
    while (request := receive(requests)) is not None:
        answer = _answer_by_child(service, *request) if _FORKS else service.answer(*request)
        try:
            send(answers, answer)
        except OSError:  # whoever asked is gone
            os._exit(0)
        if not _FORKS:
            return


def _answer_by_child(service: Service, header: bytes, data: bytes) -> bytes:
    """Fork, let the child handle the file under its limits, and collect what it says before it ends."""
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        _run_child(service, header, data, sending)
    os.close(sending)
    with os.fdopen(receiving, "rb") as stream:
        answer = stream.read(MAX_ANSWER_BYTES + 1)
    if len(answer) > MAX_ANSWER_BYTES:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if status == 0 and len(answer) <= MAX_ANSWER_BYTES:
        return answer
    over_limit = os.WIFEXITED(status) or os.WTERMSIG(status) in _OVER_LIMIT
    return service.failed(over_limit)


def _run_child(service: Service, header: bytes, data: bytes, sending: int) -> None:
    """Answer and end; every way out is ``os._exit``, so that the child never returns into the server's loop."""
    status = 1
    try:
        _let_go_of_other_files(sending)
        _limit(service.limits(header))
        if service.confine is not None:
            service.confine()
        sys.addaudithook(_refuse)
        answer = service.answer(header, data)
        with os.fdopen(sending, "wb") as stream:
            stream.write(answer)
        status = 0
    finally:
        os._exit(status)


def _let_go_of_other_files(sending: int) -> None:
    """Leave the child its own pipe alone: in the others it could ask for files or answer for later ones."""
    os.dup2(1, 0)
    os.closerange(3, sending)
    os.closerange(sending + 1, _HIGHEST_DESCRIPTOR)


def _limit(limits: ChildLimits) -> None:
    import resource  # does not exist where fork does not

    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.wall_seconds)
    for kind, bound in (
        (resource.RLIMIT_AS, limits.address_space_bytes),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_FSIZE, limits.written_bytes),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        allowed = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        # Some systems (macOS) know a limit by name and refuse to set it; the others still hold.
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, (allowed, allowed))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING and arguments[0] is not None
    if event.startswith(_REFUSED_EVENTS) or (writes and not isinstance(arguments[0], int)):
        raise PermissionError(event)
