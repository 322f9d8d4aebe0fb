"""Our side of the parser process: starts it when first needed, hands it files, kills it when it takes too long."""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import subprocess
import sys
import threading

from matcher.domain.document import Document, Format
from matcher.errors import ErrorCode
from matcher.parsing.limits import Limits
from matcher.parsing.refusals import refusal
from matcher.parsing.wire import decode_answer, encode_request, receive, send

__all__ = ["SANDBOX", "Sandbox", "shared_sandbox"]

_AT_ONCE = 2
# The child ends itself at its wall limit; this much later its parent is taken to hang too.
_GRACE_SECONDS = 3.0
_FORKS = hasattr(os, "fork")
_TRIES = 2


class Sandbox:
    """A few parser processes, each serving one file at a time, started when needed and kept for the next file.

    A fork of our own process would be unsafe (a web server has threads) and dear (it holds the taxonomy), so the
    forking is left to a small process that has nothing but the readers in it.
    """

    def __init__(self, at_once: int = _AT_ONCE, *, module: str = "matcher.parsing.worker") -> None:
        self._at_once = at_once
        self._module = module
        self._idle: list[subprocess.Popen[bytes]] = []
        self._reset()

    def read(self, data: bytes, file_format: Format, limits: Limits) -> Document:
        """Read a file in a child process under the limits.

        Raises:
            InputError: the file was refused, or its reader died or ran over a limit.
        """
        answer = self.ask(encode_request(file_format, limits), data, limits.child.wall_seconds)
        try:
            return decode_answer(answer)
        except (ValueError, KeyError, TypeError) as error:
            raise refusal(ErrorCode.FILE_CORRUPT) from error

    def ask(self, header: bytes, data: bytes, seconds: float) -> bytes:
        """Have a file handled in a child process, and return its answer.

        Args:
            header: what the process's module is to know beside the file, the child's limits among it.
            data: the file.
            seconds: when the child ends itself.

        Raises:
            InputError: there was no answer in time.
        """
        for _ in range(_TRIES):
            answer = self._ask(header, data, seconds + _GRACE_SECONDS)
            # None: an idle process had been killed meanwhile, which is not the file's fault.
            if answer is not None:
                return answer
        raise refusal(ErrorCode.PARSE_LIMIT)

    def warm_up(self) -> None:
        """Start a process now, without waiting for it, so that it is ready when the first file comes."""
        with self._lock:
            if not self._idle:
                self._idle.append(_start(self._module))

    def close(self) -> None:
        """End all idle processes."""
        with self._lock:
            idle, self._idle = self._idle, []
        for process in idle:
            _end(process)

    def forget(self) -> None:
        """Let go of processes that a fork of ours inherited: they belong to the parent."""
        for process in self._idle:
            _close_pipes(process)
            process.returncode = 0  # so that it is neither waited for nor warned about here
        self._reset()

    def _reset(self) -> None:
        self._lock = threading.Lock()
        self._free = threading.BoundedSemaphore(self._at_once)
        self._idle = []

    def _ask(self, header: bytes, data: bytes, seconds: float) -> bytes | None:
        """Return the answer, or None if the process died before its time was up."""
        late = threading.Event()
        answer = None
        with self._free:
            process = self._take()
            timer = threading.Timer(seconds, _stop_late, [process, late])
            timer.daemon = True
            timer.start()
            try:
                answer = _exchange(process, header, data)
            finally:
                timer.cancel()
                self._give_back(process, usable=_FORKS and answer is not None)
        if answer is None and late.is_set():
            raise refusal(ErrorCode.PARSE_LIMIT)
        return answer

    def _take(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        try:
            return _start(self._module)
        except OSError as error:
            message = "{name} could not be read: no reader could be started."
            raise refusal(ErrorCode.PARSE_LIMIT, message=message, remedy="Try again in a moment.") from error

    def _give_back(self, process: subprocess.Popen[bytes], *, usable: bool) -> None:
        if usable:
            with self._lock:
                self._idle.append(process)
        else:
            _end(process)


def _start(module: str) -> subprocess.Popen[bytes]:
    """Start a parser process with nothing of our environment in it, secrets least of all."""
    environment = {
        "PYTHONPATH": os.pathsep.join(str(entry) for entry in sys.path if entry),
        "PYTHONHASHSEED": "0",
        # The PDF library looks for character maps in a folder that anybody may have written to; this is none.
        "CMAP_PATH": os.devnull,
    }
    for needed in ("SYSTEMROOT", "WINDIR"):
        if needed in os.environ:
            environment[needed] = os.environ[needed]
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-P", "-X", "utf8", "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )


def _exchange(process: subprocess.Popen[bytes], header: bytes, data: bytes) -> bytes | None:
    if process.stdin is None or process.stdout is None:
        return None
    try:
        send(process.stdin, header, data)
    except OSError:
        return None
    answer = receive(process.stdout)
    return answer[0] if answer else None


def _stop_late(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill the process and whatever it forked."""
    with contextlib.suppress(OSError):
        if _FORKS:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _end(process: subprocess.Popen[bytes]) -> None:
    _kill(process)
    _close_pipes(process)
    process.wait()


def _close_pipes(process: subprocess.Popen[bytes]) -> None:
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()


def shared_sandbox(module: str) -> Sandbox:
    """Return a sandbox that lives as long as our process, ends with it and is not taken along by a fork of it."""
    sandbox = Sandbox(module=module)
    atexit.register(sandbox.close)
    if _FORKS:
        os.register_at_fork(after_in_child=sandbox.forget)
    return sandbox


SANDBOX = shared_sandbox("matcher.parsing.worker")
