from __future__ import annotations

import subprocess
import sys

import pytest

from matcher.parsing.system_calls import confine, supported

pytestmark = pytest.mark.skipif(not supported(), reason="the system has no filter that we know")
# Each deed alone in a process: what it prints tells whether the kernel let it.
DEEDS = {
    "open a file": "open('/etc/hostname')",
    "write a file": "os.open('/dev/null', os.O_WRONLY)",
    "connect": "socket.socket()",
    "start a process": "os.fork()",
    "run a program": "os.execv('/bin/true', ['true'])",
    "signal another process": "os.kill(os.getppid(), 0)",
    "raise its limits": "resource.setrlimit(resource.RLIMIT_CPU, resource.getrlimit(resource.RLIMIT_CPU))",
    "look at the files": "os.listdir('/')",
}
CODE = """
import os, resource, socket
from matcher.parsing.system_calls import confine
confine()
try:
    {deed}
except OSError as error:
    os.write(1, error.__class__.__name__.encode())
else:
    os.write(1, b"done")
os._exit(0)
"""


def _run(deed: str) -> str:
    done = subprocess.run([sys.executable, "-c", CODE.format(deed=deed)], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS.keys())
def test_a_shut_in_process_can_do_nothing_to_the_outside(deed: str) -> None:
    assert _run(deed) == "PermissionError"


def test_a_shut_in_process_still_computes_and_answers() -> None:
    assert _run("sum(len(bytes(1_000_000)) for _ in range(50)); [object() for _ in range(100_000)]") == "done"


def test_a_system_without_the_filter_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matcher.parsing.system_calls._LIBC", None)

    with pytest.raises(OSError, match="no filter"):
        confine()
